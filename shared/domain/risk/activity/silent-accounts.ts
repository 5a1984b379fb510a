import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { AccountFacts, CompanyFacts, SignalKind } from '../facts/company-facts.ts';
import type { Span } from '../coverage.ts';

/** The days after the end of a period within which its row comes, so that coverage may begin this much later. */
const FILING_DAYS = 120;

/** The days that the rows of sales must reach to answer for the time from a day to today. */
const spanOfSales = (since: IsoDate, asOf: IsoDate): Span => ({
  from: addDays(since, FILING_DAYS),
  to: addDays(asOf, -FILING_DAYS),
});

/** Whether missing rows show that nothing was sold in that time. */
function coversSales(covered: Span | undefined, since: IsoDate, asOf: IsoDate): boolean {
  const { from, to } = spanOfSales(since, asOf);
  return covered !== undefined && covered.from <= from && covered.to >= to;
}

/** The most money of a month, and of a whole year where money alone answers, that shows no trade, đồng. */
export const MOST_WITHOUT_TRADE = 5_000_000;
/** The interest of a year on the little that an unused account keeps (at most 0.5 % of 40 million), đồng. */
const INTEREST = 200_000;
/** At this age a company that trades has made its first sale to another company and has insured its first people. */
export const SETTLED_DAYS = 180;
/** The days after which money of a period is older than the year that is asked about. */
const YEAR_DAYS = 365;

/**
 * Whether a company's accounts show that it sells nothing. The money of the time must add up to at most `MOST_WITHOUT_TRADE`:
 * small sums each month are a small trade. Where other accounts are at banks that send nothing, the company must be half a year old, and
 * nothing but interest may have come: a company that trades uses each of its accounts.
 */
function areAccountsSilent(facts: CompanyFacts, since: IsoDate): boolean {
  const { asOf, registeredOn, coverage, accounts } = facts;
  const isSettled = daysBetween(registeredOn, asOf) >= SETTLED_DAYS;
  const areAllReported = accounts.every(({ bank }) => coversSales(coverage.flows[bank], since, asOf));
  const answering = answeringAccounts(facts, since);
  const isHeard = areAllReported ? answering.length > 0 : isSettled && doSomeAnswer(facts, answering);
  return isHeard && creditSince(accounts, since) <= (isSettled && areAllReported ? MOST_WITHOUT_TRADE : INTEREST);
}

/**
 * Whether accounts that were known for half a year answer although other accounts are not reported: one with rows, or half
 * of all accounts.
 */
function doSomeAnswer({ asOf, accounts }: CompanyFacts, answering: readonly AccountFacts[]): boolean {
  const known = answering.filter((one) => !hasRow(one) || wasReportedFor(one, asOf));
  return known.some(hasRow) || (known.length > 0 && known.length * 2 >= accounts.length);
}

/**
 * The accounts of which a reporting bank has sent a row, or that were opened half a year ago at one that sends rows of all
 * accounts; another account may be one that its bank leaves out.
 */
export function answeringAccounts({ asOf, coverage, accounts }: CompanyFacts, since: IsoDate): readonly AccountFacts[] {
  const { flows, wholeBanks = [] } = coverage;
  const opened = addDays(asOf, -SETTLED_DAYS);
  return accounts.filter(
    (one) =>
      coversSales(flows[one.bank], since, asOf) &&
      (hasRow(one) || (wholeBanks.includes(one.bank) && one.openedOn !== undefined && one.openedOn <= opened)),
  );
}

/** What came into a company's accounts in the periods that end after a day, in đồng. */
export function creditSince(accounts: readonly AccountFacts[], since: IsoDate): number {
  let sum = 0;
  for (const { flows } of accounts)
    for (const { period, credit } of flows) if (periodEnd(period) > since) sum += credit;
  return sum;
}

const hasRow = ({ flows }: AccountFacts): boolean => flows.length > 0;

/** Whether a bank has sent rows of an account for half a year. */
function wasReportedFor({ flows }: AccountFacts, asOf: IsoDate): boolean {
  const [first] = flows;
  return first !== undefined && periodEnd(first.period) <= addDays(asOf, -SETTLED_DAYS);
}

/** The days on which the accounts may become silent if nothing new is reported. */
export const accountsTurnSilentOn = ({ accounts }: CompanyFacts): readonly IsoDate[] =>
  accounts.flatMap(({ openedOn, flows }) => [
    ...(openedOn === undefined ? [] : [addDays(openedOn, SETTLED_DAYS)]),
    ...flows.slice(0, 1).map(({ period }) => addDays(periodEnd(period), SETTLED_DAYS)),
    ...flows.flatMap(({ period, credit }) => (credit > 0 ? [addDays(periodEnd(period), YEAR_DAYS)] : [])),
  ]);

/** Insured people are reported irregularly, so rows up to this age still count. */
const INSURANCE_DAYS = 180;

/**
 * Where missing sales would have shown: in the returns and invoices that the tax office sends of the company, in the
 * invoices between companies, or in the money that banks report.
 */
export type SilentAbout = 'returns' | 'invoice-pairs' | 'accounts';

const SALES: readonly (readonly [SignalKind, string])[] = [
  ['TO_KHAI_THUE', 'tờ khai thuế'],
  ['HOA_DON', 'hóa đơn'],
];

/** The first source that would have shown sales since a day, or the Vietnamese names of the data that are missing. */
interface SilentSource {
  readonly silent: SilentAbout | undefined;
  readonly uncovered: readonly string[];
}

/**
 * Whether missing rows count. Its own tax office comes first. Where that office sends nothing, the sales invoices of a
 * company that others name count instead, once it is half a year old; a younger one may not have sold to a company yet.
 * The third source is the money of its accounts.
 */
export function silentSourceOf(facts: CompanyFacts, since: IsoDate): SilentSource {
  const { asOf, coverage } = facts;
  const { BHXH: insured } = coverage.signals;
  const nobody = insured !== undefined && insured.to >= addDays(asOf, -INSURANCE_DAYS) ? [] : ['bảo hiểm xã hội'];
  const missing = SALES.filter(([kind]) => !coversSales(coverage.signals[kind], since, asOf)).map(([, name]) => name);
  const silent = missing.length === 0 ? 'returns' : otherSourceOf(facts, since);
  return { silent: nobody.length === 0 ? silent : undefined, uncovered: [...missing, ...nobody] };
}

/** Days that the coverage of a kind of signals must reach at its end, or from which on it must begin. */
export interface MissingDays {
  readonly kind: SignalKind;
  readonly to: IsoDate | undefined;
  readonly from: IsoDate | undefined;
}

/** The days without which missing rows do not count. */
export function missingDaysOf({ asOf, coverage: { signals } }: CompanyFacts, since: IsoDate): readonly MissingDays[] {
  const insured = { kind: 'BHXH' as const, to: addDays(asOf, -INSURANCE_DAYS), from: undefined };
  const sales = SALES.map(([kind]) => ({ kind, ...spanOfSales(since, asOf) }));
  return [insured, ...sales].flatMap(({ kind, to, from }) => {
    const covered = signals[kind];
    const isTo = covered !== undefined && covered.to >= to;
    const isFrom = covered !== undefined && (from === undefined || covered.from <= from);
    return isTo && isFrom ? [] : [{ kind, to: isTo ? undefined : to, from: isFrom ? undefined : from }];
  });
}

function otherSourceOf(facts: CompanyFacts, since: IsoDate): SilentAbout | undefined {
  const { asOf, registeredOn, coverage, invoicePairs } = facts;
  const isSettled = daysBetween(registeredOn, asOf) >= SETTLED_DAYS;
  if (isSettled && invoicePairs !== undefined && coversSales(coverage.invoicePairs, since, asOf))
    return 'invoice-pairs';
  return areAccountsSilent(facts, since) ? 'accounts' : undefined;
}
