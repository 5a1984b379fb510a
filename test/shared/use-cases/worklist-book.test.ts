import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { worklistBook } from '#shared/use-cases/worklist-book.ts';

describe('worklist.xlsx', () => {
  it('worklist.xlsx has a sheet for each kind, with the company, the person and the source, every cell a text', async () => {
    const why = 'Dữ liệu của công an ghi ngày sinh khác.';
    const bytes = worklistBook(
      [
        {
          enterpriseCode: '0900189284',
          kind: 'correction',
          field: 'dateOfBirth',
          current: '1990-03-11',
          proposed: '1990-11-03',
          why,
          person: 'Nguyễn Thị Hồng Thúy',
        },
        {
          enterpriseCode: '0900189284',
          kind: 'repair',
          field: 'enterpriseCode',
          current: '900189284',
          proposed: '0900189284',
          why: 'Mã số bị mất số 0.',
          file: 'registrations/2025-01.xlsx',
          row: 7,
        },
      ],
      () => 'CÔNG TY TNHH MẪU',
    );
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(bytes));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Đề nghị sửa', 'Đã tự sửa khi đọc']);
    const lines = book.worksheets.map((sheet) => (sheet.getRow(2).values as unknown[]).slice(1));
    expect(lines[0]).toEqual([
      '0900189284',
      'CÔNG TY TNHH MẪU',
      'Nguyễn Thị Hồng Thúy',
      'Ngày sinh',
      '11/03/1990',
      '03/11/1990',
      why,
    ]);
    expect(lines[1]?.slice(4)).toEqual([
      '900189284',
      '0900189284',
      'Mã số bị mất số 0.',
      'registrations/2025-01.xlsx',
      '7',
    ]);
  });
});
