import { parse } from 'csv-parse/sync';
import { onceForEach } from './once-for-each.ts';

type DroppedRow = Readonly<Record<string, string>>;
/** The files that senders dropped, by name. */
export type InboxTexts = ReadonlyMap<string, string>;

const rowsOf = (csv = ''): DroppedRow[] => parse(csv, { columns: true, relax_column_count: true });
export const day = (vietnamese = '') => vietnamese.split('/').reverse().join('-');
export const amount = (text = '') => Number(text.replaceAll(/\D/gu, ''));
const tenths = (value: number) => Math.round(value * 10) / 10;
const decimal = (text = '') => Number(text.replaceAll('.', '').replace(',', '.'));
const sum = (rows: readonly DroppedRow[], column: string) =>
  rows.reduce((total, row) => total + amount(row[column]), 0);
const MONEY = '([\\d.]+) đồng';

interface InboxRow {
  readonly file: string;
  readonly number: number;
  readonly row: DroppedRow;
}
const readInboxes = new WeakMap<InboxTexts, readonly InboxRow[]>();

/** The rows of all files; each inbox is read once, because thousands of falsified dossiers are compared with it. */
function allRowsOf(inbox: InboxTexts): readonly InboxRow[] {
  const known = readInboxes.get(inbox);
  if (known !== undefined) return known;
  const all = [...inbox].flatMap(([file, csv]) => rowsOf(csv).map((row, n) => ({ file, number: n + 2, row })));
  readInboxes.set(inbox, all);
  return all;
}

/** What the inbox says about one company, read without the code under test. */
export const factsOf = onceForEach((inbox: InboxTexts, code: string) => {
  const all = allRowsOf(inbox);
  const of = (file: RegExp) => all.filter((one) => file.test(one.file)).map(({ row }) => row);
  const mine = (row: DroppedRow) => row['Mã số doanh nghiệp'] === code;
  const accounts = all.map(({ row }) => row).filter((row) => row['Ngày mở'] !== undefined && mine(row));
  const numbers = new Set(accounts.map((row) => row['Số tài khoản']));
  const people = of(/^registrations/u).filter(mine);
  const documents = new Set(
    [...people, ...accounts].flatMap((row) => [row['Số giấy tờ'], row['Số giấy tờ người đại diện']]),
  );
  const signals = (kind: string) => of(/^activities/u).filter((row) => mine(row) && row['Loại tín hiệu'] === kind);
  const flows = of(/^accounts/u).filter((row) => row['Tổng ghi có'] !== undefined && numbers.has(row['Số tài khoản']));
  /** Whether a row names the company, one of its accounts, its people or their phones. */
  const concerns = (row: DroppedRow) =>
    Object.entries(row).some(
      ([column, value]) =>
        value === code ||
        (column.startsWith('Số tài khoản') && numbers.has(value)) ||
        (column.startsWith('Số giấy tờ') && documents.has(value)) ||
        (column === 'Số điện thoại' && accounts.some((account) => account['Số điện thoại'] === value)),
    );
  return { code, all, people, accounts, flows, signals, concerns, first: people[0] ?? {} };
});
export type InboxFacts = ReturnType<typeof factsOf>;

/** A form of sentences, and what a sentence of that form says beside what the rows say. */
export type Sentence = readonly [
  RegExp,
  (found: readonly string[], facts: InboxFacts) => readonly [said: readonly unknown[], right: readonly unknown[]],
];

export const month = (vietnamese = '') => vietnamese.split('/').reverse().join('-');
const between = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Recomputes each kind of sentence from the rows: the figures that it names, and those that it should name. */
export const SENTENCES: readonly Sentence[] = [
  [
    new RegExp(
      `^Trong tháng (\\d\\d/\\d{4}), tiền vào ${MONEY}, tiền ra ${MONEY} \\(([\\d,]+) %\\)(?:, tiền lưu lại (\\d+) phút)?(?:.*Bình quân mỗi tháng ([\\d.]+) giao dịch)?(?:.*Doanh nghiệp đăng ký ngày ([\\d/]+))?`,
      'u',
    ),
    ([, period, credit, debit, share, held, payments, registered], { first, flows }) => {
      const rows = flows.filter((row) => row['Kỳ'] === month(period));
      const [paid, left] = [sum(rows, 'Tổng ghi có'), sum(rows, 'Tổng ghi nợ')];
      const minutes = rows.map((row) => Math.round(Number(row['Thời gian lưu tiền trung vị (phút)'])));
      const moves = sum(rows, 'Số giao dịch');
      return [
        [
          ...[amount(credit), amount(debit), decimal(share), held === undefined ? minutes[0] : Number(held)],
          payments === undefined ? moves : amount(payments),
          day(registered ?? first['Ngày đăng ký']),
        ],
        [paid, left, tenths((left / paid) * 100), minutes[0], moves, day(first['Ngày đăng ký'])],
      ];
    },
  ],
  [
    new RegExp(
      `^Đăng ký ngày ([\\d/]+); cả tháng (\\d\\d/\\d{4}), tháng có nhiều tiền vào tài khoản nhất trong năm đầu, có ${MONEY}, gấp ([\\d,.]+) lần vốn điều lệ ${MONEY}`,
      'u',
    ),
    ([, registered, period, credit, times, capital], { first, flows }) => {
      const paid = sum(
        flows.filter((row) => row['Kỳ'] === month(period)),
        'Tổng ghi có',
      );
      const own = amount(first['Vốn điều lệ']);
      const since = day(first['Ngày đăng ký']);
      return [
        [day(registered), amount(credit), decimal(times), amount(capital)],
        [since, paid, tenths(paid / own), own],
      ];
    },
  ],
  [
    new RegExp(`^Hóa đơn đã xuất ${MONEY}, gấp ([\\d,.]+) lần doanh thu kê khai ${MONEY}`, 'u'),
    ([, invoiced, times, revenue], { signals }) => {
      const [sold, declared] = [sum(signals('HOA_DON'), 'Giá trị'), sum(signals('TO_KHAI_THUE'), 'Giá trị')];
      return [
        [amount(invoiced), decimal(times), amount(revenue)],
        [sold, tenths(sold / declared), declared],
      ];
    },
  ],
  [
    new RegExp(
      `^Doanh số ${MONEY} trong quý (\\d)/(\\d{4}) \\((\\d+) ngày sau khi đăng ký\\), (?:(\\d+) lao động|chưa thấy).*; vốn điều lệ ${MONEY}`,
      'u',
    ),
    ([, turnover, quarter, year, days, staff, capital], { first, signals }) => {
      const end = new Date(Date.UTC(Number(year), Number(quarter) * 3, 0)).toISOString().slice(0, 10);
      return [
        [amount(turnover), Number(days), Number(staff ?? 0), amount(capital)],
        [
          sum(signals('HOA_DON'), 'Giá trị'),
          between(day(first['Ngày đăng ký']), end),
          sum(signals('BHXH'), 'Giá trị'),
          amount(first['Vốn điều lệ']),
        ],
      ];
    },
  ],
  [
    /^Kiểm tra ngày ([\d/]+) (không tìm thấy)|^Giảm nhẹ: kiểm tra ngày ([\d/]+) thấy/u,
    ([, missed, , met], { signals }) => {
      const [row] = signals('KIEM_TRA_TRU_SO');
      return [
        [day(missed ?? met), missed === undefined],
        [day(row?.['Ngày']), row?.['Giá trị'] === 'CO_HOAT_DONG'],
      ];
    },
  ],
  [
    /^(\d+) tài khoản bị Công an tỉnh báo nghi vấn \(mã (\d), ngày ([\d/]+)\)/u,
    ([, count, suspicion, on], { all, accounts }) => {
      const numbers = new Set(accounts.map((row) => row['Số tài khoản']));
      const listed = all.flatMap(({ row }) =>
        row['Mã nghi ngờ'] !== undefined && numbers.has(row['Số tài khoản']) ? [row] : [],
      );
      return [
        [Number(count), suspicion, day(on)],
        [listed.length, listed[0]?.['Mã nghi ngờ'], day(listed[0]?.['Ngày'])],
      ];
    },
  ],
  [
    /^(\d+) người đại diện theo pháp luật \(số giấy tờ \*+(\d{4})\)/u,
    ([, count, last], { people }) => [
      [Number(count), last],
      [people.length, people[0]?.['Số giấy tờ']?.slice(-4)],
    ],
  ],
];
