import type { RuleProperties } from './peers/rule-engines.ts';
import { backingOf, isBeyondMeans, unpaidSales } from '#shared/domain/risk/facts/means.ts';
import type { CompanyProfile } from '#shared/domain/risk/facts/company-profile.ts';
import { leftAtOnce } from '#shared/domain/risk/rules/passage.ts';

/** What the peer's conditions ask: numbers and words only, worked out beforehand, so that it is spared our reading of the facts. */
export function figuresOf(reading: CompanyProfile): Record<string, number | string | boolean> {
  const { facts, returns, money, staff, officialStatus } = reading;
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
    identitiesHeard: facts.coverage.identities !== 'none',
    denied: facts.authorisationDeniedOn !== undefined,
    capital: facts.charterCapital,
    unpaid: facts.charterCapital - reading.contributed,
    planned: staff.planned ?? 0,
    plannedOrTen: facts.plannedEmployees ?? 10,
    insured: staff.insured ?? -1,
    answers: reading.answersForActivity,
    ageDays: reading.ageDays,
    due: returns.due,
    dueAndTold: returns.due === 1 && returns.declared.length === 0 ? 0 : returns.due,
    missed: returns.missed,
    filed: returns.declared.length,
    revenue: returns.revenue,
    salesAQuarter: returns.revenue / Math.max(returns.declared.length, 1),
    beyondMeans: isBeyondMeans(reading),
    unpaidSales: unpaidSales(reading) !== undefined,
    invoiced: reading.invoiced,
    invoicesHeard: facts.coverage.signals.HOA_DON !== undefined,
    invoicesToRevenue: reading.invoicedAnswered / Math.max(returns.revenue, 1e-9),
    taxCode: officialStatus.tax?.code ?? '',
    taxSub: officialStatus.tax?.sub ?? '',
    legalCode: officialStatus.legal?.code ?? '',
    inspected: officialStatus.inspection !== undefined,
    found: officialStatus.inspection?.found ?? false,
    specific: facts.address.specific,
    apartment: facts.address.apartment,
    overDeclared: reading.invoicedDeclared - returns.revenue,
    timesDeclared: reading.invoicedDeclared / Math.max(returns.revenue, 1),
    turnover: Math.max(returns.revenue, reading.invoiced),
    turnoverToCapital: Math.max(returns.revenue, reading.invoiced) / Math.max(backingOf(reading), 1),
    credit: money.credit,
    leftAtOnce: leftAtOnce(money),
    answerable: money.answerable,
    timesExplained: money.answerable / Math.max(returns.revenue, 1e-9),
    declaredShare: money.answerable > 0 ? money.revenue / money.answerable : -1,
    foreignShare: money.credit > 0 ? money.foreignShare : -1,
    listed: facts.accounts.filter(({ listing }) => listing !== undefined).length,
    othersAccounts: facts.accounts.filter(({ representative }) => representative === 'other').length,
    mostlyOthers:
      2 * facts.accounts.filter(({ representative }) => representative === 'other').length - facts.accounts.length,
    othersPhones: facts.accounts.filter(({ phoneOwner }) => phoneOwner === 'other').length,
    banks: new Set(facts.accounts.map(({ bank }) => bank)).size,
  };
}

type Condition = readonly [
  fact: string,
  operator: 'equal' | 'greaterThan' | 'greaterThanInclusive' | 'lessThan' | 'lessThanInclusive' | 'notEqual',
  value: number | string | boolean,
];

const rule = (type: string, ...conditions: readonly Condition[]): RuleProperties => ({
  conditions: { all: conditions.map(([fact, operator, value]) => ({ fact, operator, value })) },
  event: { type },
});
const anyOf = (type: string, ...conditions: readonly Condition[]): RuleProperties => ({
  conditions: { any: conditions.map(([fact, operator, value]) => ({ fact, operator, value })) },
  event: { type },
});

const answers: Condition = ['answers', 'equal', true];
const overDeclared: Condition = ['overDeclared', 'greaterThanInclusive', 1_000_000_000];
const answerable: Condition = ['answerable', 'greaterThanInclusive', 500_000_000];
const noTrade: readonly Condition[] = [
  answers,
  ['revenue', 'lessThanInclusive', 0],
  ['invoiced', 'lessThanInclusive', 0],
  ['invoicesHeard', 'equal', true],
];

/** The questions that JSON conditions can ask. */
export const JSON_RULES: readonly RuleProperties[] = [
  rule('REP_NOT_FOUND', ['identitiesHeard', 'equal', true], ['notFound', 'greaterThan', 0]),
  rule('REP_MISMATCH', ['mismatch', 'greaterThan', 0]),
  rule('REP_DECEASED', ['deceased', 'greaterThan', 0]),
  rule('REP_DOCUMENT_LOST', ['lost', 'greaterThan', 0]),
  rule('REP_DOCUMENT_CANCELLED', ['cancelled', 'greaterThan', 0]),
  rule('REP_WANTED', ['wanted', 'greaterThan', 0]),
  rule('AUTHORISATION_DENIED', ['denied', 'equal', true]),
  rule(
    'CAPITAL_IMPLAUSIBLE',
    ['capital', 'greaterThanInclusive', 100_000_000_000],
    ['unpaid', 'greaterThan', 0],
    ['plannedOrTen', 'lessThan', 10],
  ),
  rule('CAPITAL_PAID_IN', ['unpaid', 'lessThanInclusive', 0]),
  rule('NO_TAX_RETURN', answers, ['missed', 'greaterThanInclusive', 2], ['filed', 'equal', 0]),
  rule('TAX_RETURNS_MISSED', answers, ['missed', 'greaterThanInclusive', 2], ['filed', 'greaterThan', 0]),
  rule('TAX_RETURN_MISSED', answers, ['missed', 'equal', 1]),
  rule('NO_INSURED_STAFF', answers, ['insured', 'equal', 0], ['planned', 'greaterThanInclusive', 1]),
  rule('NO_TRADE_FOR_A_YEAR', ...noTrade, ['ageDays', 'greaterThanInclusive', 365], ['due', 'greaterThanInclusive', 3]),
  rule('NO_TRADE', ...noTrade, ['ageDays', 'greaterThanInclusive', 180], ['dueAndTold', 'greaterThanInclusive', 1]),
  rule(
    'TRADES',
    ['salesAQuarter', 'greaterThanInclusive', 150_000_000],
    ['beyondMeans', 'equal', false],
    ['invoicesToRevenue', 'lessThanInclusive', 2],
    ['invoicesToRevenue', 'greaterThanInclusive', 0.5],
    ['timesExplained', 'lessThanInclusive', 4],
    ['unpaidSales', 'equal', false],
  ),
  rule('STAFF_INSURED', ['insured', 'greaterThan', 0]),
  rule('TAX_STATUS_REMINDED', ['taxCode', 'equal', '09'], ['taxSub', 'equal', '09-01']),
  rule('TAX_STATUS_VERIFYING', ['taxCode', 'equal', '09'], ['taxSub', 'notEqual', '09-01']),
  anyOf('NOT_AT_ADDRESS', ['taxCode', 'equal', '06'], ['legalCode', 'equal', '3']),
  rule('INSPECTION_NOT_FOUND', ['inspected', 'equal', true], ['found', 'equal', false]),
  rule('INSPECTION_FOUND', ['found', 'equal', true]),
  rule('TAX_STATUS_ENDING', ['taxCode', 'equal', '03']),
  rule('LEGAL_STATUS_REVOKED', ['legalCode', 'equal', '4']),
  anyOf('ADDRESS_AT_RISK', ['specific', 'equal', false], ['apartment', 'equal', true]),
  rule(
    'INVOICES_8_TIMES_REVENUE',
    overDeclared,
    ['filed', 'greaterThan', 0],
    ['timesDeclared', 'greaterThanInclusive', 8],
  ),
  rule(
    'INVOICES_3_TIMES_REVENUE',
    overDeclared,
    ['filed', 'greaterThan', 0],
    ['timesDeclared', 'greaterThanInclusive', 3],
    ['timesDeclared', 'lessThan', 8],
  ),
  rule(
    'TURNOVER_BEYOND_MEANS',
    ['insured', 'equal', 0],
    ['turnover', 'greaterThanInclusive', 10_000_000_000],
    ['turnoverToCapital', 'greaterThanInclusive', 20],
  ),
  rule(
    'MONEY_UNDECLARED',
    answerable,
    ['declaredShare', 'greaterThanInclusive', 0],
    ['declaredShare', 'lessThan', 1e-6],
  ),
  rule(
    'MONEY_TOKEN_REVENUE',
    answerable,
    ['declaredShare', 'greaterThanInclusive', 1e-6],
    ['declaredShare', 'lessThan', 0.02],
  ),
  rule(
    'MONEY_MOSTLY_UNDECLARED',
    answerable,
    ['declaredShare', 'greaterThanInclusive', 0.02],
    ['declaredShare', 'lessThan', 0.1],
  ),
  rule(
    'MONEY_DECLARED',
    ['declaredShare', 'greaterThanInclusive', 0.25],
    ['declaredShare', 'lessThanInclusive', 5],
    ['beyondMeans', 'equal', false],
    ['leftAtOnce', 'equal', false],
  ),
  rule('FOREIGN_IP_OFTEN', ['foreignShare', 'greaterThanInclusive', 0.25]),
  rule('FOREIGN_IP', ['foreignShare', 'greaterThanInclusive', 0.08], ['foreignShare', 'lessThan', 0.25]),
  rule('LISTED_ACCOUNT', ['listed', 'greaterThan', 0]),
  rule(
    'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
    ['othersAccounts', 'greaterThanInclusive', 2],
    ['mostlyOthers', 'greaterThan', 0],
  ),
  rule('ACCOUNT_OF_ANOTHER_PERSON', ['othersAccounts', 'greaterThan', 0]),
  rule('ACCOUNT_PHONE_OF_ANOTHER_PERSON', ['othersPhones', 'greaterThan', 0]),
  rule('MANY_BANKS', ['banks', 'greaterThanInclusive', 3]),
];
