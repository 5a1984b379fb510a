import { createHash } from 'node:crypto';
import { codeOf, documentOf, isRegistration } from './cells.ts';
import type { Company, Signal } from './company.ts';
import { periodIn } from './days-and-quarters.ts';
import { largest, largestPaid, monthIn, monthOf } from './months.ts';
import { type Cells, type Row, plain, rowsOfFile } from './rows.ts';
import { sharingOf } from './sharing.ts';
import { money, when } from './shown.ts';

export interface World {
  readonly asOf: string;
  /** The first and the last day of which the tax office sent a return. */
  readonly returnsSince: string;
  readonly returnsUntil: string;
  /** The first and the last day of which a contribution was told. */
  readonly contributionsKnown: readonly string[];
  /** The day on which the files were received, where it is known. */
  readonly receivedOn?: string | undefined;
  readonly rows: readonly Row[];
  readonly checksums: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
  readonly company: (code: string) => Company;
  /** The days on which the flows of each bank that told of considerable money begin. */
  readonly flowsSince: (company: Company) => readonly string[];
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

const CONSIDERABLE = 20_000_000;
/** No tax status has this code, so that such a row is rejected. */
const UNKNOWN_STATUS = '08';

/** The heading of the day or the period of each kind of row that tells of something that happened. */
const DAY_OF: Readonly<Record<string, readonly string[]>> = {
  activities: ['ngay', 'ky'],
  accounts: ['ky', 'ngay mo'],
  'suspicious-accounts': ['ngay'],
};

/** Whether a row tells of a day, or of the beginning of a period, that is not after the day of the assessment. Devices have no day. */
function hasHappened({ feed, cells }: Row, asOf: string): boolean {
  if (cells['ma thiet bi'] !== undefined) return true;
  const [said = ''] = (DAY_OF[feed] ?? []).flatMap((heading) => cells[heading] ?? []);
  const [, year, quarter] = /^(\d{4})-Q(\d)$/u.exec(said) ?? [];
  if (quarter !== undefined) return `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01` <= asOf;
  return said.includes('W') ? monthIn(said) <= asOf : when(said) <= asOf;
}

export async function worldOf(files: ReadonlyMap<string, Buffer>, asOf: string, receivedOn?: string): Promise<World> {
  const rows: Row[] = [];
  for (const [name, bytes] of files)
    for (const row of await rowsOfFile(name, bytes)) if (hasHappened(row, asOf)) rows.push(row);
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
      .map(([on, found]) => ({ on, rows: onceEach(found.map(({ cells }) => cells)) }))
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
  const toldOf = once((kind) =>
    of('activities|loai tin hieu')
      .flatMap(({ cells }) => (cells['loai tin hieu'] === kind ? [when(cells['ngay'])] : []))
      .filter((day) => day <= asOf)
      .sort(),
  );
  const firstFlow = once((bank) => {
    const periods = of('accounts|tong ghi co').flatMap(({ cells }) =>
      cells['ngan hang'] === bank ? [cells['ky'] ?? ''] : [],
    );
    return `${(periods.sort()[0] ?? '').slice(0, 7)}-01`;
  });
  const codes = new Set(registered.keys());
  const personIn = personsOf(of('identities|so giay to'));
  return {
    asOf,
    returnsSince: toldOf('TO_KHAI_THUE')[0] ?? '',
    returnsUntil: toldOf('TO_KHAI_THUE').at(-1) ?? '',
    contributionsKnown: toldOf('GOP_VON').filter((_, n, all) => n === 0 || n === all.length - 1),
    receivedOn,
    rows,
    codes,
    company,
    flowsSince: ({ months }) => months.flatMap(({ bank, credit }) => (credit >= CONSIDERABLE ? [firstFlow(bank)] : [])),
    signs: new Map(),
    personIn,
    of: (feed, heading) => of(`${feed}|${heading}`),
    checksums: new Map([...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')])),
    sharing: once((kind) => sharingOf(kind, [...codes].map(company), rows, personIn)),
  };
}

/** A row that came in several files is one row. */
const onceEach = (rows: readonly Cells[]): Cells[] => [
  ...new Map(rows.map((cells) => [JSON.stringify(cells), cells])).values(),
];

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

const signalOf = (cells: Cells): Signal => ({
  on: when(cells['ngay']),
  value: cells['gia tri'] ?? '',
  note: cells['ky ghi chu'] ?? '',
  amount: money(cells['gia tri']),
});

/** Of a period the latest return or invoice total; contributions add up, identical ones once. */
function latest(kind: string, signals: readonly Signal[]): Signal[] {
  const sorted = signals.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const key = (one: Signal) =>
    kind === 'TO_KHAI_THUE' || kind === 'HOA_DON' ? periodIn(one.note) : [one.on, one.value, one.note].join(' ');
  return [...new Map(sorted.map((one) => [key(one), one])).values()];
}
