import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { readWhole, table } from './read-whole.ts';

const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tổng ghi nợ'] as const;
const heldIn = (unit: string) => [...HEADINGS, `Thời gian lưu tiền trung vị${unit}`];
const ROW = ['970436', '0012345678901', '2025-10', '3.000', '2990'] as const;
const named = (unit: string) => HEADINGS.map((heading) => (heading.startsWith('Tổng') ? `${heading}${unit}` : heading));

async function flowsOf(file: string | Buffer, name = 'a.csv') {
  const { records, rejected, opened } = await readWhole(file, 'accounts', name);
  const flows = records.map((record) => record.feed === 'flows' && record.flow);
  return { flows, rejected, unknown: opened.flatMap(({ unknownColumns }) => unknownColumns) };
}

describe('units of money and of time', () => {
  it.each([' (triệu đồng)', ' (tr.đ)', ' (ĐVT: trđ)', ' - triệu đồng', ', triệu VNĐ', ' (1.000.000 đồng)', ' (Triệu)'])(
    'money is counted in the unit that its heading names: %s',
    async (unit) => {
      const { flows, unknown } = await flowsOf(table([named(unit), ROW]));
      expect(flows).toMatchObject([{ credit: 3_000_000_000, debit: 2_990_000_000 }]);
      expect(unknown).toEqual([]);
    },
  );

  it.each(['Đơn vị tính: triệu đồng', 'ĐVT: Triệu VNĐ', '(Đơn vị: triệu đồng)', 'BÁO CÁO THÁNG 10 (ĐVT: tr.đ)'])(
    'money is counted in the unit that a line above the table names: %s',
    async (line) => {
      const { flows } = await flowsOf(`${line}\r\n\r\n${table([HEADINGS, ROW])}`);
      expect(flows).toMatchObject([{ credit: 3_000_000_000, debit: 2_990_000_000 }]);
    },
  );

  it('an organisation above the table, or the unit đồng, changes no figure', async () => {
    for (const line of ['Đơn vị: Ngân hàng TMCP Triệu Sơn', 'Đơn vị tính: đồng']) {
      const { flows } = await flowsOf(`${line}\r\n${table([HEADINGS, [...ROW.slice(0, 3), '3.000.000', '5.000']])}`);
      expect(flows).toMatchObject([{ credit: 3_000_000, debit: 5000 }]);
    }
  });

  it.each([
    ['in its heading', table([named(' (USD)'), ROW])],
    ['above the table', `Đơn vị tính: USD\r\n${table([HEADINGS, ROW])}`],
  ])('money in another currency is no đồng: %s', async (_, file) => {
    const { flows, rejected } = await flowsOf(file);
    expect(flows).toEqual([]);
    expect(rejected).toMatchObject([{ code: 'number', row: expect.any(Number) }]);
  });

  it.each([
    [' (phút)', 90],
    [' (giờ)', 5400],
    [' (ngày)', 129_600],
    [' (giây)', 1.5],
    ['', 90],
  ])('the time that money is held is read in minutes whatever its heading names: %s', async (unit, minutes) => {
    const { flows } = await flowsOf(table([heldIn(unit), [...ROW, '90']]));
    expect(flows).toMatchObject([{ medianHoldMinutes: minutes }]);
  });

  it('money of signals is counted in the unit of its heading, and people are not', async () => {
    const headings = ['Mã số doanh nghiệp', 'Loại tín hiệu', 'Ngày', 'Giá trị (triệu đồng)', 'Kỳ/Ghi chú'];
    const rows = [
      ['0901150498', 'GOP_VON', '05/06/2025', '500', ''],
      ['0901150498', 'BHXH', '05/06/2025', '3', ''],
    ];
    const { records } = await readWhole(table([headings, ...rows]), 'activities', 'a.csv');
    expect(records.map((record) => record.feed === 'activities' && record.signal.value)).toEqual(['500000000', '3']);
  });

  it('an amount whose minus stands behind it is not read as money that came', async () => {
    const { flows, rejected } = await flowsOf(table([HEADINGS, [...ROW.slice(0, 4), '2990000000-']]));
    expect([flows.length, rejected.length]).toEqual([0, 1]);
  });

  it('an amount that a spreadsheet shows with two digits of ten is not read', async () => {
    const { flows, rejected } = await flowsOf(table([HEADINGS, [...ROW.slice(0, 4), '2,99E+09']]));
    expect([flows.length, rejected.length]).toEqual([0, 1]);
  });
});

describe('line ends and rows of headings', () => {
  const second = [ROW[0], '0012345678902', '2025-11', '5', '6'];
  const lines = [HEADINGS, ROW, second].map((cells) => cells.join(','));
  const [head = '', one = '', two = ''] = lines;
  it.each([
    ['next line', lines.join('\u0085')],
    ['line separators', `${lines.join('\u2028')}\u2028`],
    ['a return, then a line feed', `${head}\r${one}\n${two}\r\n`],
    ['a return and line feed, then a return', `${head}\r\n${one}\r${two}\r\n`],
  ])('no row is lost or taken for a heading where lines end with %s', async (_, file) => {
    const { flows, rejected, unknown } = await flowsOf(file);
    expect(unknown).toEqual([]);
    expect(flows.length + rejected.length).toBeGreaterThan(0);
    expect(JSON.stringify(flows)).not.toContain('0012345678902');
    for (const flow of flows) expect([3000, 5]).toContain(flow && flow.credit);
  });

  it('headings of two rows are read where a group stands above the totals', async () => {
    const text = (value: string) => (value === '' ? '<c/>' : `<c t="inlineStr"><is><t>${value}</t></is></c>`);
    const row = (cells: readonly string[]) => `<row>${cells.map(text).join('')}</row>`;
    const sheet = [
      ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng', '', 'Số giao dịch'],
      ['', '', '', 'ghi có', 'ghi nợ', ''],
      [...ROW, '40'],
    ];
    const book = workbookOf(`<worksheet><sheetData>${sheet.map(row).join('')}</sheetData></worksheet>`);
    const { flows, rejected } = await flowsOf(book, 'a.xlsx');
    expect(flows).toMatchObject([{ credit: 3000, debit: 2990, transactions: 40 }]);
    expect(rejected).toEqual([]);
  });
});
