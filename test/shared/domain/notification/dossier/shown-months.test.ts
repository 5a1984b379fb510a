import { describe, expect, it } from 'vitest';
import type { CaseAccount } from '#shared/domain/notification/dossier/case-file.ts';
import { MOST_MONTHS, withShownMonths } from '#shared/domain/notification/dossier/shown-rows.ts';

const account = (bank: string, n: number, months: number): CaseAccount => ({
  register: { bank, accountNumber: String(n), enterpriseCode: '0900000011' },
  representativeMismatch: false,
  months: Array.from({ length: months }, (_, m) => ({
    period: `${2000 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
    credit: m + 1,
    debit: 1,
  })),
});
const sumOf = ({ months, earlier }: CaseAccount) =>
  months.reduce((sum, { credit }) => sum + credit, earlier?.credit ?? 0);

describe('the months of accounts that a dossier shows', () => {
  it('all months are shown where a bank has no more than ten years of ten accounts', () => {
    const accounts = Array.from({ length: 10 }, (_, n) => account('970436', n, MOST_MONTHS / 10));
    expect(withShownMonths(accounts)).toEqual(accounts);
  });

  it('of very many months of a bank each account shows its latest ones, and the sums stay the same', () => {
    const flood = Array.from({ length: 500 }, (_, n) => account('970436', n, 120));
    const other = account('970418', 1, 300);
    const shown = withShownMonths([...flood, other]);
    expect(shown.at(-1)).toEqual(other);
    expect(shown.slice(0, -1).reduce((sum, { months }) => sum + months.length, 0)).toBe(1000);
    expect(shown[0]?.months.map(({ period }) => period)).toEqual(['2009-11', '2009-12']);
    expect(shown[0]?.earlier?.count).toBe(118);
    expect(shown.map(sumOf)).toEqual([...flood, other].map(sumOf));
  });

  it('of many banks with very many months each, as many of each bank are shown, and the sums stay the same', () => {
    const banks = Array.from({ length: 20 }, (_, n) => String(970400 + n));
    const flood = banks.flatMap((bank) => Array.from({ length: 10 }, (_, n) => account(bank, n, 100)));
    const other = account('970488', 1, 60);
    const shown = withShownMonths([...flood, other]);
    expect(shown.at(-1)).toEqual(other);
    const all = shown.reduce((sum, { months }) => sum + months.length, 0);
    expect(all).toBeLessThanOrEqual(3 * MOST_MONTHS);
    expect(new Set(shown.slice(0, -1).map(({ months }) => months.length))).toEqual(new Set([17]));
    expect(shown.map(sumOf)).toEqual([...flood, other].map(sumOf));
  });

  it('an account without money takes no month of another account at its bank', () => {
    const [one] = withShownMonths([account('970436', 1, MOST_MONTHS + 1), account('970436', 2, 0)]);
    expect([one?.months.length, one?.earlier]).toEqual([MOST_MONTHS, { count: 1, credit: 1, debit: 1 }]);
  });
});
