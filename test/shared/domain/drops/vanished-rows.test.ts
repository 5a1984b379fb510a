import { expect, it } from 'vitest';
import { joinMonths, monthOf, newestMonths, vanishedFrom } from '#shared/domain/drops/vanished-rows.ts';

const months = (...all: readonly string[]) => all.map(monthOf);
const YEAR = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
const activities = months(...YEAR);

it('a kind of row that came each month has vanished after two whole months without it', () => {
  const until = (last: number) =>
    vanishedFrom({ activities, 'activities/TO_KHAI_THUE': months(...YEAR.slice(0, last)) });
  // December is the newest month, of which rows may still come
  expect(until(9)).toEqual([{ content: 'activities/TO_KHAI_THUE', last: '2025-09' }]);
  expect(until(10)).toEqual([]);
});

it('what came seldom, or only a few times, has not vanished', () => {
  const kinds = (...own: readonly string[]) => vanishedFrom({ activities, 'activities/BHXH': months(...own) });
  expect(kinds('2025-01', '2025-02', '2025-03', '2025-04', '2025-05')).toEqual([]);
  expect(kinds('2025-01', '2025-02', '2025-03', '2025-04', '2025-07', '2025-08')).toEqual([]);
});

it('a sender that is late has lost nothing, in whatever order its files came', () => {
  const [early = '', ...later] = YEAR;
  const files = [...later, early].map((month) => ({ flows: months(month), 'flows/debit': months(month) }));
  expect(vanishedFrom(joinMonths(...files))).toEqual([]);
  const accounts = months(...YEAR, '2026-01');
  expect(vanishedFrom(joinMonths(...files, { accounts }))).toEqual([]);
  expect(vanishedFrom(joinMonths(...files, { accounts: months(...YEAR, '2026-01', '2026-02', '2026-03') }))).toEqual([
    { content: 'flows', last: '2025-12' },
  ]);
});

it('a file keeps the newest two years of each content', () => {
  const all = Array.from({ length: 30 }, (_, n) => monthOf('2023-01') + n);
  expect(newestMonths({ invoices: all })).toEqual({ invoices: all.slice(6) });
});
