import type { RuleProperties } from './rival-libraries/rule-engines.ts';
import type { CompanyProfile } from '#shared/domain/risk/facts/company-profile.ts';
import { foreignUseOf } from '#shared/domain/risk/facts/flows.ts';
import { quartersWithoutSales } from '#shared/domain/risk/facts/returns.ts';
import { quarterName, quarterNumber } from '#shared/domain/risk/facts/tax-calendar.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { isStaffOfPresent, sellsUnderPresent } from '#shared/domain/risk/facts/representative-change.ts';
import { ageInMonth, isAfter, isBefore, silentUntil } from '#shared/domain/risk/facts/money-history.ts';
import { creditOf, isBeyondMeans, turnoverOf, unpaidSales } from '#shared/domain/risk/facts/means.ts';

/**
 * The peer's input: numbers and words that are computed beforehand, so that the peer need not derive them from facts.
 */
export function figuresOf(profile: CompanyProfile): Record<string, number | string | boolean> {
  const { facts, returns, staff, officialStatus, declared, months, moneyLife: life } = profile;
  const representatives = facts.people.filter(({ role }) => role === 'legal_representative');
  const counted = (asked: (person: (typeof representatives)[number]) => boolean) =>
    representatives.filter(asked).length;
  return {
    notFound: counted(({ result }) => result === 'not_found'),
    mismatch: counted(({ result }) => result === 'mismatch'),
    deceased: counted(({ documentStatus }) => documentStatus === 'deceased'),
    lost: counted(({ documentStatus }) => documentStatus === 'reported_lost'),
    cancelled: counted(({ documentStatus }) => documentStatus === 'cancelled' || documentStatus === 'missing'),
    wanted: counted(({ documentStatus }) => documentStatus === 'wanted'),
    whole: facts.coverage.identities === 'whole',
    denied: facts.authorisationDeniedOn !== undefined,
    foreigner: facts.people.some((person) => person.foreign),
    insured: staff.insured ?? -1,
    staffOfPresent: isStaffOfPresent(profile),
    ageDays: profile.ageDays,
    filed: returns.declared.length,
    sells: sellsUnderPresent(profile),
    beyondMeans: isBeyondMeans(profile),
    sellerAge: sellerAgeOf(profile),
    turnover: turnoverOf(profile).turnover,
    largeFirstYear: profile.months.some(
      ({ period, credit }) =>
        credit >= 500_000_000 &&
        period >= facts.registeredOn.slice(0, 7) &&
        daysBetween(facts.registeredOn, `${period}-01`) < 365,
    ),
    lifeMonths: profile.moneyLife?.months ?? 0,
    lifeCredit: profile.moneyLife?.credit ?? 0,
    lifeSilent: profile.moneyLife !== undefined && silentUntil(profile.moneyLife, facts) !== undefined,
    soldBefore: life !== undefined && quartersWithoutSales(returns, isBefore(life)) === undefined,
    soldAfter:
      life !== undefined &&
      (quartersWithoutSales(returns, isAfter(life)) === undefined ||
        facts.invoices.some(({ period }) => isAfter(life)(quarterNumber(period) ?? 0))),
    ageAtMoney: profile.moneyLife ? ageInMonth(profile.moneyLife.firstMonth, facts) : 0,
    strangersPhones: facts.accounts.filter(({ strangersPhone }) => strangersPhone !== undefined).length,
    differentStrangers: new Set(facts.accounts.flatMap(({ strangersPhone }) => strangersPhone ?? [])).size,
    unpaidSales: unpaidSales(profile) !== undefined,
    invoicesToRevenue: profile.invoicedAnswered / Math.max(returns.revenue, 1e-9),
    taxCode: officialStatus.tax?.code ?? '',
    taxSub: officialStatus.tax?.sub ?? '',
    legalCode: officialStatus.legal?.code ?? '',
    inspected: officialStatus.inspection !== undefined,
    found: officialStatus.inspection?.found ?? false,
    overDeclared: profile.invoicedDeclared - returns.revenue,
    timesDeclared: profile.invoicedDeclared / Math.max(returns.revenue, 1),
    credit: creditOf(months),
    explained: declared.explained,
    foreignShare: foreignUseOf(facts.accounts).share,
    listed: facts.accounts.filter(({ listing }) => listing?.by === 'police').length,
    othersAccounts: facts.accounts.filter(({ representative }) => representative === 'other').length,
    mostlyOthers:
      2 * facts.accounts.filter(({ representative }) => representative === 'other').length - facts.accounts.length,
    othersPhones: facts.accounts.filter(({ phoneOwner }) => phoneOwner === 'other').length,
    manyOfAPerson: Math.max(0, ...facts.bands.filter(({ kind }) => kind === 'person').map(({ size }) => size)),
  };
}

function sellerAgeOf(profile: CompanyProfile): number {
  const { lastQuarter } = turnoverOf(profile);
  if (lastQuarter === 0) return 0;
  return Math.max(0, daysBetween(profile.facts.registeredOn, periodEnd(quarterName(lastQuarter))));
}

type JsonCondition = readonly [
  fact: string,
  operator: 'equal' | 'greaterThan' | 'greaterThanInclusive' | 'lessThan' | 'lessThanInclusive' | 'notEqual',
  value: number | string | boolean,
];

const rule = (type: string, ...conditions: readonly JsonCondition[]): RuleProperties => ({
  conditions: { all: conditions.map(([fact, operator, value]) => ({ fact, operator, value })) },
  event: { type },
});
const anyOf = (type: string, ...conditions: readonly JsonCondition[]): RuleProperties => ({
  conditions: { any: conditions.map(([fact, operator, value]) => ({ fact, operator, value })) },
  event: { type },
});

const overDeclared: JsonCondition = ['overDeclared', 'greaterThanInclusive', 1_000_000_000];
const reported: JsonCondition = ['credit', 'greaterThanInclusive', 100_000_000];
const ofOurs: JsonCondition = ['foreigner', 'equal', false];

/** The questions that JSON conditions can ask. */
export const JSON_RULES: readonly RuleProperties[] = [
  rule('REP_NOT_FOUND', ['whole', 'equal', true], ['notFound', 'greaterThan', 0]),
  rule('REP_MISMATCH', ['mismatch', 'greaterThan', 0]),
  rule('REP_DECEASED', ['deceased', 'greaterThan', 0]),
  rule('REP_DOCUMENT_LOST', ['lost', 'greaterThan', 0]),
  rule('REP_DOCUMENT_CANCELLED', ['cancelled', 'greaterThan', 0]),
  rule('REP_WANTED', ['wanted', 'greaterThan', 0]),
  rule('AUTHORISATION_DENIED', ['denied', 'equal', true]),
  rule('MONEY_UNDECLARED', ['explained', 'equal', 'hardly']),
  rule('MONEY_PARTLY_DECLARED', ['explained', 'equal', 'partly']),
  rule(
    'INVOICES_3_TIMES_REVENUE',
    overDeclared,
    ['filed', 'greaterThan', 0],
    ['timesDeclared', 'greaterThanInclusive', 3],
  ),
  rule(
    'INVOICES_ABOVE_REVENUE',
    overDeclared,
    ['filed', 'greaterThan', 0],
    ['timesDeclared', 'greaterThanInclusive', 1.8],
    ['timesDeclared', 'lessThan', 3],
  ),
  rule('TURNOVER_BEYOND_MEANS_YOUNG', ['beyondMeans', 'equal', true], ['sellerAge', 'lessThan', 540]),
  rule('TURNOVER_WITHOUT_MONEY', ['unpaidSales', 'equal', true]),
  rule(
    'TRADES',
    ['explained', 'notEqual', 'hardly'],
    ['explained', 'notEqual', 'partly'],
    ['sells', 'equal', true],
    ['beyondMeans', 'equal', false],
    ['invoicesToRevenue', 'lessThanInclusive', 2],
    ['invoicesToRevenue', 'greaterThanInclusive', 0.5],
    ['unpaidSales', 'equal', false],
  ),
  rule('STAFF_INSURED', ['insured', 'greaterThanInclusive', 5], ['staffOfPresent', 'equal', true]),
  rule('YOUNG_FOR_ITS_MONEY', ['largeFirstYear', 'equal', true]),
  rule(
    'MONEY_CAME_AND_WENT',
    ['lifeCredit', 'greaterThanInclusive', 1_000_000_000],
    ['lifeMonths', 'lessThanInclusive', 6],
    ['lifeSilent', 'equal', true],
    ['soldBefore', 'equal', false],
    ['soldAfter', 'equal', false],
  ),
  rule(
    'WOKEN_BRIEFLY',
    ['lifeCredit', 'greaterThanInclusive', 1_000_000_000],
    ['lifeMonths', 'lessThanInclusive', 4],
    ['ageAtMoney', 'greaterThan', 180],
    ['soldBefore', 'equal', false],
  ),
  rule('ACCOUNT_PHONES_OF_STRANGERS', ['differentStrangers', 'greaterThanInclusive', 2]),
  rule('ACCOUNT_PHONE_OF_A_STRANGER', ['strangersPhones', 'greaterThan', 0]),
  anyOf('TAX_STATUS_AT_RISK', ['taxSub', 'equal', '09-05'], ['taxSub', 'equal', '09-06'], ['taxSub', 'equal', '09-07']),
  anyOf('NOT_AT_ADDRESS', ['taxCode', 'equal', '06'], ['legalCode', 'equal', '3']),
  rule('INSPECTION_NOT_FOUND', ['inspected', 'equal', true], ['found', 'equal', false]),
  rule('INSPECTION_FOUND', ['found', 'equal', true]),
  rule('FOREIGN_IP', reported, ofOurs, ['foreignShare', 'greaterThanInclusive', 0.08]),
  rule('LISTED_ACCOUNT', ['listed', 'greaterThan', 0]),
  rule(
    'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
    ['othersAccounts', 'greaterThanInclusive', 2],
    ['mostlyOthers', 'greaterThan', 0],
  ),
  rule('ACCOUNT_OF_ANOTHER_PERSON', ['othersAccounts', 'greaterThan', 0]),
  rule('ACCOUNT_PHONE_OF_ANOTHER_PERSON', ['othersPhones', 'greaterThan', 0]),
  rule('PERSON_OF_MANY_COMPANIES', ['manyOfAPerson', 'greaterThanInclusive', 5]),
];
