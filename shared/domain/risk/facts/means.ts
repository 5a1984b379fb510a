import { type CapitalState, capitalStanding } from './capital.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { Heard } from './company-facts.ts';
import type { CompanyProfile } from './company-profile.ts';
import { firstFullQuarter, quarterNumber, type QuarterNumber, quarterOfMonth } from './tax-calendar.ts';

export const LARGE_TURNOVER = 10_000_000_000;
const TIMES_CAPITAL = 20;
const PROVEN_SHORT: ReadonlySet<CapitalState> = new Set(['NOT_PROVEN', 'VIOLATION']);

/** What it says it sold: the larger of revenue declared and invoices issued, đồng. */
export function turnoverOf({ returns, invoiced }: Pick<CompanyProfile, 'returns' | 'invoiced'>): number {
  return Math.max(returns.revenue, invoiced);
}

/** What backs its sales: the capital it registered, or, where it was asked to prove it and could not, what it proved. */
export function backingOf({ facts, contributed }: Pick<CompanyProfile, 'facts' | 'contributed'>): number {
  const { charterCapital, reportRequests } = facts;
  if (reportRequests.length === 0) return charterCapital;
  return PROVEN_SHORT.has(capitalStanding(facts).state) ? Math.min(contributed, charterCapital) : charterCapital;
}

/** Sells more than its capital and staff could bear: such sales are no relief. */
export function isBeyondMeans(
  reading: Pick<CompanyProfile, 'facts' | 'contributed' | 'returns' | 'invoiced' | 'staff'>,
): boolean {
  const turnover = turnoverOf(reading);
  return reading.staff.insured === 0 && turnover >= LARGE_TURNOVER && turnover >= backingOf(reading) * TIMES_CAPITAL;
}

const SEVERAL_MONTHS = 3;
const MUCH_SOLD = 2_000_000_000;
const REACHES_ACCOUNTS = 0.15;
const FEW_HANDS = 2;

/** What it sold in whole quarters that its banks' flows cover. */
export interface Sold {
  readonly fromQuarter: QuarterNumber;
  readonly toQuarter: QuarterNumber;
  readonly turnover: number;
}

type Banked = Pick<CompanyProfile, 'facts' | 'returns' | 'money'>;

/** From the quarter in which money first moved to that in which it last did, if every bank was heard to its end: nobody knows of others. */
export function soldWhileCovered({ facts, returns, money }: Banked): Sold | undefined {
  const heard = banksHeard(facts);
  if (heard === undefined || money.months === 0) return undefined;
  const fromQuarter = Math.max(quarterOfMonth(money.from), firstFullQuarter(heard.from));
  const toQuarter = Math.min(quarterOfMonth(money.to), quarterOfMonth(addDays(heard.to, 1)) - 1);
  const isCovered = (quarter: QuarterNumber) => quarter >= fromQuarter && quarter <= toQuarter;
  let [revenue, invoiced] = [0, 0];
  for (const one of returns.declared) if (isCovered(one.quarter)) revenue += one.revenue;
  for (const { period, total } of facts.invoices) if (isCovered(quarterNumber(period) ?? -1)) invoiced += total ?? 0;
  return { fromQuarter, toQuarter, turnover: Math.max(revenue, invoiced) };
}

/** The days that all its banks have told of. */
function banksHeard({ accounts, coverage }: Banked['facts']): Heard | undefined {
  let all: Heard | undefined;
  for (const { bank } of accounts) {
    const one = coverage.flows[bank];
    if (one === undefined) return undefined;
    all ??= one;
    all = { from: one.from > all.from ? one.from : all.from, to: one.to < all.to ? one.to : all.to };
  }
  return all;
}

/**
 * Large sales by few hands, of which hardly anything came into its accounts. A bank that was not heard may have it all, and
 * whose staff nobody has counted may have many.
 */
export function unpaidSales(
  reading: Pick<CompanyProfile, 'facts' | 'returns' | 'invoiced' | 'money' | 'staff'>,
): Sold | undefined {
  const { money, staff } = reading;
  if (turnoverOf(reading) < MUCH_SOLD || money.months < SEVERAL_MONTHS) return undefined;
  if (staff.insured === undefined || staff.insured > FEW_HANDS) return undefined;
  const sold = soldWhileCovered(reading);
  if (!sold || sold.turnover < MUCH_SOLD || money.credit >= sold.turnover * REACHES_ACCOUNTS) return undefined;
  return sold;
}
