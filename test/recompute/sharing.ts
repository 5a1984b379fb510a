import { phoneOf } from './cells.ts';
import { type Cells, type Row, plain } from './rows.ts';
import type { Company } from './company.ts';

/** The accounts that received most of a company's money: at most six, each with 50 million đồng and a twentieth of it. */
function mainReceivers({ paid }: Company): string[] {
  const by = new Map<string, number>();
  for (const { receiver, debit } of paid) by.set(receiver, (by.get(receiver) ?? 0) + debit);
  const all = [...by.values()].reduce((total, debit) => total + debit, 0);
  const sorted = [...by].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return sorted
    .slice(0, 6)
    .flatMap(([receiver, debit]) => (debit >= 50_000_000 && debit >= all / 20 ? [receiver] : []));
}

const COLUMNS: Readonly<Record<string, (company: Company) => readonly string[]>> = {
  'trụ sở': ({ first }) => [plain(first['dia chi tru so'] ?? '')],
  'số điện thoại': ({ people, accounts }) => [
    ...people.flatMap((one) => [phoneOf(one['dien thoai']), phoneOf(one['dien thoai ca nhan'])]),
    ...accounts.map((one) => phoneOf(one['so dien thoai'])),
  ],
  'thư điện tử': ({ first }) => [(first['email'] ?? '').toLowerCase()],
  'tài khoản đối ứng': ({ paid }) => paid.map(({ receiver }) => receiver),
  'tài khoản nhận chính': mainReceivers,
};

/** The companies that have each value of a kind, by the value. */
export function sharingOf(
  kind: string,
  companies: readonly Company[],
  rows: readonly Row[],
  personIn: (one: Cells) => string,
): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>();
  const add = (value: string, code: string) => {
    if (value !== '') by.set(value, (by.get(value) ?? new Set()).add(code));
  };
  const values = COLUMNS[kind];
  for (const one of companies) for (const value of values?.(one) ?? []) add(value, one.code);
  if (kind === 'người đứng tên')
    for (const { code, people } of companies) for (const one of people) add(personIn(one), code);
  if (kind === 'thiết bị giao dịch') {
    const owner = new Map(
      companies.flatMap(({ code, accounts }) => accounts.map((one) => [one['so tai khoan'], code] as const)),
    );
    for (const { cells } of rows)
      if (cells['ma thiet bi'] !== undefined) add(cells['ma thiet bi'], owner.get(cells['so tai khoan']) ?? '');
  }
  return by;
}
