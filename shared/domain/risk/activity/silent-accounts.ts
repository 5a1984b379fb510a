import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import { coversSales } from './covered-sales.ts';

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
export function areAccountsSilent(facts: CompanyFacts, since: IsoDate): boolean {
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
