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

  it('says once what it asks of several companies, above the list of them with what is each one’s own', async () => {
    const due = (enterpriseCode: string, day: string, article = 'khoản 2 Điều 47') => ({
      enterpriseCode,
      kind: 'capital_report_due' as const,
      field: 'charterCapital',
      current: '',
      proposed: '',
      why: `Hạn góp vốn hết ngày ${day} (${article}). Đề nghị báo cáo trước ngày 31/03/2026.`,
    });
    const rows = [due('1', '05/02/2025'), due('2', '01/03/2024'), due('3', '05/02/2025', 'khoản 1 Điều 113')];
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(worklistBook([...rows, due('4', '05/02/2025')], (code) => `CÔNG TY ${code}`)));
    const [sheet] = book.worksheets;
    const lines = [2, 3, 4, 5, 6].map((row) => [1, 2, 7].map((column) => sheet?.getCell(row, column).text));
    expect(lines).toEqual([
      [
        '',
        '3 doanh nghiệp, danh sách ở các dòng dưới',
        'Hạn góp vốn hết ngày [1: từ 01/03/2024 đến 05/02/2025] (khoản 2 Điều 47). Đề nghị báo cáo trước ngày 31/03/2026.',
      ],
      ['1', 'CÔNG TY 1', '[1] 05/02/2025'],
      ['2', 'CÔNG TY 2', '[1] 01/03/2024'],
      ['4', 'CÔNG TY 4', '[1] 05/02/2025'],
      ['3', 'CÔNG TY 3', rows[2]?.why],
    ]);
  });
});
