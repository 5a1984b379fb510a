import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import {
  firstFullQuarter,
  firstQuarterOf,
  lastQuarterLateOn,
  type QuarterNumber,
  quarterNumber,
} from './tax-calendar.ts';

/** The revenue declared for a quarter, đồng; undefined where the revenue of one of its returns is unknown. */
export interface DeclaredQuarter {
  readonly quarter: QuarterNumber;
  readonly revenue: number | undefined;
}

/** A company's declarations to the tax authority by quarter, with money in đồng. */
export interface Returns {
  /** The quarters, each once with its months added up. A year's return fills the quarters without returns. */
  readonly declared: readonly DeclaredQuarter[];
  /**
   * The full quarters since registration whose returns are long overdue within the coverage: the first, the last and
   * their number.
   */
  readonly dueFrom: QuarterNumber;
  readonly dueTo: QuarterNumber;
  readonly due: number;
  /** The number of these quarters without a return. */
  readonly missed: number;
  /** The revenue of the quarters of which it is known. */
  readonly revenue: number;
  /** Whether every return has its revenue, and the tax office's revenues are not doubtful. */
  readonly known: boolean;
}

type ReturnFacts = Pick<
  CompanyFacts,
  'asOf' | 'registeredOn' | 'returns' | 'coverage' | 'enterpriseCode' | 'legalForm'
>;

/**
 * Gathers the returns. The first quarter counts only if the company existed in all of it. Quarters from a suspension on
 * and beyond the coverage do not count.
 */
export function returnsOf(facts: ReturnFacts, suspendedFrom: IsoDate | undefined): Returns {
  const declared = declaredByQuarter(facts.returns);
  const dueFrom = firstDue(facts);
  const dueTo = filesReturns(facts) ? lastDue(facts, suspendedFrom) : dueFrom - 1;
  const due = Math.max(0, dueTo - dueFrom + 1);
  let missed = due;
  for (const { quarter } of declared) if (quarter >= dueFrom && quarter <= dueTo) missed -= 1;
  return { declared, dueFrom, dueTo, due, missed, revenue: revenueOf(declared), known: isKnownOf(facts) };
}

/** The known revenue of the quarters, or of those from one to another. */
export function revenueOf(
  declared: readonly DeclaredQuarter[],
  from = 0,
  to: QuarterNumber = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (const { quarter, revenue = 0 } of declared) if (quarter >= from && quarter <= to) sum += revenue;
  return sum;
}

/**
 * Whether a company files its own returns: household businesses are taxed otherwise, and a dependent unit's parent
 * files for it.
 */
export function filesReturns({
  enterpriseCode,
  legalForm,
}: Pick<CompanyFacts, 'enterpriseCode' | 'legalForm'>): boolean {
  return enterpriseCode.length === 10 && legalForm !== 'HKD';
}

/**
 * Whether the code is a dependent unit's (đơn vị phụ thuộc, `10-3`), whose money belongs to its parent, is transferred
 * to it, and is declared by it.
 */
export const isDependentUnit = ({ enterpriseCode }: Pick<CompanyFacts, 'enterpriseCode'>): boolean =>
  enterpriseCode.includes('-');

/** The least mean revenue of a quarter that counts as a trade. */
const A_QUARTERS_SALES = 150_000_000;

/** Whether the returns of which the revenue is known declare the sales of a trade. */
export const declaresSales = ({ revenue, declared }: Pick<Returns, 'revenue' | 'declared'>): boolean =>
  revenue > 0 && revenue >= A_QUARTERS_SALES * knownIn(declared);

function knownIn(declared: readonly DeclaredQuarter[]): number {
  let known = 0;
  for (const { revenue } of declared) if (revenue !== undefined) known += 1;
  return known;
}

/** Whether a return was filed for the quarter, or should have been. */
export function isReturnFiledOrDue({ declared, dueFrom, dueTo }: Returns, quarter: QuarterNumber): boolean {
  return (quarter >= dueFrom && quarter <= dueTo) || isDeclared(declared, quarter);
}

/** Whether a return was filed for the quarter. */
export const isDeclared = (declared: readonly DeclaredQuarter[], quarter: QuarterNumber): boolean =>
  declaredIn(declared, quarter) !== undefined;

/** The quarter's return. A company has few returns, so searching a list is faster than making a map. */
export function declaredIn(declared: readonly DeclaredQuarter[], quarter: QuarterNumber): DeclaredQuarter | undefined {
  for (const one of declared) if (one.quarter === quarter) return one;
  return undefined;
}

/** Quarters without sales: the returns that declare none, and those that are long overdue and were never filed. */
export interface QuartersWithoutSales {
  readonly nought: number;
  readonly owed: number;
}

/** Counts them among the quarters that are asked about; undefined where one of these declares sales, or an unknown revenue. */
export function quartersWithoutSales(
  { declared, dueFrom, dueTo }: Pick<Returns, 'declared' | 'dueFrom' | 'dueTo'>,
  isAsked: (quarter: QuarterNumber) => boolean,
): QuartersWithoutSales | undefined {
  let [nought, owed] = [0, 0];
  for (const { quarter, revenue } of declared) {
    if (!isAsked(quarter)) continue;
    if (revenue !== 0) return undefined;
    nought += 1;
  }
  for (let quarter = dueFrom; quarter <= dueTo; quarter += 1)
    if (isAsked(quarter) && !isDeclared(declared, quarter)) owed += 1;
  return { nought, owed };
}

/** The first full quarter whose returns can have been filed only within the coverage. */
function firstDue({ registeredOn, coverage }: ReturnFacts): QuarterNumber {
  const first = firstFullQuarter(registeredOn);
  const coveredFrom = coverage.signals.TO_KHAI_THUE?.from;
  return coveredFrom === undefined ? first : Math.max(first, firstFullQuarter(coveredFrom) - 1);
}

function lastDue({ asOf, coverage }: ReturnFacts, suspendedFrom: IsoDate | undefined): QuarterNumber {
  const coveredTo = coverage.signals.TO_KHAI_THUE?.to;
  if (coveredTo === undefined) return -1;
  const last = lastQuarterLateOn(coveredTo < asOf ? coveredTo : asOf);
  if (suspendedFrom === undefined) return last;
  return Math.min(last, (quarterNumber(suspendedFrom) ?? 0) - 1);
}

const isKnownOf = ({ returns, coverage }: ReturnFacts): boolean =>
  coverage.revenuesDoubtful !== true && returns.every(isKnown);

const isKnown = ({ revenue }: CompanyFacts['returns'][number]): boolean => revenue !== undefined;

interface AddedQuarter extends DeclaredQuarter {
  revenue: number | undefined;
}

function declaredByQuarter(returns: CompanyFacts['returns']): DeclaredQuarter[] {
  const declared: AddedQuarter[] = [];
  let yearly = false;
  for (const { period, revenue } of returns) {
    const quarter = quarterNumber(period);
    if (quarter === undefined) yearly = true;
    else declare(quarter, revenue, declared);
  }
  if (yearly) for (const { period, revenue } of returns) if (period.length === 4) spreadYear(period, revenue, declared);
  return declared;
}

function declare(quarter: QuarterNumber, revenue: number | undefined, declared: AddedQuarter[]): void {
  for (const one of declared) {
    if (one.quarter !== quarter) continue;
    one.revenue = one.revenue === undefined || revenue === undefined ? undefined : one.revenue + revenue;
    return;
  }
  declared.push({ quarter, revenue });
}

function spreadYear(year: string, revenue: number | undefined, declared: AddedQuarter[]): void {
  const first = firstQuarterOf(year);
  const quarters = [first, first + 1, first + 2, first + 3];
  const without = quarters.filter((quarter) => !isDeclared(declared, quarter));
  const filed = declared.filter(({ quarter }) => quarters.includes(quarter));
  const areKnown = revenue !== undefined && filed.every((one) => one.revenue !== undefined);
  const share = areKnown ? Math.max(0, revenue - revenueOf(filed)) / without.length : undefined;
  for (const quarter of without) declare(quarter, share, declared);
}
