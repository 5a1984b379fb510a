import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { Span } from '../coverage.ts';
import type { CompanyProfile } from './company-profile.ts';
import { revenueOf } from './returns.ts';
import { firstFullQuarter, quarterNumber, type QuarterNumber, quarterOfMonth } from './tax-calendar.ts';

/** A company's declared sales in đồng, and the number of their quarters. */
interface Turnover {
  /** The larger of revenue declared and invoices issued. */
  readonly turnover: number;
  readonly quarters: number;
  /** The number of the latest of these quarters; 0 where there is none. */
  readonly lastQuarter: QuarterNumber;
}

export function turnoverOf({
  facts,
  returns,
  invoiced,
}: Pick<CompanyProfile, 'facts' | 'returns' | 'invoiced'>): Turnover {
  const quarters = new Set<number | undefined>();
  for (const { quarter, revenue = 0 } of returns.declared) if (revenue > 0) quarters.add(quarter);
  for (const { period } of facts.invoices) quarters.add(quarterNumber(period));
  let lastQuarter = 0;
  for (const quarter of quarters) if (quarter !== undefined && quarter > lastQuarter) lastQuarter = quarter;
  return { turnover: Math.max(returns.revenue, invoiced), quarters: quarters.size, lastQuarter };
}

const A_QUARTER = 5_000_000_000;
/** A company that insures more people than this counts as having staff. */
const HANDFUL = 3;

/**
 * The quarterly sales for each insured person and the owner beyond which a small staff is implausible; such sales do
 * not count in a company's favour. A company whose staff was never reported may have many people.
 */
export function isBeyondMeans(reading: Pick<CompanyProfile, 'facts' | 'returns' | 'invoiced' | 'staff'>): boolean {
  const { insured } = reading.staff;
  if (insured === undefined || insured > HANDFUL) return false;
  const people = insured + 1;
  if (Math.max(reading.returns.revenue, reading.invoiced) < A_QUARTER * people) return false;
  const { turnover, quarters } = turnoverOf(reading);
  return turnover >= A_QUARTER * quarters * people;
}

const SEVERAL_MONTHS = 3;
const MUCH_SOLD = 2_000_000_000;
const REACHES_ACCOUNTS = 0.15;
const FEW_HANDS = 2;

/** The sales that the company declared for whole quarters that its banks' flows cover. */
export interface CoveredSales {
  readonly fromQuarter: QuarterNumber;
  readonly toQuarter: QuarterNumber;
  readonly turnover: number;
}

type Banked = Pick<CompanyProfile, 'facts' | 'returns' | 'months'>;

/** The quarters from the first to the last movement of money that every bank covers to their end; other banks are unknown. */
export function coveredSales({ facts, returns, months }: Banked): CoveredSales | undefined {
  const covered = banksCovered(facts);
  const [first, last] = [months[0], months.at(-1)];
  if (covered === undefined || first === undefined || last === undefined) return undefined;
  const fromQuarter = Math.max(quarterOfMonth(first.period), firstFullQuarter(covered.from));
  const toQuarter = Math.min(quarterOfMonth(last.period), quarterOfMonth(addDays(covered.to, 1)) - 1);
  const isCovered = (quarter: QuarterNumber) => quarter >= fromQuarter && quarter <= toQuarter;
  const revenue = revenueOf(returns.declared, fromQuarter, toQuarter);
  let invoiced = 0;
  for (const { period, total } of facts.invoices) if (isCovered(quarterNumber(period) ?? -1)) invoiced += total ?? 0;
  return { fromQuarter, toQuarter, turnover: Math.max(revenue, invoiced) };
}

/** The days that all of the company's banks cover. */
function banksCovered({ accounts, coverage }: Banked['facts']): Span | undefined {
  let all: Span | undefined;
  for (const { bank } of accounts) {
    const one = coverage.flows[bank];
    if (one === undefined) return undefined;
    all ??= one;
    all = { from: one.from > all.from ? one.from : all.from, to: one.to < all.to ? one.to : all.to };
  }
  return all;
}

/**
 * Whether a company with few people has large sales of which hardly any money came into its accounts. It is undecided
 * where a bank is not covered or the staff was never reported.
 */
export function unpaidSales(
  reading: Pick<CompanyProfile, 'facts' | 'returns' | 'invoiced' | 'months' | 'staff'>,
): CoveredSales | undefined {
  const { months, staff } = reading;
  if (Math.max(reading.returns.revenue, reading.invoiced) < MUCH_SOLD || months.length < SEVERAL_MONTHS)
    return undefined;
  if (staff.insured === undefined || staff.insured > FEW_HANDS) return undefined;
  const sold = coveredSales(reading);
  if (!sold || sold.turnover < MUCH_SOLD || creditOf(months) >= sold.turnover * REACHES_ACCOUNTS) return undefined;
  return sold;
}

/** The money that came into all accounts, in đồng. */
export function creditOf(months: CompanyProfile['months']): number {
  let sum = 0;
  for (const { credit } of months) sum += credit;
  return sum;
}
