import type { Reading } from './reading.ts';

export const LARGE_TURNOVER = 10_000_000_000;
const TIMES_CAPITAL = 20;

/** What it sold by its own word: the larger of revenue declared and invoices issued, đồng. */
export function turnoverOf({ returns, invoiced }: Pick<Reading, 'returns' | 'invoiced'>): number {
  return Math.max(returns.revenue, invoiced);
}

/** Sells what neither its capital nor its hands could bear: such sales speak for nobody. */
export function isBeyondMeans(reading: Pick<Reading, 'facts' | 'returns' | 'invoiced' | 'staff'>): boolean {
  const turnover = turnoverOf(reading);
  const capital = Math.max(reading.facts.charterCapital, 1);
  return reading.staff.insured === 0 && turnover >= LARGE_TURNOVER && turnover / capital >= TIMES_CAPITAL;
}
