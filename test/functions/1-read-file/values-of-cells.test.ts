import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { csv, readWhole } from './read-whole.ts';

const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có'];
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const flowsWith = (credit: string) => row([...['970436', '0123456789', '2025-06'].map(inline), credit]);
const sheetOf = (rows: readonly string[]) => `<sheetData>${row(HEADINGS.map(inline))}${rows.join('')}</sheetData>`;
const read = (...content: readonly string[]) =>
  readWhole(workbookOf(`<worksheet>${content.join('')}</worksheet>`), 'accounts', 'a.xlsx');

describe('values of cells in a workbook', () => {
  it.each([
    ['an extension behind the value', '<c><v>1000</v><extLst><ext uri="x"><x:v>777</x:v></ext></extLst></c>'],
    [
      'an extension inside an inline text',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>10</t></r><r><t>00</t></r><extLst><ext><t>777</t></ext></extLst></is></c>',
    ],
    ['a pronunciation', '<c t="inlineStr"><is><t>1000</t><rPh sb="0" eb="1"><t>777</t></rPh></is></c>'],
    ['a character reference', '<c><v>10&#48;0</v></c>'],
    ['an empty text beside the value', '<c><is><t/></is><v>1000</v></c>'],
  ])('a cell has only its own value where it contains %s', async (_, cell) => {
    const { records } = await read(sheetOf([flowsWith(cell)]));
    expect(records).toMatchObject([{ flow: { credit: 1000 } }]);
  });

  it.each([
    '<c><v>1000</v><v>777</v></c>',
    '<c t="inlineStr"><is><t>1000</t></is><v>777</v></c>',
    '<c><v>1000</v><is><t>777</t></is></c>',
  ])('a cell with two values rejects its row: %s', async (cell) => {
    const { accepted, rejected } = await read(sheetOf([flowsWith(cell), flowsWith('<c><v>5</v></c>')]));
    expect(rejected.map(({ row: at, code }) => [at, code])).toEqual([[2, 'duplicate_cell']]);
    expect(accepted.map(({ row: at }) => at)).toEqual([3]);
  });

  it.each(['1..0', 'INF', '0x10', '9'.repeat(41)])(
    'a number that is none is not read as an empty cell: %s',
    async (value) => {
      const { rejected } = await read(sheetOf([flowsWith(`<c><v>${value}</v></c>`)]));
      expect(rejected).toMatchObject([{ row: 2, column: 'Tổng ghi có', code: 'number' }]);
    },
  );

  it('a truth value is no name, in a text file neither', async () => {
    const accounts = [...HEADINGS.slice(0, 2), 'Mã số doanh nghiệp', 'Tên chủ tài khoản'];
    const cells = [...['970436', '0123456789', '0901150498'].map(inline), '<c t="b"><f>A1=B1</f><v>1</v></c>'];
    const { accepted } = await read(`<sheetData>${row(accounts.map(inline))}${row(cells)}</sheetData>`);
    expect(accepted[0]?.repairs).toMatchObject([{ field: 'holderName', proposed: '' }]);
    const { rejected } = await readWhole(csv([{ 'Họ và tên': 'TRUE' }]), 'registrations', 'a.csv');
    expect(rejected).toMatchObject([{ column: 'Họ và tên', code: 'characters' }]);
  });

  it('rows outside the data of the sheet are none, although extensions and controls name them alike', async () => {
    const others = flowsWith('<c><v>777</v></c>');
    const { accepted, records } = await read(
      '<controls><from><xdr:row>5</xdr:row></from></controls>',
      sheetOf([flowsWith('<c><v>1000</v></c>')]),
      `<extLst><ext><sheetData>${others}</sheetData>${others}</ext></extLst>`,
    );
    expect(accepted.map(({ row: at }) => at)).toEqual([2]);
    expect(records).toMatchObject([{ flow: { credit: 1000 } }]);
  });

  it('a day that no calendar has is rejected also in a cell of type d', async () => {
    const listed = row(['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp', 'Ngày mở'].map(inline));
    const accountOpened = (day: string) =>
      row([...['970436', '0123456789', '0901150498'].map(inline), `<c t="d"><v>${day}</v></c>`]);
    const days = ['2024-99-99', '2024-08-18junk', '2024-08-18T10:00:00'];
    const { rejected, accepted } = await read(`<sheetData>${listed}${days.map(accountOpened).join('')}</sheetData>`);
    expect(rejected.map(({ row: at, code }) => [at, code])).toEqual([
      [2, 'date'],
      [3, 'date'],
    ]);
    expect(accepted.map(({ row: at }) => at)).toEqual([4]);
  });

  it('a workbook that declares a document type is refused with that reason', async () => {
    await expect(read('<!DOCTYPE worksheet SYSTEM "a.dtd">', sheetOf([]))).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('DOCTYPE'),
    });
  });
});
