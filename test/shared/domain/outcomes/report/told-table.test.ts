import { expect, it } from 'vitest';
import { HIDDEN, SUPPRESSED_COUNT } from '#shared/domain/outcomes/report/report.ts';
import { toldTable } from '#shared/domain/outcomes/report/duty-sections.ts';

const large = { nothing: 20, totals: 6, minutes: 0, days: 9, needed: 7 };

it('each bank has its accounts by what it tells of them, and the flags that need its rows', () => {
  const { rows, total } = toldTable({ '970405': large, '970436': { ...large, nothing: 0, needed: 0 } });
  expect(rows).toEqual([
    ['Agribank', 35, 20, 6, 0, 9, 7],
    ['Vietcombank', 15, 0, 6, 0, 9, 0],
  ]);
  expect(total).toEqual(['Tổng số', 50, 20, 12, 0, 18, '']);
});

it('counts below 5 are hidden, with what they would follow from', () => {
  const { rows } = toldTable({ '970405': { ...large, totals: 2, needed: 3 }, '970436': large, '970422': large });
  const [small = [], ...others] = rows;
  expect([small[3], small[6]]).toEqual([HIDDEN, SUPPRESSED_COUNT]);
  expect(small.filter((cell) => cell === HIDDEN).length).toBeGreaterThan(1);
  expect(others.some((row) => row[3] === HIDDEN)).toBe(true);
});

it('the only bank is not named where its counts are too few', () => {
  const { rows } = toldTable({ '970405': { ...large, totals: 2 } });
  expect(rows).toEqual([['Quá ít để chia theo nhóm', ...Array.from({ length: 6 }, () => HIDDEN)]]);
});
