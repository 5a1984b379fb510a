import { createHash } from 'node:crypto';
import { type Cells, plain, type Row, rowsOfFile } from './rows.ts';
import { money, numberIn, when } from './shown.ts';

export interface Month {
  readonly bank: string;
  readonly number: string;
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  readonly payments: number | undefined;
  readonly held: number | undefined;
  readonly foreign: number | undefined;
}

/** What the rows of a world say about one company. */
export interface Company {
  readonly code: string;
  readonly versions: readonly { readonly on: string; readonly rows: readonly Cells[] }[];
  readonly first: Cells;
  readonly people: readonly Cells[];
  readonly registeredOn: string;
  readonly capital: number;
  readonly accounts: readonly Cells[];
  readonly months: readonly Month[];
  readonly signals: (kind: string) => readonly Signal[];
  readonly paid: readonly {
    readonly bank: string;
    readonly number: string;
    readonly receiver: string;
    readonly period: string;
    readonly debit: number;
  }[];
}

export interface Signal {
  readonly on: string;
  readonly value: string;
  readonly note: string;
  readonly amount: number | undefined;
}

export interface World {
  readonly asOf: string;
  /** The last day of which the tax office sent a return. */
  readonly returnsUntil: string;
  /** The day on which the files were received, where it is known. */
  readonly receivedOn?: string | undefined;
  readonly rows: readonly Row[];
  readonly checksums: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
  readonly company: (code: string) => Company;
  /** The present number of the person of a row, by the police's rows. */
  readonly personIn: (one: Cells) => string;
  readonly of: (feed: string, heading: string) => readonly Row[];
  /** The points of the bad signs in a company's own facts, where they are known. */
  readonly signs: Map<string, number>;
  readonly sharing: (kind: string) => ReadonlyMap<string, ReadonlySet<string>>;
}

const once = <Value>(compute: (key: string) => Value) => {
  const known = new Map<string, Value>();
  return (key: string): Value => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key)!;
  };
};

/** A number that a spreadsheet took the first zeros from. */
const padded = (text = '', length: number) => (/^\d+$/u.test(text) ? text.padStart(length, '0') : text);
const codeOf = (cells: Cells): string => padded(cells['ma so doanh nghiep'], 10);
export const documentOf = (number = ''): string =>
  /^\d{10,12}$/u.test(number) ? padded(number, 12) : /^\d{8}$/u.test(number) ? padded(number, 9) : number;
export const phoneOf = (phone = ''): string => {
  const digits = phone.replaceAll(/\D/gu, '').replace(/^84(?=\d{9}$)/u, '0');
  return digits === '' ? '' : padded(digits, 10);
};
const isDay = (day: string): boolean =>
  /^\d{4}$/u.test(day) || (/^\d{4}-\d\d-\d\d$/u.test(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day));

/** Whether a row of the register can be right: whoever reads it must reject others. */
const isRegistration = ({ cells }: Row, asOf: string): boolean =>
  cells['ten doanh nghiep'] !== '' &&
  isDay(when(cells['ngay dang ky'])) &&
  isDay(when(cells['ngay sinh'])) &&
  when(cells['ngay sinh']) <= asOf &&
  !Number.isNaN(money(cells['von dieu le'])) &&
  /^(?:nguoi|thanh vien|chu so huu|nddpl|nuq|tv|cshhl)/u.test(plain(cells['vai tro'] ?? ''));

/** No tax status has this code, so that such a row is rejected. */
const UNKNOWN_STATUS = '08';
const MONTHS = /^\d{4}-\d\d$/u;

export async function worldOf(files: ReadonlyMap<string, Buffer>, asOf: string, receivedOn?: string): Promise<World> {
  const rows: Row[] = [];
  for (const [name, bytes] of files) rows.push(...(await rowsOfFile(name, bytes)));
  const of = once((key) => {
    const [feed = '', heading = ''] = key.split('|');
    return rows.filter((row) => row.feed === feed && row.cells[heading] !== undefined);
  });
  const grouped = once((key) => {
    const [feed = '', heading = '', by = heading] = key.split('|');
    return Map.groupBy(of(`${feed}|${heading}`), ({ cells }) =>
      by === 'ma so doanh nghiep' ? codeOf(cells) : (cells[by] ?? ''),
    );
  });
  const registered = Map.groupBy(
    of('registrations|ma so doanh nghiep').filter((row) => isRegistration(row, asOf)),
    ({ cells }) => codeOf(cells),
  );
  const accountsOf = grouped('accounts|ngay mo|ma so doanh nghiep');
  const flowsOf = grouped('accounts|tong ghi co|so tai khoan');
  const signalsOf = grouped('activities|loai tin hieu|ma so doanh nghiep');
  const paidOf = grouped('accounts|ma doi ung|so tai khoan');

  const company = once((code): Company => {
    const byDay = Map.groupBy(registered.get(code) ?? [], ({ cells }) =>
      when(cells['ngay thay doi'] || cells['ngay dang ky']),
    );
    const versions = [...byDay]
      .map(([on, found]) => ({ on, rows: found.map(({ cells }) => cells) }))
      .sort((a, b) => (a.on < b.on ? -1 : 1));
    const people = versions.at(-1)?.rows ?? [];
    const first = people[0] ?? {};
    // Of several rows for one account the latest holds
    const accounts = [
      ...new Map(
        (accountsOf.get(code) ?? []).map(({ cells }) => [`${cells['ngan hang']} ${cells['so tai khoan']}`, cells]),
      ).values(),
    ];
    const isOwn = (one: Cells, { cells }: Row) => cells['ngan hang'] === one['ngan hang'];
    const months = accounts.flatMap((one) =>
      (flowsOf.get(one['so tai khoan'] ?? '') ?? [])
        .filter((row) => isOwn(one, row))
        .map(({ cells }) => monthOf(cells)),
    );
    const signals = once((kind) => {
      const all = (signalsOf.get(code) ?? []).flatMap(({ cells }) =>
        cells['loai tin hieu'] === kind && cells['gia tri'] !== UNKNOWN_STATUS ? [signalOf(cells)] : [],
      );
      return latest(kind, all);
    });
    return {
      code,
      versions,
      first,
      people,
      registeredOn: when(first['ngay dang ky']),
      capital: money(first['von dieu le']) ?? 0,
      accounts,
      months: largest(months),
      signals,
      paid: largestPaid(
        accounts.flatMap((one) =>
          (paidOf.get(one['so tai khoan'] ?? '') ?? [])
            .filter((row) => isOwn(one, row))
            .map(({ cells }) => ({
              bank: cells['ngan hang'] ?? '',
              number: cells['so tai khoan'] ?? '',
              receiver: cells['ma doi ung'] ?? '',
              period: cells['ky'] ?? '',
              debit: money(cells['tong ghi no']) ?? 0,
            })),
        ),
      ),
    };
  });
  const codes = new Set(registered.keys());
  const personIn = personsOf(of('identities|so giay to'));
  return {
    asOf,
    returnsUntil: of('activities|loai tin hieu')
      .flatMap(({ cells }) => (cells['loai tin hieu'] === 'TO_KHAI_THUE' ? [when(cells['ngay'])] : []))
      .filter((day) => day <= asOf)
      .reduce((last, day) => (day > last ? day : last), ''),
    receivedOn,
    rows,
    codes,
    company,
    signs: new Map(),
    personIn,
    of: (feed, heading) => of(`${feed}|${heading}`),
    checksums: new Map([...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')])),
    sharing: once((kind) => sharingOf(kind, [...codes].map(company), rows, personIn)),
  };
}

/** Of two totals paid from an account to a receiver in one period the larger counts. */
function largestPaid(paid: Company['paid']): Company['paid'] {
  const by = new Map<string, Company['paid'][number]>();
  for (const one of paid) {
    const key = `${one.bank} ${one.number} ${one.period} ${one.receiver}`;
    if (one.debit > (by.get(key)?.debit ?? -1)) by.set(key, one);
  }
  return [...by.values()];
}

const named = (one: Cells) => `${plain(one['ho va ten'] ?? '')} ${when(one['ngay sinh'])}`;
/** Finds people by their number, an old number, or where the number is nobody's by their name and day of birth. */
function personsOf(records: readonly Row[]): (one: Cells) => string {
  const [numbers, names] = [new Map<string, string>(), new Map<string, string>()];
  for (const { cells } of records) {
    const number = documentOf(cells['so giay to']);
    numbers.set(number, number);
    if (cells['so cmnd cu']) numbers.set(documentOf(cells['so cmnd cu']), number);
    names.set(named(cells), number);
  }
  return (one) => {
    const number = documentOf(one['so giay to']);
    return numbers.get(number) ?? names.get(named(one)) ?? number;
  };
}

const monthOf = (cells: Cells): Month => ({
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
function largest(months: readonly Month[]): Month[] {
  const by = new Map<string, Month>();
  for (const one of months.filter(({ period }) => MONTHS.test(period))) {
    const key = `${one.bank} ${one.number} ${one.period}`;
    const held = by.get(key);
    if (held === undefined || one.credit > held.credit) by.set(key, one);
  }
  return [...by.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

const signalOf = (cells: Cells): Signal => ({
  on: when(cells['ngay']),
  value: cells['gia tri'] ?? '',
  note: cells['ky ghi chu'] ?? '',
  amount: cells['gia tri'] === '' ? undefined : numberIn(cells['gia tri'] ?? ''),
});

/** Of a period the latest return or invoice total; contributions add up, identical ones once. */
function latest(kind: string, signals: readonly Signal[]): Signal[] {
  const sorted = signals.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const key = (one: Signal) =>
    kind === 'TO_KHAI_THUE' || kind === 'HOA_DON' ? one.note : [one.on, one.value, one.note].join(' ');
  return [...new Map(sorted.map((one) => [key(one), one])).values()];
}

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
function sharingOf(
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
