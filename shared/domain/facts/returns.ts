import type { IsoDate } from '../dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type Quarter, quarterOfPeriod, quartersDueBy } from './tax-calendar.ts';

/** What a company declared to the tax authority, by quarter. Money in đồng. */
export interface Returns {
  /** Revenue by quarter (`yyyy-Qn`): its months added up; a year's return stands for the quarters that have none. */
  readonly declared: ReadonlyMap<string, number>;
  /** Full quarters of its life whose returns fell due within what was heard, oldest first. */
  readonly due: readonly Quarter[];
  /** Those of `due` without a return. */
  readonly missed: readonly Quarter[];
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
  const due = filesReturns(facts) ? dueQuarters(facts, suspendedFrom) : [];
  let revenue = 0;
  for (const amount of declared.values()) revenue += amount;
  return { declared, due, missed: due.length === 0 ? due : due.filter(({ period }) => !declared.has(period)), revenue };
}

/** Household businesses pay by another scheme, and a dependent unit's parent files for it. */
export function filesReturns({
  enterpriseCode,
  legalForm,
}: Pick<CompanyFacts, 'enterpriseCode' | 'legalForm'>): boolean {
  return enterpriseCode.length === 10 && legalForm !== 'HKD';
}

function dueQuarters({ asOf, registeredOn, coverage }: ReturnFacts, suspendedFrom: IsoDate | undefined): Quarter[] {
  const heardTo = coverage.signals.TO_KHAI_THUE;
  if (heardTo === undefined) return [];
  const all = quartersDueBy(heardTo < asOf ? heardTo : asOf);
  let first = all.length;
  while (first > 0 && (all[first - 1]?.start ?? '') >= registeredOn) first -= 1;
  const own = all.slice(first);
  return suspendedFrom === undefined ? own : own.filter(({ end }) => end < suspendedFrom);
}

function declaredByQuarter(returns: CompanyFacts['returns']): Map<string, number> {
  const declared = new Map<string, number>();
  for (const { period, revenue } of returns) {
    const quarter = quarterOfPeriod(period);
    if (quarter !== undefined) declared.set(quarter, (declared.get(quarter) ?? 0) + revenue);
  }
  for (const { period, revenue } of returns) if (period.length === 4) spreadYear(declared, period, revenue);
  return declared;
}

function spreadYear(declared: Map<string, number>, year: string, revenue: number): void {
  const quarters = [1, 2, 3, 4].map((number) => `${year}-Q${number}`);
  const without = quarters.filter((quarter) => !declared.has(quarter));
  const known = quarters.reduce((sum, quarter) => sum + (declared.get(quarter) ?? 0), 0);
  for (const quarter of without) declared.set(quarter, Math.max(0, revenue - known) / without.length);
}
