import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Span } from '../coverage.ts';

/** The days after the end of a period within which its row comes, so that coverage may begin this much later. */
const FILING_DAYS = 120;

/** The days that the rows of sales must reach to answer for the time from a day to today. */
export const spanOfSales = (since: IsoDate, asOf: IsoDate): Span => ({
  from: addDays(since, FILING_DAYS),
  to: addDays(asOf, -FILING_DAYS),
});

/** Whether missing rows show that nothing was sold in that time. */
export function coversSales(covered: Span | undefined, since: IsoDate, asOf: IsoDate): boolean {
  const { from, to } = spanOfSales(since, asOf);
  return covered !== undefined && covered.from <= from && covered.to >= to;
}
