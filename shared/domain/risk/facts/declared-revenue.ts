import type { Month } from './flows.ts';
import { isDeclared, isReturnFiledOrDue, revenueOf, type Returns } from './returns.ts';
import { quarterOfMonth } from './tax-calendar.ts';

/**
 * How far declared revenue (doanh thu kê khai) explains the money that came in. `unknown` means that no return covers
 * these months yet, or that too little money came in.
 */
export type RevenueExplanation = 'fully' | 'partly' | 'hardly' | 'unknown';

/** The money that came in and the declared revenue of the same quarters, in đồng. */
export interface DeclaredRevenue {
  readonly explained: RevenueExplanation;
  /** The money that came in within quarters with a filed or owed return, without the owners' capital. */
  readonly answerable: number;
  /** The declared revenue of exactly these quarters. */
  readonly revenue: number;
  /** The numbers of the first and last of these quarters; 0 where there are none. */
  readonly fromQuarter: number;
  readonly toQuarter: number;
  /** How many of the quarters with this money have a filed return, and how many an owed one. */
  readonly filed: number;
  readonly owed: number;
  /** The money that came in within other quarters, whose return is not long overdue or not covered. */
  readonly unanswered: number;
}

/** Declared revenue of this share of the money explains it. */
export const FULLY = 0.4;
const HARDLY = 0.1;
/** The least money from which a conclusion follows. */
const ANSWERABLE = 200_000_000;

/** Compares only quarters with a filed or owed return with their money, because a return that isn't due can't be missing. */
export function declaredRevenueOf(months: readonly Month[], returns: Returns, contributed: number): DeclaredRevenue {
  let came = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  let unanswered = 0;
  let [filed, owed] = [0, 0];
  let before = -1;
  for (const { period, credit } of months) {
    const quarter = quarterOfMonth(period);
    if (!isReturnFiledOrDue(returns, quarter)) {
      unanswered += credit;
      continue;
    }
    // Months are sorted, so those of one quarter follow one another
    if (quarter !== before) {
      if (isDeclared(returns.declared, quarter)) filed += 1;
      else owed += 1;
    }
    before = quarter;
    came += credit;
    first = Math.min(first, quarter);
    last = Math.max(last, quarter);
  }
  const answerable = Math.max(0, came - contributed);
  const revenue = revenueOf(returns.declared, first, last);
  const explained = explainedBy(answerable, revenue, returns.known);
  return {
    explained,
    answerable,
    revenue,
    fromQuarter: last === 0 ? 0 : first,
    toQuarter: last,
    filed,
    owed,
    unanswered,
  };
}

function explainedBy(answerable: number, revenue: number, known: boolean): RevenueExplanation {
  if (answerable < ANSWERABLE) return 'unknown';
  if (revenue >= answerable * FULLY) return 'fully';
  if (!known) return 'unknown';
  return revenue < answerable * HARDLY ? 'hardly' : 'partly';
}
