import type { IsoDate } from '../dates.ts';
import { periodEnd, periodStart, returnDueOn } from '../periods.ts';

/** A quarter whose return is due. */
export interface Quarter {
  readonly period: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

const FIRST_YEAR = 2015;
const LAST_YEAR = 2100;
const CACHED = 16;
const cache = new Map<string, readonly Quarter[]>();

/** The quarters whose returns fell due on `heardTo` at the latest (Luật Quản lý thuế 38/2019 Art. 44), oldest first. */
export function quartersDueBy(heardTo: IsoDate): readonly Quarter[] {
  const cached = cache.get(heardTo);
  if (cached) return cached;
  const quarters: Quarter[] = [];
  for (let year = FIRST_YEAR; year <= Math.min(LAST_YEAR, Number(heardTo.slice(0, 4))); year += 1) {
    for (let number = 1; number <= 4; number += 1) {
      const period = `${year}-Q${number}`;
      if (returnDueOn(period) <= heardTo) quarters.push({ period, start: periodStart(period), end: periodEnd(period) });
    }
  }
  if (cache.size >= CACHED) cache.clear();
  cache.set(heardTo, quarters);
  return quarters;
}

const quarterOfMonth = new Map<string, string>();
const MONTHS_KEPT = 1200;

/** The quarter, `yyyy-Qn`, that a month or a quarter lies in; a year alone lies in none. */
export function quarterOfPeriod(period: string): string | undefined {
  if (period.length === 4) return undefined;
  if (period[5] === 'Q') return period;
  const known = quarterOfMonth.get(period);
  if (known !== undefined) return known;
  const quarter = `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`;
  if (quarterOfMonth.size < MONTHS_KEPT) quarterOfMonth.set(period, quarter);
  return quarter;
}
