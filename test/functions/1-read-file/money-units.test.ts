import { describe, expect, it } from 'vitest';
import { readWhole, table } from './read-whole.ts';

const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tổng ghi nợ', 'Số giao dịch'];
const ROW = ['970436', '0123456789', '2025-06', '5', '4', '12'];
const read = (...rows: readonly (readonly string[])[]) => readWhole(table(rows), 'accounts', 'a.csv');
const withHeadings = (credit: string, debit: string) => read(HEADINGS.with(3, credit).with(4, debit), ROW);

describe('units of money beside the figures', () => {
  it.each([
    ['(triệu đồng)', '(triệu đồng)', 5_000_000, 4_000_000],
    ['(triệu đồng)', '', 5_000_000, 4_000_000],
    ['ĐVT: nghìn đồng', '', 5000, 4000],
    ['(đồng)', '(đồng)', 5, 4],
    ['(triệu đồng)', '(đồng)', 5_000_000, 4],
  ])('a row under the headings may name the units: %j and %j', async (one, other, credit, debit) => {
    const { records, rejected } = await read(HEADINGS, ['', '', '(yyyy-mm)', one, other, '(lần)'], ROW);
    expect(records).toMatchObject([{ flow: { credit, debit, transactions: 12 } }]);
    expect(rejected).toEqual([]);
  });

  it('a row under the headings that is no row of units is read as a row', async () => {
    const { rejected, records } = await read(HEADINGS, ['', '', '', '5', '(triệu đồng)', ''], ROW);
    expect(rejected).toMatchObject([{ row: 2, code: 'required' }]);
    expect(records).toMatchObject([{ flow: { credit: 5, debit: 4 } }]);
  });

  it.each([
    ['(x1000)', 1000],
    ['(10^6 đ)', 1_000_000],
    ['(million VND)', 1_000_000],
    ['(mn)', 1_000_000],
    ['(bn VND)', 1_000_000_000],
    ['(thousand VND)', 1000],
    ['(VND)', 1],
  ])('a heading may name its unit in another way: %s', async (unit, times) => {
    const { records } = await withHeadings(`Tổng ghi có ${unit}`, `Tổng ghi nợ ${unit}`);
    expect(records).toMatchObject([{ flow: { credit: 5 * times, debit: 4 * times } }]);
  });

  it('the line above a table may name the unit in English', async () => {
    const { records } = await read(['Unit: million VND'], HEADINGS, ROW);
    expect(records).toMatchObject([{ flow: { credit: 5_000_000, debit: 4_000_000 } }]);
  });

  it.each(['Loại tiền', 'Tiền tệ', 'Đơn vị tính', 'Currency'])(
    'a row in another currency or unit is rejected where a column says so: %s',
    async (heading) => {
      const rows = ['VND', 'USD', 'đồng', 'triệu đồng', '', 'AUD'].map((unit, at) => [
        ...ROW.with(2, `2025-0${at + 1}`),
        unit,
      ]);
      const { accepted, rejected } = await read([...HEADINGS, heading], ...rows);
      expect(accepted.map(({ row }) => row)).toEqual([2, 4, 6]);
      expect(rejected).toMatchObject([3, 5, 7].map((row) => ({ row, code: 'currency' })));
    },
  );

  it('a register of accounts, which has no amounts, may name their currency', async () => {
    const headings = ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp', 'Loại tiền'];
    const { records } = await read(headings, ['970436', '0123456789', '0901150498', 'USD']);
    expect(records).toMatchObject([{ account: { accountNumber: '0123456789' } }]);
  });

  it.each(['(lũy kế)', '(bình quân ngày)', '(kỳ trước)', '(cùng kỳ năm trước)', '(YTD)'])(
    'a total of another time is not taken for the total of the period: %s',
    async (which) => {
      const both = await withHeadings(`Tổng ghi có ${which}`, `Tổng ghi nợ ${which}`);
      expect(both.rejected).toMatchObject([{ row: 2, column: 'Tổng ghi có', code: 'required' }]);
      const beside = await read([`Tổng ghi có ${which}`, ...HEADINGS], ['99', ...ROW]);
      expect(beside.records).toMatchObject([{ flow: { credit: 5, debit: 4 } }]);
    },
  );
});
