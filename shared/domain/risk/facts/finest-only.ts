import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';

/**
 * Rows of one matter by period, without those of a coarser period that a finer one of the same time stands beside: a week
 * beside one of its days, a year beside one of its months. A week beside a month that it only overlaps stays.
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

/** Day, week, month, quarter, year. */
function rankOf(period: string): number {
  if (period.length === 10) return 0;
  if (period.length === 4) return 4;
  return period[5] === 'W' ? 1 : period[5] === 'Q' ? 3 : 2;
}
