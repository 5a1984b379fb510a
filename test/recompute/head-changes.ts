import { daysFrom, plusDays, sum } from './days-and-quarters.ts';
import { allBanks, monthsOf } from './money-figures.ts';
import { plain, type Cells } from './rows.ts';
import type { Right, Said } from './sentence-class.ts';
import { documentOf } from './cells.ts';
import type { Company } from './company.ts';

export type Changed = 'NGUOI_DAI_DIEN' | 'DIA_CHI' | 'VON' | 'TEN';

const FIELDS = { DIA_CHI: 'dia chi tru so', VON: 'von dieu le', TEN: 'ten doanh nghiep' } as const;

/** The changes of a kind by signals and by versions. */
export function changesOf(company: Company, kind: Changed): string[] {
  const told = company.signals('THAY_DOI').flatMap(({ value, on }) => (value === kind ? [on] : []));
  const valueOf = (rows: readonly Cells[]) =>
    kind !== 'NGUOI_DAI_DIEN'
      ? plain(rows[0]?.[FIELDS[kind]] ?? '')
      : rows
          .flatMap((one) => (isHead(one) ? [documentOf(one['so giay to'])] : []))
          .sort()
          .join();
  const seen = company.versions
    .slice(1)
    .flatMap(({ on, rows }, n) => (valueOf(rows) === valueOf(company.versions[n]?.rows ?? []) ? [] : [on]));
  return [...new Set([...told, ...seen])].sort();
}

export const isHead = (cells: Cells): boolean => /^(?:nguoi dai dien|nddpl)/u.test(plain(cells['vai tro'] ?? ''));

export function changeOf(said: Said, company: Company): Right {
  const on = changesOf(company, 'NGUOI_DAI_DIEN').at(-1) ?? '';
  const since = Number(on.slice(8)) <= 15 ? on.slice(0, 7) : plusDays(`${on.slice(0, 7)}-28`, 4).slice(0, 7);
  const months = monthsOf(company.months);
  const [before, later] = [
    months.filter(({ period }) => period < since),
    months.filter(({ period }) => period >= since),
  ];
  return {
    on,
    since,
    age: daysFrom(company.registeredOn, on),
    before: sum(before, (one) => one.credit),
    nothing: before.length === 0 ? said.nothing : 'có tiền vào',
    month: later[0]?.period,
    credit: sum(later, (one) => one.credit),
    registered: company.registeredOn,
    monthly: before.length === 0 ? undefined : sum(before, (one) => one.credit) / before.length,
    banks: allBanks(company),
  };
}
