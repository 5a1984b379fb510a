import { describe, expect, it } from 'vitest';
import { CreditByMonth } from '#functions/1-read-file/credit-by-month.ts';
import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';

const flow = (period: string, credit: number): FeedRecord => ({
  feed: 'flows',
  bank: '970436',
  accountNumber: '0011',
  flow: { period, credit, debit: 0 },
});
const creditOf = (records: readonly FeedRecord[], before = {}) => {
  const credit = new CreditByMonth(before);
  for (const record of records) credit.add(record, '2026-02-10');
  return credit.byMonth;
};

describe('the credit that a file reports', () => {
  it('a file’s credit adds up by month; a day and a week count in the month in which they end, a quarter in none', () => {
    const records = [
      flow('2025-12', 5),
      flow('2025-12', 7),
      flow('2026-01-31', 1),
      flow('2026-W05', 2),
      flow('2025-Q4', 100),
    ];
    expect(creditOf(records)).toEqual({ '2025-12': 12, '2026-01': 1, '2026-02': 2 });
  });

  it('a file’s credit continues from an earlier run, and leaves out future months and very old ones', () => {
    expect(creditOf([flow('2026-01', 4), flow('2026-03', 9), flow('1999-01', 9)], { '2026-01': 3 })).toEqual({
      '2026-01': 7,
    });
  });

  it('a file’s credit stays at the largest number that a table can store', () => {
    const large = flow('2026-01', Number.MAX_SAFE_INTEGER);
    expect(creditOf([large, large])).toEqual({ '2026-01': Number.MAX_SAFE_INTEGER });
  });
});
