import { gzipSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#shared/tabular/limits.ts';
import { readXlsx } from '#shared/tabular/xlsx/read-xlsx.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { workbookOf, zip } from '#test/shared/tabular/make-zip.ts';
import { cellsOf, csv, HEADINGS, readWhole, type ReadRow, isOfCompany, placeOf } from './read-whole.ts';

type RowsBySheet = Readonly<Record<string, ReadonlyArray<readonly unknown[]>>>;

/** A workbook as another program writes it. */
async function workbook(sheets: RowsBySheet, set: (book: Workbook) => void = () => undefined): Promise<Buffer> {
  const book = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row] as never);
  }
  set(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function rowsOf(bytes: Buffer, limits = LIMITS): Promise<(readonly Cell[] | string)[]> {
  const rows: (readonly Cell[] | string)[] = [];
  const chunks = (async function* () {
    yield bytes;
  })();
  for await (const batch of readXlsx(chunks, limits))
    for (const row of batch.rows) rows.push('cells' in row ? row.cells : row.broken);
  return rows;
}

const ROWS: readonly ReadRow[] = [{}, { 'Vai trò': 'TV', 'Số giấy tờ': '033090495227' }, { 'Vai trò': 'Giám hộ' }];

describe('a workbook', () => {
  it('a workbook, also packed, gives the rows of the same text and names them by their sheet', async () => {
    const book = await workbook({ 'Tháng 8': [HEADINGS, ...ROWS.map(cellsOf)] });
    const { events, rejected } = await readWhole(csv(ROWS), 'registrations', 'a.csv');
    const sheet = 'Tháng 8';
    const expected = events.map((event) =>
      event.type === 'rejected'
        ? { ...event, sheet, message: `Tháng 8, dòng ${event.row}: ${event.message}` }
        : event.type === 'accepted'
          ? { ...event, sheet }
          : event,
    );
    expect((await readWhole(book, 'registrations', 'a.xlsx')).events).toEqual(expected);
    expect((await readWhole(gzipSync(book), 'registrations', 'a.xlsx.gz', { chunk: 100 })).events).toEqual(expected);
    expect((await readWhole(book, 'registrations', 'a.csv')).events).toEqual(expected);
    expect(rejected).toMatchObject([{ row: 4, column: 'Vai trò' }]);
  });

  it('a workbook may hold numbers, days, rich text, formulas, truth values and errors in its cells', async () => {
    const cells: unknown[] = cellsOf({});
    cells[placeOf('Mã số doanh nghiệp')] = 901150498;
    cells[placeOf('Tên doanh nghiệp')] = { richText: [{ text: 'CÔNG TY TNHH ' }, { text: 'XUÂN  HƯNG' }] };
    cells[placeOf('Ngày đăng ký')] = new Date(Date.UTC(2024, 7, 18));
    cells[placeOf('Ngành nghề chính')] = 111;
    cells[placeOf('Vốn điều lệ')] = { formula: '19*10^9', result: 19000000000 };
    cells[placeOf('Số lao động')] = { formula: 'VLOOKUP(1,A1:B2,2)', result: { error: '#N/A' } };
    cells[placeOf('Điện thoại')] = 764220982;
    cells[placeOf('Ngày sinh')] = 1988;
    cells[placeOf('Số giấy tờ')] = 36088213724;
    cells[placeOf('Ngày cấp')] = 44256;
    const faulty = [...cells];
    faulty[placeOf('Số lao động')] = 3;
    const read = await readWhole(await workbook({ S: [HEADINGS, cells, faulty] }), 'registrations', 'a.xlsx');
    expect(read.rejected).toMatchObject([{ row: 2, column: 'Số lao động', code: 'formula', value: '#N/A' }]);
    expect(read.records).toMatchObject([
      {
        company: {
          enterpriseCode: '0901150498',
          name: 'CÔNG TY TNHH XUÂN HƯNG',
          registeredOn: '2024-08-18',
          mainIndustryCode: '0111',
          charterCapital: 19e9,
          plannedEmployees: 3,
          phone: '0764220982',
        },
        person: { dateOfBirth: '1988', documentNumber: '036088213724', issuedOn: '2021-03-01' },
      },
    ]);
    expect(read.accepted[0]?.repairs.map(({ field, proposed }) => [field, proposed])).toEqual([
      ['enterpriseCode', '0901150498'],
      ['mainIndustryCode', '0111'],
      ['phone', '0764220982'],
      ['documentNumber', '036088213724'],
    ]);
  });

  it('other sheets are read where their headings fit and named where not, and each sheet numbers its own rows with blank and hidden ones', async () => {
    const book = await workbook(
      {
        'Hướng dẫn': [['Nhập theo mẫu'], ['Ngày đăng ký', 'dd/mm/yyyy']],
        'Tháng 8': [HEADINGS, cellsOf({})],
        Trống: [],
        'Tháng 9': [['DANH SÁCH'], [], HEADINGS, cellsOf({}), [], cellsOf({ 'Vai trò': 'Giám hộ' })],
        'Tháng 7': [HEADINGS, cellsOf({})],
      },
      (made) => {
        made.getWorksheet('Tháng 9')!.getRow(5).hidden = true;
        made.getWorksheet('Tháng 7')!.state = 'hidden';
      },
    );
    const read = await readWhole(book, 'registrations', 'a.xlsx');
    expect(read.accepted.map(({ row }) => row)).toEqual([2, 4]);
    expect(read.rejected).toMatchObject([{ row: 6, message: expect.stringMatching(/^Tháng 9, dòng 6: “Vai trò” /u) }]);
    expect(read.opened.flatMap(({ skippedSheets }) => skippedSheets)).toEqual(['Hướng dẫn', 'Tháng 7 (trang tính ẩn)']);
    await expect(
      readWhole(await workbook({ A: [['x']], B: [HEADINGS.slice(1)] }), 'registrations', 'a.xlsx'),
    ).rejects.toMatchObject({
      code: 'missing_column',
      message: expect.stringContaining('“Mã số doanh nghiệp”'),
    });
  });

  it('a workbook may have headings of two rows and merged cells', async () => {
    const upper = HEADINGS.map((heading, place) =>
      isOfCompany(place) ? heading : isOfCompany(place - 1) ? 'Thông tin cá nhân' : null,
    );
    const lower = HEADINGS.map((heading, place) => (isOfCompany(place) ? null : heading));
    const own = cellsOf({}).map((cell, place) => (isOfCompany(place) ? null : cell));
    const book = await workbook({ S: [['SỞ TÀI CHÍNH'], upper, lower, cellsOf({}), own] }, (made) => {
      made.getWorksheet('S')?.mergeCells('A4:A5');
    });
    expect((await readWhole(book, 'registrations', 'a.xlsx')).records).toMatchObject([
      { position: 0 },
      { position: 1, company: { phone: '0764220982' } },
    ]);
  });

  it('a workbook may use prefixes, omit cell references, count days from 1904 and contain pronunciations', async () => {
    const bytes = workbookOf(
      `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c/><x:c t="inlineStr"><x:is><x:t>a_x000D_b &#272;&#x1ECB;a &lt;</x:t></x:is></x:c></x:row>` +
        `<x:row r="5"><x:c r="B5" s="1"><x:v>43830</x:v></x:c><x:c r="C5" s="2"><x:v>12345</x:v></x:c><x:c r="D5" t="b"><x:v>1</x:v></x:c><x:c r="E5" t="d"><x:v>2025-01-02T00:00:00</x:v></x:c></x:row><x:row r="6"/></x:sheetData></x:worksheet>`,
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t xml:space="preserve">Hưng </t></r><r><t>Yên</t></r><rPh><t>xxx</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="0000000000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      },
      '<x:workbookPr date1904="1"/>',
    );
    expect(await rowsOf(bytes)).toEqual([
      ['Hưng Yên', undefined, 'a\rb Địa <'],
      [undefined, { on: '2024-01-01' }, '0000012345', true, { on: '2025-01-02' }],
    ]);
  });

  it('a number is read as a day only where its format is one of days', async () => {
    const formats = ['dd/mm/yyyy', '[$-42A]d mmmm yyyy', '#,##0 "đồng"', '#,##0\\ [$VND]', '0.00', '#,##0 "d"'];
    const styles = formats
      .map((format, index) => `<numFmt numFmtId="${170 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
      .join('');
    const bytes = workbookOf(
      `<worksheet><sheetData><row r="1">${formats.map((_, index) => `<c s="${index}"><v>45870</v></c>`).join('')}</row></sheetData></worksheet>`,
      {
        'xl/styles.xml': `<styleSheet><numFmts>${styles}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join('')}</cellXfs></styleSheet>`,
      },
    );
    expect(await rowsOf(bytes)).toEqual([[{ on: '2025-08-01' }, { on: '2025-08-01' }, 45870, 45870, 45870, 45870]]);
  });
});

describe('a workbook that is refused', () => {
  const row = `<row>${'<c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c>'.repeat(20)}</row>`;
  const bomb = (): Buffer => workbookOf(`<worksheet><sheetData>${row.repeat(20_000)}</sheetData></worksheet>`);

  it('a workbook that inflates beyond the limit, as a whole or in its table of texts, is refused', async () => {
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(200_000);
    await expect(rowsOf(bytes, { ...LIMITS, inflatedBytes: 5_000_000 })).rejects.toMatchObject({ code: 'too_big' });
    await expect(rowsOf(bytes, { ...LIMITS, workbookBytes: 10_000 })).rejects.toMatchObject({ code: 'too_big' });
    await expect(rowsOf(bytes, { ...LIMITS, sheetRows: 100 })).rejects.toMatchObject({ code: 'too_big' });
    const texts = workbookOf('<worksheet/>', {
      'xl/sharedStrings.xml': `<sst>${'<si><t>aaaaaaaaaa</t></si>'.repeat(100_000)}</sst>`,
    });
    await expect(rowsOf(texts, { ...LIMITS, sharedTextBytes: 1_000_000 })).rejects.toMatchObject({ code: 'too_big' });
  });

  it('a truncated or partly overwritten workbook, or another kind of zip, is refused', async () => {
    const book = await workbook({
      S: [HEADINGS, ...Array.from({ length: 500 }, (_, index) => cellsOf({ Email: `a${index * 7919}@b.vn` }))],
    });
    await expect(rowsOf(book.subarray(0, book.length - 30))).rejects.toMatchObject({ code: 'broken' });
    await expect(rowsOf(zip({ 'a.txt': 'x' }))).rejects.toMatchObject({ code: 'broken' });
    const bad = Buffer.from(book);
    bad.fill(0xaa, 40, Math.floor(book.length / 2));
    await expect(rowsOf(bad)).rejects.toMatchObject({ code: 'broken' });
  });

  it('a workbook in which one bit flipped is refused, or has the same content as before', async () => {
    const book = workbookOf(
      `<worksheet><sheetData>${'<row><c><v>1234567</v></c><c><v>7654321</v></c></row>'.repeat(3)}</sheetData></worksheet>`,
    );
    const said = JSON.stringify(await rowsOf(book));
    let refused = 0;
    // One bit of each byte, another one in each
    for (const [at, byte] of book.entries()) {
      const flipped = Buffer.from(book);
      flipped[at] = byte ^ (1 << (at & 7));
      const read = await rowsOf(flipped).then(JSON.stringify, () => {
        refused += 1;
        return said;
      });
      expect([at, read]).toEqual([at, said]);
    }
    expect(refused).toBeGreaterThan(book.length / 4);
  });

  it('a row of more cells than any feed has is rejected', async () => {
    const wide = workbookOf(
      '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
    );
    expect(await rowsOf(wide)).toEqual(['columns', [1]]);
  });
});
