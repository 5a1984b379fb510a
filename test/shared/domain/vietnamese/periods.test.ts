import { describe, expect, it } from 'vitest';
import { parsePeriod, periodEnd, periodStart, returnDueOn } from '#shared/domain/vietnamese/periods.ts';

describe('parsePeriod', () => {
  it.each([
    ['2025-Q1', '2025-Q1'],
    ['Q1/2025', '2025-Q1'],
    ['Quý 1/2025', '2025-Q1'],
    ['Quý IV năm 2024', '2024-Q4'],
    ['QUÝ I/2025', '2025-Q1'],
    ['2025-01', '2025-01'],
    ['01/2025', '2025-01'],
    ['1/2025', '2025-01'],
    ['Tháng 3/2025', '2025-03'],
    ['T12/2025', '2025-12'],
    ['202503', '2025-03'],
    ['2025', '2025'],
    ['Năm 2025', '2025'],
    ['Sep-25', '2025-09'],
    ['Nov 2024', '2024-11'],
    ['September-25', '2025-09'],
    ['Thg9-25', '2025-09'],
    ['thg 11-25', '2025-11'],
  ])('parsePeriod reads %s as %s', (text, period) => {
    expect(parsePeriod(text)).toBe(period);
    expect(parsePeriod(text.normalize('NFD'))).toBe(period);
  });

  it.each([
    'Q5/2025',
    '13/2025',
    '2025-13',
    '2025-Q0',
    '01/02/2025',
    '25-Sep',
    'Abc-25',
    'Thg13-25',
    '',
    'Tạm ngừng kinh doanh 12 tháng',
  ])('parsePeriod refuses %s', (text) => {
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
