import type { Cells } from './rows.ts';
import { money } from './shown.ts';
import type { Company, Month } from './world.ts';

const MONTHS = /^\d{4}-\d\d$/u;

/** Of two totals paid from an account to a receiver in one period the larger counts. */
export function largestPaid(paid: Company['paid']): Company['paid'] {
  const by = new Map<string, Company['paid'][number]>();
  for (const one of paid) {
    const key = `${one.bank} ${one.number} ${one.period} ${one.receiver}`;
    if (one.debit > (by.get(key)?.debit ?? -1)) by.set(key, one);
  }
  return [...by.values()];
}

export const monthOf = (cells: Cells): Month => ({
  bank: cells['ngan hang'] ?? '',
  number: cells['so tai khoan'] ?? '',
  period: cells['ky'] ?? '',
  credit: money(cells['tong ghi co']) ?? 0,
  debit: money(cells['tong ghi no']) ?? 0,
  payments: money(cells['so giao dich']),
  held: decimalOf(cells['thoi gian luu tien trung vi phut']),
  foreign: decimalOf(cells['ty le giao dich ip nuoc ngoai']),
});

const decimalOf = (text = ''): number | undefined => (text === '' ? undefined : Number(text.replace(',', '.')));

/** Of two rows for one period the larger counts. */
export function largest(months: readonly Month[]): Month[] {
  const by = new Map<string, Month>();
  for (const one of months.filter(({ period }) => MONTHS.test(period))) {
    const key = `${one.bank} ${one.number} ${one.period}`;
    const held = by.get(key);
    if (held === undefined || one.credit > held.credit) by.set(key, one);
  }
  return [...by.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}
