import type { Month } from './flows.ts';
import { isReturnFiledOrDue, type Returns } from './returns.ts';
import { quarterOfMonth } from './tax-calendar.ts';

/**
 * How far declared revenue (doanh thu kê khai) explains what came in. `unknown`: no return answers for these months
 * yet, or too little money came to ask.
 */
export type RevenueExplanation = 'fully' | 'partly' | 'hardly' | 'unknown';

/** Money that came in against what was declared of the same quarters. Đồng. */
export interface DeclaredRevenue {
  readonly explained: RevenueExplanation;
  /** What came in within quarters that a return answers for, or should; what the owners paid in is left out. */
  readonly answerable: number;
  /** The revenue of these quarters, and of them alone. */
  readonly revenue: number;
  /** The first and the last of these quarters, numbered; 0 where there is none. */
  readonly fromQuarter: number;
  readonly toQuarter: number;
}

const FULLY = 0.4;
const HARDLY = 0.1;
/** Of less money than this nothing follows. */
const ANSWERABLE = 200_000_000;

/** Quarters that a return answers for are held against their own money: a return that isn't due can't be missed. */
export function declaredRevenueOf(months: readonly Month[], returns: Returns, contributed: number): DeclaredRevenue {
  let came = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { period, credit } of months) {
    const quarter = quarterOfMonth(period);
    if (!isReturnFiledOrDue(returns, quarter)) continue;
    came += credit;
    first = Math.min(first, quarter);
    last = Math.max(last, quarter);
  }
  const answerable = Math.max(0, came - contributed);
  let revenue = 0;
  for (const one of returns.declared) if (one.quarter >= first && one.quarter <= last) revenue += one.revenue;
  const explained = explainedBy(answerable, revenue, returns.known);
  return { explained, answerable, revenue, fromQuarter: last === 0 ? 0 : first, toQuarter: last };
}

function explainedBy(answerable: number, revenue: number, known: boolean): RevenueExplanation {
  if (answerable < ANSWERABLE) return 'unknown';
  if (revenue >= answerable * FULLY) return 'fully';
  if (!known) return 'unknown';
  return revenue < answerable * HARDLY ? 'hardly' : 'partly';
}
