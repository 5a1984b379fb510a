import { Readable } from 'node:stream';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#shared/tabular/limits.ts';
import { readXlsx } from '#shared/tabular/xlsx/read-xlsx.ts';
import { columnLetters, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';

const SHEETS = [
  {
    name: 'Cần sửa: họ/tên',
    columns: [
      { heading: 'Mã số', width: 14 },
      { heading: 'Ghi chú', width: 40 },
    ],
    rows: [
      ['0900189284', '=HYPERLINK("http://x")'],
      ['', ' hai\ndòng & <b> " \u0007\uD83D'],
    ],
  },
  { name: 'Trống', columns: [{ heading: 'A', width: 8 }], rows: [] },
];

describe('a workbook of texts', () => {
  it('a workbook of texts is read back as written, with zeros kept, no formula, and no sign that XML forbids', async () => {
    const bytes = writeWorkbook(SHEETS);
    const rows: unknown[] = [];
    for await (const batch of readXlsx(Readable.from([Buffer.from(bytes)]), LIMITS)) rows.push(...batch.rows);
    expect(rows).toEqual([
      { row: 1, cells: ['Mã số', 'Ghi chú'] },
      { row: 2, cells: ['0900189284', '=HYPERLINK("http://x")'] },
      { row: 3, cells: [undefined, ' hai\ndòng & <b> " '] },
      { row: 1, cells: ['A'] },
    ]);
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(bytes));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Cần sửa  họ tên', 'Trống']);
    const cell = book.worksheets[0]?.getCell('A2');
    expect([cell?.value, cell?.numFmt]).toEqual(['0900189284', '@']);
  });

  it('a workbook of texts has the same bytes for the same sheets', () => {
    expect(Buffer.from(writeWorkbook(SHEETS)).equals(Buffer.from(writeWorkbook(SHEETS)))).toBe(true);
  });

  it('a workbook of texts names its columns as a spreadsheet does', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});
