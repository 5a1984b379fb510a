import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import { factsAsOf } from './facts/facts-as-of.ts';

/** What a company's facts came to on an earlier day: nothing to flag, enough to flag at once, or enough once it has stood. */
export type EarlierVerdict = 'not-flagged' | 'flagged-at-once' | 'flagged';

/**
 * Whether a company would have been flagged at the end of each of so many closed months before, or since one in which it was
 * flagged at once. It goes by what is now known of those days: facts that come late or are corrected count for the days
 * that they speak of.
 */
export function stoodBefore(
  facts: CompanyFacts,
  months: number,
  verdictThen: (then: CompanyFacts) => EarlierVerdict,
): boolean {
  const latest = dayAfterClosedMonth(facts.asOf);
  for (let earlier = 0; earlier < months; earlier += 1) {
    const dayAfter = addMonths(latest, -earlier);
    const then = factsAsOf(facts, dayAfter);
    const verdict = then && verdictThen({ ...then, asOf: addDays(dayAfter, -1) });
    if (verdict === 'flagged-at-once') return true;
    if (verdict !== 'flagged') return false;
  }
  return true;
}

/** The day on which another month is closed. */
export const nextMonthEndOn = (asOf: IsoDate): IsoDate => addDays(addMonths(dayAfterClosedMonth(asOf), 1), -1);

/** The day after the last closed month. A month is closed on its last day: a survey of that day says what the next one's would. */
const dayAfterClosedMonth = (day: IsoDate): IsoDate => `${addDays(day, 1).slice(0, 7)}-01`;
