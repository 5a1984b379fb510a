import { type CapitalState, capitalStanding } from './capital.ts';
import type { Reading } from './reading.ts';

export const LARGE_TURNOVER = 10_000_000_000;
const TIMES_CAPITAL = 20;
const PROVEN_SHORT: ReadonlySet<CapitalState> = new Set(['NOT_PROVEN', 'VIOLATION']);

/** What it sold by its own word: the larger of revenue declared and invoices issued, đồng. */
export function turnoverOf({ returns, invoiced }: Pick<Reading, 'returns' | 'invoiced'>): number {
  return Math.max(returns.revenue, invoiced);
}

/** What backs its sales: the capital it registered, or, where it was asked to prove it and could not, what it proved. */
export function backingOf({ facts, contributed }: Pick<Reading, 'facts' | 'contributed'>): number {
  const { charterCapital, reportRequests } = facts;
  if (reportRequests.length === 0) return charterCapital;
  return PROVEN_SHORT.has(capitalStanding(facts).state) ? Math.min(contributed, charterCapital) : charterCapital;
}

/** Sells what neither its capital nor its hands could bear: such sales speak for nobody. */
export function isBeyondMeans(
  reading: Pick<Reading, 'facts' | 'contributed' | 'returns' | 'invoiced' | 'staff'>,
): boolean {
  const turnover = turnoverOf(reading);
  return reading.staff.insured === 0 && turnover >= LARGE_TURNOVER && turnover >= backingOf(reading) * TIMES_CAPITAL;
}

const SEVERAL_MONTHS = 3;
const MUCH_SOLD = 2_000_000_000;
const REACHES_ACCOUNTS = 0.15;
const FEW_HANDS = 2;

/** Large sales by few hands, of which hardly anything came into its accounts; a bank that was not heard may have it all. */
export function isUnpaid(reading: Pick<Reading, 'facts' | 'returns' | 'invoiced' | 'money' | 'staff'>): boolean {
  const { accounts, coverage } = reading.facts;
  const turnover = turnoverOf(reading);
  const { months, credit } = reading.money;
  if (turnover < MUCH_SOLD || months < SEVERAL_MONTHS || credit >= turnover * REACHES_ACCOUNTS) return false;
  if ((reading.staff.insured ?? 0) > FEW_HANDS) return false;
  return accounts.every(({ bank }) => coverage.flows[bank] !== undefined);
}
