import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { cellsOf, HEADINGS, readWhole } from './read-whole.ts';

const cell = (text: string, attributes = '') => `<c ${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (cells: readonly string[]) => `<row>${cells.map((text) => cell(text)).join('')}</row>`;
const sheet = (...rows: readonly string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
const honest = sheet(row(HEADINGS), row(cellsOf({})));
const other = sheet(row(HEADINGS), row(cellsOf({ 'Tên doanh nghiệp': 'CÔNG TY KHÁC' })));
/** A name of the same length in the place of another one, which `zip` cannot write twice. */
const renamed = (file: Buffer, from: string, to: string) =>
  Buffer.from(file.toString('latin1').replaceAll(from, to), 'latin1');

describe('a workbook that other programs may read otherwise', () => {
  it.each(['xl/worksheets/sheet1.xml', 'xl/worksheets/SHEET1.xml'])(
    'a workbook with two parts of one name is refused: %s',
    async (name) => {
      const file = workbookOf(honest, { 'xl/worksheets/sheet2.xml': other });
      await expect(readWhole(file, 'registrations', 'a.xlsx')).resolves.toMatchObject({ accepted: { length: 1 } });
      const twice = renamed(file, 'xl/worksheets/sheet2.xml', name);
      await expect(readWhole(twice, 'registrations', 'a.xlsx')).rejects.toMatchObject({
        code: 'broken',
        message: expect.stringContaining('hai phần bên trong trùng tên'),
      });
    },
  );

  it('the refusal of a workbook with another method of compression says that it is packed in another way', async () => {
    const LZMA = 14;
    const file = workbookOf(honest);
    const entry = file.indexOf('PK\u0001\u0002', 0, 'latin1');
    file.writeUInt16LE(LZMA, entry + 10);
    await expect(readWhole(file, 'registrations', 'a.xlsx')).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('nén theo cách khác'),
    });
  });

  it('a picture that lies in a workbook twice does not matter', async () => {
    const file = workbookOf(honest, { 'xl/media/a.png': 'x', 'xl/media/b.png': 'y' });
    const twice = renamed(file, 'xl/media/b.png', 'xl/media/a.png');
    await expect(readWhole(twice, 'registrations', 'a.xlsx')).resolves.toMatchObject({ accepted: { length: 1 } });
  });

  it('a row with two cells of one place is rejected, and the others are read', async () => {
    const second = `${cell('CÔNG TY KHÁC', 'r="B2"')}</row>`;
    const { accepted, rejected } = await readWhole(
      workbookOf(sheet(row(HEADINGS), row(cellsOf({})).replace('</row>', second), row(cellsOf({})))),
      'registrations',
      'a.xlsx',
    );
    expect(rejected.map(({ row: at, code }) => [at, code])).toEqual([[2, 'duplicate_cell']]);
    expect(accepted.map(({ row: at }) => at)).toEqual([3]);
  });
});
