import type { Cells } from './rows.ts';
import { DAY_MS, sum } from './days-and-quarters.ts';
import { isNothing, money } from './shown.ts';
import type { Company, Month } from './company.ts';

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
  empty: [cells['tong ghi co'], cells['tong ghi no']].filter((total) => money(total) === undefined).length,
});

const decimalOf = (text = ''): number | undefined => (isNothing(text) ? undefined : Number(text.replace(',', '.')));

/** The month in which a day or a week counts: a week in that of its Thursday. */
export function monthIn(period: string): string {
  const [, year, week] = /^(\d{4})-W(\d\d)$/u.exec(period) ?? [];
  if (year === undefined) return period.slice(0, 7);
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
  return new Date(monday + ((Number(week) - 1) * 7 + 3) * DAY_MS).toISOString().slice(0, 7);
}

/** Of two rows for one period the larger counts, and days add up to the month that they replace. */
export function largest(rows: readonly Month[]): Month[] {
  const by = new Map<string, Month>();
  for (const one of rows) {
    const key = `${one.bank} ${one.number} ${one.period}`;
    const held = by.get(key);
    if (held === undefined || one.credit > held.credit || (one.credit === held.credit && one.debit > held.debit))
      by.set(key, one);
  }
  const months = Map.groupBy(by.values(), ({ bank, number, period }) => `${bank} ${number} ${monthIn(period)}`);
  return [...months.values()].map(addedUp).sort((a, b) => (a.period < b.period ? -1 : 1));
}

function addedUp(all: readonly Month[]): Month {
  const finer = all.filter(({ period }) => !MONTHS.test(period));
  const [first] = all;
  if (first === undefined || finer.length === 0) return first!;
  const counted = finer.every(({ payments }) => payments !== undefined);
  const telling = finer.filter(({ foreign }) => foreign !== undefined);
  const told = sum(telling, (one) => one.payments);
  return {
    ...first,
    period: monthIn(first.period),
    credit: sum(finer, (one) => one.credit),
    debit: sum(finer, (one) => one.debit),
    payments: counted ? sum(finer, (one) => one.payments) : undefined,
    empty: Math.max(...finer.map(({ empty }) => empty)),
    held: middleOf(finer),
    foreign: told > 0 ? sum(telling, (one) => (one.payments ?? 0) * (one.foreign ?? 0)) / told : undefined,
  };
}

/** The minutes that half of the money stays at most. */
function middleOf(rows: readonly Month[]): number | undefined {
  const timed = rows.filter(({ held }) => held !== undefined).sort((a, b) => (a.held ?? 0) - (b.held ?? 0));
  const half = sum(timed, (one) => one.credit) / 2;
  let passed = 0;
  return timed.find((one) => (passed += one.credit) >= half)?.held;
}
