import { accounts, activities, code, flows, identities, listings, registrations, subscribers } from './sample-feeds.ts';

const day = (n: number) => `${String((n % 12) + 1).padStart(2, '0')}/0${(n % 5) + 2}/2025`;
/** A group of five companies that shares receivers, devices and money, so that every feed reaches a verdict. */
const companies = Array.from({ length: 5 }, (_, n) => ({
  code: code(n + 1),
  name: `CÔNG TY TNHH XUÂN HƯNG ${n}`,
  person: `Nguyễn Văn Mẫu ${'ABCDEF'[n]}`,
  document: `03308500${String(n + 10).padStart(4, '0')}`,
  born: `${n + 13}/0${n + 4}/1985`,
  registeredOn: day(n),
  phone: `091234567${n}`,
  account: `001234567890${n}`,
}));
const each = (row: (company: (typeof companies)[number], n: number) => string) => companies.map(row);
export const codes = companies.map((company) => company.code);
const table = (headings: string, ...rows: string[]) => [headings, ...rows].join('\n');

/** One right file of each feed. */
export const RIGHT: Readonly<Record<string, string>> = {
  'registrations/a.csv': registrations(...companies),
  'identities/a.csv': identities(
    ...each(
      ({ document, person, born }, n) =>
        `${document},CCCD,${person},${born},Nam,${n === 1 ? 'DA_CHET,01/02/2024' : 'BINH_THUONG,'},,`,
    ),
  ),
  'activities/tax.csv': activities(
    ...each((company, n) => `${company.code},TO_KHAI_THUE,05/07/2025,100000${n},2025-Q2`),
    ...each((company, n) => `${company.code},HOA_DON,05/07/2025,900000000${n},2025-Q2`),
  ),
  'activities/insurance.csv': activities(...each((company, n) => `${company.code},BHXH,05/06/2025,${n},`)),
  'activities/inspections.csv': activities(
    ...each(
      (company, n) => `${company.code},KIEM_TRA_TRU_SO,0${n + 1}/08/2025,${n % 2 ? 'KHONG_TIM_THAY' : 'CO_HOAT_DONG'},`,
    ),
  ),
  'activities/invoices.csv': table(
    'Mã số bên bán,Mã số bên mua,Kỳ,Tổng tiền',
    ...each((company, n) => `${company.code},${codes[(n + 1) % 5]},2025-Q2,500000000${n}`),
  ),
  'accounts/register.csv': accounts(
    ...each(
      (company, n) =>
        `970436,${company.account},${company.code},,${company.person},${company.document},090000000${n},${day(n)},1`,
    ),
  ),
  'accounts/flows.csv': flows(
    ...each((company, n) => `970436,${company.account},2025-10,${3 + n}000000000,${3 + n}000000000,40,8.5`),
  ),
  'accounts/counterparties.csv': table(
    'Ngân hàng,Số tài khoản,Kỳ,Mã đối ứng,Tổng ghi nợ',
    ...each((company, n) => `970436,${company.account},2025-10,Kcommon${n % 2},200000000${n}`),
  ),
  'accounts/devices.csv': table(
    'Ngân hàng,Số tài khoản,Mã thiết bị,Kỳ',
    ...each((company, n) => `970436,${company.account},Dcommon${n % 2},2025-10`),
  ),
  'subscribers/a.csv': subscribers(...each((_, n) => `090000000${n},0330850099${10 + n}`)),
  'suspicious-accounts/a.csv': listings(
    ...each((company, n) => `970436,${company.account},${n % 2 ? 3 : 0},Lừa đảo,0${n + 1}/09/2025`),
  ),
};

const rows = (csv: string, change: (row: string, n: number) => string) => {
  const [headings = '', ...others] = csv.split('\n');
  return [headings, ...others.map(change)].join('\n');
};
const cells = (csv: string, change: (cell: string) => string) =>
  rows(csv, (row) =>
    row
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
      .map(change)
      .join(','),
  );
/** The values of one column each in the row below, the last one in the first row. */
const rowDown = (csv: string, column: number) => {
  const [headings = '', ...others] = csv.split('\n');
  const split = others.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
  const moved = split.map((line, n) => {
    const above = split.at(n - 1)?.[column];
    return above === undefined ? line : line.map((cell, at) => (at === column ? above : cell));
  });
  return [headings, ...moved.map((line) => line.join(','))].join('\n');
};
/**
 * Wrong forms of a file as offices send them, each of which leaves the right days and months of its rows or is rejected. Rows
 * of another month stay, because a sender may use one name for every month (0090).
 */
export const WRONG: Readonly<Record<string, (csv: string) => string>> = {
  'the month first': (csv) => csv.replaceAll(/(\d\d)\/(\d\d)\/(\d{4})/gu, '$2/$1/$3'),
  'garbled letters': (csv) => rows(csv, (row) => row.replaceAll(/[À-ỹ]/gu, '?')),
  'lost decimals': (csv) =>
    cells(csv, (cell) => (/^\d+\.\d+$/u.test(cell) ? cell.replace('.', '') : cell.replace(/0{9}$/u, '.0'))),
  'numbers without their zeros': (csv) => cells(csv, (cell) => cell.replace(/^0+(?=\d+$)/u, '')),
  'the first half': (csv) =>
    csv
      .split('\n')
      .slice(0, Math.ceil(csv.split('\n').length / 2))
      .join('\n'),
  'each row twice': (csv) => {
    const [headings = '', ...others] = csv.split('\n');
    return [headings, ...others, ...others].join('\n');
  },
  'long numbers in powers of ten': (csv) =>
    cells(csv, (cell) => (/^\d{12,}$/u.test(cell) ? Number(cell).toExponential(5).replace('e', 'E') : cell)),
  'the first two columns exchanged': (csv) => rows(csv, (row) => row.replace(/^([^,]*),([^,]*)/u, '$2,$1')),
  'columns moved by one': (csv) => rows(csv, (row) => row.split(',').slice(1).join(',')),
  'the first column one row down': (csv) => rowDown(csv, 0),
  'the second column one row down': (csv) => rowDown(csv, 1),
  'the third column one row down': (csv) => rowDown(csv, 2),
};

const digitsOf = (csv: string, pairs: readonly (readonly [from: RegExp, to: string])[]) =>
  pairs.reduce((text, [from, to]) => text.replaceAll(from, to), csv);

/** Companies with valid codes of which no right file has a row. */
export const strangers = [11, 12, 13, 14, 15].map(code);

/**
 * Wrong forms of a file whose rows are about other periods, companies, accounts and people than those of the right one, so
 * that no row of the right file contradicts them.
 */
export const STRAY: Readonly<Record<string, (csv: string) => string>> = {
  'the year before': (csv) => csv.replaceAll('/2025', '/2024').replaceAll('2025-', '2024-'),
  'another month': (csv) => csv.replaceAll('2025-10', '2025-11').replaceAll('2025-Q2', '2025-Q3'),
  'the codes of others': (csv) => codes.reduce((text, own, n) => text.replaceAll(own, strangers[n] ?? ''), csv),
  'the numbers of others': (csv) =>
    digitsOf(csv, [
      [/00123456789/gu, '00987654321'],
      [/03308500/gu, '03308600'],
      [/090000000/gu, '091111111'],
    ]),
};

const [stranger = ''] = strangers;
/** For each file whose rows have a day or period, a row of another company or account within the same days. */
export const OF_STRANGERS: Readonly<Record<string, string>> = {
  'registrations/a.csv': registrations({
    code: stranger,
    person: 'Trần Thị Lạ',
    document: '033086000010',
    registeredOn: '03/03/2025',
  })
    .split('\n')
    .slice(1)
    .join('\n'),
  'activities/tax.csv': `${stranger},TO_KHAI_THUE,05/07/2025,7654321,2025-Q2`,
  'activities/insurance.csv': `${stranger},BHXH,05/06/2025,9,`,
  'activities/inspections.csv': `${stranger},KIEM_TRA_TRU_SO,02/08/2025,CO_HOAT_DONG,`,
  'activities/invoices.csv': `${stranger},${codes[0]},2025-Q2,7000000000`,
  'accounts/flows.csv': '970436,0098765432101,2025-10,9100000000,9000000000,40,8.5',
  'accounts/counterparties.csv': '970436,0098765432101,2025-10,Kcommon1,9000000000',
  'accounts/devices.csv': '970436,0098765432101,Dcommon1,2025-10',
};

/** The file with its rows in reverse and its first two columns last. */
export const shuffled = (csv: string) => {
  const [headings = '', ...others] = csv.split('\n').map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
  const turned = (line: readonly string[]) => [...line.slice(2), ...line.slice(0, 2)].join(',');
  return [turned(headings as string[]), ...others.toReversed().map(turned)].join('\n');
};
