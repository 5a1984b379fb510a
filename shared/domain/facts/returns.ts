import type { IsoDate } from '../dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import {
  firstFullQuarter,
  firstQuarterOf,
  lastQuarterDueBy,
  type QuarterNumber,
  quarterNumber,
} from './tax-calendar.ts';

/** What a company declared to the tax authority, by quarter. Money in đồng. */
export interface Returns {
  /** Revenue by quarter: its months added up; a year's return stands for the quarters that have none. */
  readonly declared: ReadonlyMap<QuarterNumber, number>;
  /** Full quarters of its life whose returns fell due within what was heard: from, to, and how many. */
  readonly dueFrom: QuarterNumber;
  readonly dueTo: QuarterNumber;
  readonly due: number;
  /** How many of these have no return. */
  readonly missed: number;
  readonly revenue: number;
}

type ReturnFacts = Pick<
  CompanyFacts,
  'asOf' | 'registeredOn' | 'returns' | 'coverage' | 'enterpriseCode' | 'legalForm'
>;

/**
 * Gathers the returns. The first quarter counts only if the company lived through all of it, none from the one in which
 * it was suspended, and none beyond what was heard.
 */
export function returnsOf(facts: ReturnFacts, suspendedFrom: IsoDate | undefined): Returns {
  const declared = declaredByQuarter(facts.returns);
  let revenue = 0;
  for (const amount of declared.values()) revenue += amount;
  const dueFrom = firstFullQuarter(facts.registeredOn);
  const dueTo = filesReturns(facts) ? lastDue(facts, suspendedFrom) : dueFrom - 1;
  let missed = 0;
  for (let quarter = dueFrom; quarter <= dueTo; quarter += 1) if (!declared.has(quarter)) missed += 1;
  return { declared, dueFrom, dueTo, due: Math.max(0, dueTo - dueFrom + 1), missed, revenue };
}

/** Quarters that fell due and have no return, in order. */
export function unfiledQuarters({ declared, dueFrom, dueTo }: Returns): QuarterNumber[] {
  const quarters = Array.from({ length: Math.max(0, dueTo - dueFrom + 1) }, (_, index) => dueFrom + index);
  return quarters.filter((quarter) => !declared.has(quarter));
}

/** Household businesses pay by another scheme, and a dependent unit's parent files for it. */
export function filesReturns({
  enterpriseCode,
  legalForm,
}: Pick<CompanyFacts, 'enterpriseCode' | 'legalForm'>): boolean {
  return enterpriseCode.length === 10 && legalForm !== 'HKD';
}

/** A return was filed for the quarter, or should have been. */
export function isAnswered({ declared, dueFrom, dueTo }: Returns, quarter: QuarterNumber): boolean {
  return (quarter >= dueFrom && quarter <= dueTo) || declared.has(quarter);
}

function lastDue({ asOf, coverage }: ReturnFacts, suspendedFrom: IsoDate | undefined): QuarterNumber {
  const heardTo = coverage.signals.TO_KHAI_THUE;
  if (heardTo === undefined) return -1;
  const last = lastQuarterDueBy(heardTo < asOf ? heardTo : asOf);
  if (suspendedFrom === undefined) return last;
  return Math.min(last, (quarterNumber(suspendedFrom) ?? 0) - 1);
}

function declaredByQuarter(returns: CompanyFacts['returns']): Map<QuarterNumber, number> {
  const declared = new Map<QuarterNumber, number>();
  let yearly = false;
  for (const { period, revenue } of returns) {
    const quarter = quarterNumber(period);
    if (quarter === undefined) yearly = true;
    else declared.set(quarter, (declared.get(quarter) ?? 0) + revenue);
  }
  if (yearly) for (const { period, revenue } of returns) if (period.length === 4) spreadYear(declared, period, revenue);
  return declared;
}

function spreadYear(declared: Map<QuarterNumber, number>, year: string, revenue: number): void {
  const first = firstQuarterOf(year);
  const quarters = [first, first + 1, first + 2, first + 3];
  const without = quarters.filter((quarter) => !declared.has(quarter));
  const known = quarters.reduce((sum, quarter) => sum + (declared.get(quarter) ?? 0), 0);
  for (const quarter of without) declared.set(quarter, Math.max(0, revenue - known) / without.length);
}
