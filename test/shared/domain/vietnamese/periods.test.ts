import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { parsePeriod, periodEnd, periodStart, returnDueOn } from '#shared/domain/vietnamese/periods.ts';

describe('parsePeriod', () => {
  it.each(csvCases('periods.csv', import.meta))('parsePeriod reads %s as %s', (text, period) => {
    expect(parsePeriod(text)).toBe(period);
    expect(parsePeriod(text.normalize('NFD'))).toBe(period);
  });

  it.each(csvCases('periods-refused.csv', import.meta))('parsePeriod refuses %s', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe('the days of a period', () => {
  it.each([
    ['2025-02', '2025-02-01', '2025-02-28', '2025-03-20'],
    ['2025-12', '2025-12-01', '2025-12-31', '2026-01-20'],
    ['2025-Q1', '2025-01-01', '2025-03-31', '2025-04-30'],
    ['2025-Q4', '2025-10-01', '2025-12-31', '2026-01-31'],
    ['2025', '2025-01-01', '2025-12-31', '2026-03-31'],
  ])('the period %s runs from %s to %s and is due on %s', (period, start, end, due) => {
    expect([periodStart(period), periodEnd(period), returnDueOn(period)]).toEqual([start, end, due]);
  });
});
