import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import { factsAsOf } from './facts/facts-as-of.ts';
import { monthsOf } from './facts/flows.ts';
import { classifyPassThrough } from './facts/pass-through.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** The result of a company's facts on an earlier day: no flag, a flag at once, or a flag after the score has lasted. */
export type EarlierVerdict = 'not-flagged' | 'flagged-at-once' | 'flagged';

/**
 * The number of closed months over which a score has to last: the nearer it is to even odds, the longer, and some months
 * where a finding speaks in the company's favour.
 */
export function monthsToLast(
  score: number,
  hasRelief: boolean,
  { standing, monthsWithRelief = 0 }: Pick<RuleSet, 'standing' | 'monthsWithRelief'>,
): number {
  const months = standing.find(({ below }) => score < below)?.months ?? 0;
  return hasRelief ? Math.max(months, monthsWithRelief) : months;
}

/**
 * Whether a company would have been flagged at the end of each of the given number of closed months before, or since
 * one in which it was flagged at once. The test uses what is now known about those days: late or corrected facts count
 * for the days that they concern.
 */
export function hasScoreLasted(
  facts: CompanyFacts,
  months: number,
  verdictThen: (then: CompanyFacts) => EarlierVerdict,
): boolean {
  const latest = dayAfterClosedMonth(facts.asOf);
  for (let earlier = 0; earlier < months; earlier += 1) {
    const dayAfter = addMonths(latest, -earlier);
    const then = factsAsOf(facts, dayAfter);
    const verdict = then && verdictThen({ ...then, asOf: addDays(dayAfter, -1), peers: lastingPeers(facts, then) });
    if (verdict === 'flagged-at-once') return true;
    if (verdict !== 'flagged') return false;
  }
  return true;
}

/** The day on which another month is closed. */
export const nextMonthEndOn = (asOf: IsoDate): IsoDate => addDays(addMonths(dayAfterClosedMonth(asOf), 1), -1);

/**
 * The day after the last closed month. A month counts as closed on its last day, when a survey gives the same result as
 * on the next day.
 */
const dayAfterClosedMonth = (day: IsoDate): IsoDate => `${addDays(day, 1).slice(0, 7)}-01`;

/**
 * The place among peers is known for today alone, and near an edge it moves with every month's survey. A company is taken to
 * have had it before where hardly any of its peers is quicker, or where its money had left evenly for months.
 */
const lastingPeers = ({ peers }: CompanyFacts, { accounts }: CompanyFacts): CompanyFacts['peers'] =>
  peers?.below === 0 || classifyPassThrough(monthsOf(accounts)).evenness === 'even' ? peers : undefined;
