import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import { coversSales } from './covered-sales.ts';

/** The money of a month, and of a whole year where money alone answers, that shows no trade, đồng. */
export const TRIFLE = 5_000_000;
/** The interest of a year on the little that an unused account keeps (at most 0.5 % of 40 million), đồng. */
const INTEREST = 200_000;
/** At this age a company that trades has made its first sale to another company and has insured its first people. */
export const SETTLED_DAYS = 180;
/** The days after which money of a period is older than the year that is asked about. */
const YEAR_DAYS = 365;

/**
 * Whether a company's accounts show that it sells nothing. Every account is at a bank that reports, some bank has sent a
 * row of one, and the money of the time adds up to a trifle: small sums each month are a small trade. Where other accounts
 * are at banks that send nothing, the company must be half a year old, an account must have been reported for that long,
 * and nothing but interest may have come: a company that trades uses each of its accounts.
 */
export function areAccountsSilent({ asOf, registeredOn, coverage, accounts }: CompanyFacts, since: IsoDate): boolean {
  const reported = accounts.filter(({ bank }) => coversSales(coverage.flows[bank], since, asOf));
  const isSettled = daysBetween(registeredOn, asOf) >= SETTLED_DAYS;
  const areAllReported = reported.length === accounts.length;
  const heardSince = areAllReported ? asOf : addDays(asOf, -SETTLED_DAYS);
  if (!(isSettled || areAllReported) || !reported.some((one) => wasReportedOn(one, heardSince))) return false;
  return creditSince(accounts, since) <= (isSettled && areAllReported ? TRIFLE : INTEREST);
}

/** What came into a company's accounts in the periods that end after a day, in đồng. */
export function creditSince(accounts: readonly AccountFacts[], since: IsoDate): number {
  let sum = 0;
  for (const { flows } of accounts)
    for (const { period, credit } of flows) if (periodEnd(period) > since) sum += credit;
  return sum;
}

const wasReportedOn = ({ flows }: AccountFacts, day: IsoDate): boolean => {
  const [first] = flows;
  return first !== undefined && periodEnd(first.period) <= day;
};

/** The days on which the accounts may become silent if nothing new is reported. */
export const accountsTurnSilentOn = ({ accounts }: CompanyFacts): readonly IsoDate[] =>
  accounts.flatMap(({ flows }) => [
    ...flows.slice(0, 1).map(({ period }) => addDays(periodEnd(period), SETTLED_DAYS)),
    ...flows.flatMap(({ period, credit }) => (credit > 0 ? [addDays(periodEnd(period), YEAR_DAYS)] : [])),
  ]);
