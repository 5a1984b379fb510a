import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';

/**
 * Removes rows of a coarser period where a row of a finer period within it exists: a week with one of its days, a year
 * with one of its months. A week that only overlaps a month stays.
 */
export function finestOnly<T extends { readonly period: string }>(rows: readonly T[]): T[] {
  const lengths = new Set(rows.map(({ period }) => rankOf(period)));
  if (lengths.size < 2) return [...rows];
  const spans = rows.map(({ period }) => ({ ...daysOfPeriod(period), rank: rankOf(period) }));
  return rows.filter((_, place) => {
    const own = spans[place];
    return own === undefined || !spans.some(({ from, rank }) => rank < own.rank && from >= own.from && from <= own.to);
  });
}

/** The kinds of periods, from day to year. */
function rankOf(period: string): number {
  if (period.length === 10) return 0;
  if (period.length === 4) return 4;
  return period[5] === 'W' ? 1 : period[5] === 'Q' ? 3 : 2;
}
