import { strFromU8, unzipSync } from 'fflate';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { markWorkbook } from '#shared/tabular/xlsx/mark-workbook.ts';
import { zip } from './make-zip.ts';

async function office(): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Tháng 8');
  sheet.addRow(['BẢNG ĐĂNG KÝ']);
  sheet.addRow(['Mã số', 'Ngày', 'Vốn']);
  sheet.addRow(['0900189284', new Date('2025-08-05T00:00:00Z'), 1_000_000]);
  sheet.addRow(['sai', new Date('2025-08-06T00:00:00Z'), 2_000_000]);
  sheet.addRow(['0900189285', undefined, 3_000_000]);
  book.addWorksheet('Ghi chú').addRow(['để nguyên', '=1+1']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const HEADING = 'Lý do bị từ chối';
const marks = [
  { sheet: 'Tháng 8', row: 4, place: 1, note: '“Ngày” không phải một ngày & <sai>.' },
  { sheet: 'Tháng 8', row: 5, place: 1, note: '“Ngày” còn trống.' },
];

describe('the office’s own workbook', () => {
  it('the office’s workbook is returned with reasons after its last column and with marked faulty cells', async () => {
    const marked = await markWorkbook(await office(), marks, HEADING);
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(marked ?? []));
    const sheet = book.getWorksheet('Tháng 8');
    const notes = [1, 2, 3, 4, 5].map((row) => sheet?.getCell(`D${row}`).value ?? undefined);
    expect(notes).toEqual([HEADING, undefined, undefined, marks[0]?.note, marks[1]?.note]);
    const fillOf = (cell: string) => JSON.stringify(sheet?.getCell(cell).fill ?? {});
    expect(['B3', 'A4', 'C4'].filter((cell) => fillOf(cell).includes('F4B6B6'))).toEqual([]);
    expect(['B4', 'B5'].filter((cell) => fillOf(cell).includes('F4B6B6'))).toEqual(['B4', 'B5']);
    // A marked day stays a day
    expect(sheet?.getCell('B4').value).toEqual(new Date('2025-08-06T00:00:00Z'));
    expect(sheet?.getCell('C4').value).toBe(2_000_000);
    expect(book.getWorksheet('Ghi chú')?.getCell('A1').value).toBe('để nguyên');
  });

  it('the office’s workbook is returned as it was where nothing is to be marked', async () => {
    const bytes = Buffer.from(await office());
    await expect(markWorkbook(bytes.subarray(0, 300), marks, HEADING)).rejects.toMatchObject({ code: 'broken' });
  });
});

describe('a workbook without styles', () => {
  it('comes back with marks', async () => {
    const parts = unzipSync(await office());
    const texts = Object.fromEntries(
      Object.entries(parts)
        .filter(([name]) => name !== 'xl/styles.xml')
        .map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    const plain = {
      ...texts,
      'xl/_rels/workbook.xml.rels':
        texts['xl/_rels/workbook.xml.rels']?.replace(/<Relationship [^>]*styles[^>]*>/u, '') ?? '',
      '[Content_Types].xml': texts['[Content_Types].xml']?.replace(/<Override [^>]*styles[^>]*>/u, '') ?? '',
    };
    const marked = await markWorkbook(zip(plain), marks, HEADING);
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(marked ?? []));
    expect(book.getWorksheet('Tháng 8')?.getCell('D4').value).toBe(marks[0]?.note);
    expect(JSON.stringify(book.getWorksheet('Tháng 8')?.getCell('B4').fill)).toContain('F4B6B6');
  });
});
