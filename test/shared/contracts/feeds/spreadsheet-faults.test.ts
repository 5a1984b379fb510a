import { describe, expect, it } from 'vitest';
import { csv, readWhole, type ReadRow, table } from '#test/functions/1-read-file/read-whole.ts';

const rejection = async (row: ReadRow) =>
  (await readWhole(csv([row]), 'registrations', 'a.csv')).rejected.map(({ column, code }) => [column, code]);

describe('what a spreadsheet shows instead of a value', () => {
  it.each([
    ['#N/A', 'formula'],
    ['#REF!', 'formula'],
    ['#NAME?', 'formula'],
    ['#BEZUG!', 'formula'],
    ['Err:508', 'formula'],
    ['########', 'narrow'],
    ['=VLOOKUP(A2;Sheet2!A:B;2;0)', 'uncomputed'],
    ['=A2&" "&B2', 'uncomputed'],
  ])('a failed formula is no name, address or day: %s', async (written, code) => {
    for (const column of ['Họ và tên', 'Tên doanh nghiệp', 'Địa chỉ trụ sở', 'Ngày sinh', 'Vốn điều lệ'] as const)
      expect(await rejection({ [column]: written })).toEqual([[column, code]]);
  });

  it('a failed formula in a cell that may be empty is left out and reported', async () => {
    const { accepted } = await readWhole(csv([{ Email: '#N/A' }]), 'registrations', 'a.csv');
    expect(accepted.map(({ repairs }) => repairs.map(({ field, proposed }) => [field, proposed]))).toEqual([
      [['email', '']],
    ]);
  });

  it.each(['-', 'NULL', 'none', 'NaN', '(trống)', '(blank)'])(
    'a word that means nothing in a required cell is an empty cell: %s',
    async (written) => {
      expect(await rejection({ 'Họ và tên': written })).toEqual([['Họ và tên', 'required']]);
    },
  );

  it.each(['0', 'x', '123', '.1.'])('a person’s name has letters: %s', async (written) => {
    expect(await rejection({ 'Họ và tên': written })).toEqual([['Họ và tên', 'characters']]);
  });

  it.each([
    ['Nguyễn Văn An\nTrần Thị Bình', 'Nguyễn Văn An; Trần Thị Bình'],
    ['Nguyễn Văn\r\nAn', 'Nguyễn Văn An'],
    ['Nguyễn Văn An\n(Giám đốc)', 'Nguyễn Văn An (Giám đốc)'],
  ])('two names on two lines of a cell are not read as one: %j', async (written, fullName) => {
    const { accepted } = await readWhole(csv([{ 'Họ và tên': written }]), 'registrations', 'a.csv');
    expect(accepted).toMatchObject([{ records: [{ person: { fullName } }] }]);
  });

  it('a day with a two-digit year is rejected for that, because its century is unknown', async () => {
    expect(await rejection({ 'Ngày sinh': '20/11/85' })).toEqual([['Ngày sinh', 'short_year']]);
    expect(await rejection({ 'Ngày sinh': '20-Nov-85' })).toEqual([['Ngày sinh', 'short_year']]);
  });

  it('a name as a formula of text is the text', async () => {
    const { records } = await readWhole(csv([{ 'Họ và tên': '="Trần Văn B"' }]), 'registrations', 'a.csv');
    expect(records).toMatchObject([{ person: { fullName: 'Trần Văn B' } }]);
  });
});

const FLOWS = ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tổng ghi nợ'];

describe('several tables in one sheet', () => {
  it('a second table below the first is read by its own headings', async () => {
    const rows = [
      FLOWS,
      ['970436', '0123456789', '2025-01', '5000000', '1000000'],
      ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi nợ', 'Tổng ghi có'],
      ['970436', '0123456789', '2025-02', '1000000', '5000000'],
      ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp'],
      ['970436', '0123456789', '0901150498'],
    ];
    const { records, rejected } = await readWhole(table(rows), 'accounts', 'a.csv');
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      { flow: { period: '2025-01', credit: 5_000_000, debit: 1_000_000 } },
      { flow: { period: '2025-02', credit: 5_000_000, debit: 1_000_000 } },
      { account: { enterpriseCode: '0901150498' } },
    ]);
  });

  it('a total in a frozen line above the rows is no row, in whatever column its figure is', async () => {
    const rows = [FLOWS, ['Tổng cộng', '', '12', '5000000', '1000000'], ['970436', '0123456789', '2025-01', '5', '1']];
    const { records, rejected } = await readWhole(table(rows), 'accounts', 'a.csv');
    expect([records.length, rejected]).toEqual([1, []]);
  });
});
