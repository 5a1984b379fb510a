import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { AccountFacts, CompanyFacts } from './company-facts.ts';
import type { Month } from './flows.ts';
import { PASS_THROUGH } from './pass-through.ts';
import { isReturnFiledOrDue, type Returns } from './returns.ts';
import { type QuarterNumber, quarterOfMonth } from './tax-calendar.ts';

/** The months of considerable money in a company's accounts, in đồng. */
export interface MoneyHistory {
  /** The first and the last month with considerable money, `yyyy-mm`, and the number of months with it. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly months: number;
  readonly credit: number;
  readonly largest: Month;
}

/** The quarters before the first month's. */
export function isBefore({ firstMonth }: Pick<MoneyHistory, 'firstMonth'>): (quarter: QuarterNumber) => boolean {
  const first = quarterOfMonth(firstMonth);
  return (quarter) => quarter < first;
}

/** The quarters after the last month's. */
export function isAfter({ lastMonth }: Pick<MoneyHistory, 'lastMonth'>): (quarter: QuarterNumber) => boolean {
  const last = quarterOfMonth(lastMonth);
  return (quarter) => quarter > last;
}

/** The time of three months without incoming money. */
const SILENT_DAYS = 89;

/** Derives the history from the months of all accounts; undefined where no month has enough money. */
export function moneyHistoryOf(all: readonly Month[]): MoneyHistory | undefined {
  let first: Month | undefined;
  let last: Month | undefined;
  let months = 0;
  let credit = 0;
  let largest: Month | undefined;
  for (const month of all) {
    if (month.credit < PASS_THROUGH.month) continue;
    first ??= month;
    last = month;
    months += 1;
    credit += month.credit;
    if (month.credit > (largest?.credit ?? 0)) largest = month;
  }
  if (first === undefined || last === undefined || largest === undefined) return undefined;
  return { firstMonth: first.period, lastMonth: last.period, months, credit, largest };
}

/**
 * The day until which all banks that reported such money are covered, if it is long after the last month. Where a bank
 * is not covered beyond that month, later money is unknown.
 */
export function silentUntil(
  { lastMonth }: MoneyHistory,
  { accounts, coverage }: Pick<CompanyFacts, 'accounts' | 'coverage'>,
): IsoDate | undefined {
  let until: IsoDate | undefined;
  for (const { bank, flows } of accounts) {
    if (!flows.some(isMuch)) continue;
    const to = coverage.flows[bank]?.to;
    if (to === undefined) return undefined;
    if (until === undefined || to < until) until = to;
  }
  return until !== undefined && daysBetween(periodEnd(lastMonth), until) >= SILENT_DAYS ? until : undefined;
}

/**
 * The day since which all banks that reported such money are covered, not before the registration. What came in before it
 * is unknown.
 */
export function heardSince({
  accounts,
  coverage,
  registeredOn,
}: Pick<CompanyFacts, 'accounts' | 'coverage' | 'registeredOn'>): IsoDate | undefined {
  let since = registeredOn;
  for (const { bank, flows } of accounts) {
    if (!flows.some(isMuch)) continue;
    const from = coverage.flows[bank]?.from;
    if (from === undefined) return undefined;
    if (from > since) since = from;
  }
  return since;
}

/** The days from registration to the first day of a month; 0 in the month of registration. */
export const ageInMonth = (month: string, { registeredOn }: Pick<CompanyFacts, 'registeredOn'>): number =>
  Math.max(0, daysBetween(registeredOn, `${month}-01`));

const isMuch = ({ credit }: AccountFacts['flows'][number]): boolean => credit >= PASS_THROUGH.month;

/** The number of returns due for quarters since the first money, where not one return was ever filed. */
export function returnsNeverFiled({ firstMonth }: MoneyHistory, returns: Returns): number {
  if (returns.declared.length > 0) return 0;
  let due = 0;
  const from = Math.max(returns.dueFrom, quarterOfMonth(firstMonth));
  for (let quarter = from; quarter <= returns.dueTo; quarter += 1) if (isReturnFiledOrDue(returns, quarter)) due += 1;
  return due;
}
