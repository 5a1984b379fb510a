import { describe, expect, it } from 'vitest';
import { workbookOf, zip } from '#test/shared/tabular/make-zip.ts';
import { readWhole } from './read-whole.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp', 'Tên chủ tài khoản', 'Ngày mở'];
const CELLS = ['970436', '0123456789', '0901150498', 'CÔNG TY A', '18/08/2024'];
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const line = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
/** Makes a sheet of valid rows, each with some replaced cells. */
const sheet = (...rows: readonly Readonly<Record<number, string>>[]) =>
  `<worksheet><sheetData>${line(HEADINGS.map(text))}${rows
    .map((row) => line(CELLS.map((value, place) => row[place] ?? text(value))))
    .join('')}</sheetData></worksheet>`;
const stylesOf = (...codes: readonly string[]) =>
  `<styleSheet><numFmts>${codes.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${codes.map((_, n) => `<xf numFmtId="${200 + n}"/>`).join('')}</cellXfs></styleSheet>`;
const read = (bytes: Buffer) => readWhole(bytes, 'accounts', 'a.xlsx');
const numberOf = async (bytes: Buffer) =>
  (await read(bytes)).records.map((record) => record.feed === 'accounts' && record.account.accountNumber);

interface Book {
  readonly relations?: string;
  readonly main?: string;
  readonly target?: string;
  readonly part?: string;
}
const book = (content: string, given: Book = {}) => {
  const { relations = RELATIONS, main = 'xl/workbook.xml', target = 'worksheets/sheet1.xml' } = given;
  return zip({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="${main}"/></Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="Sheet1 " r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target="${target}" Type="${relations}/worksheet" Id="rId1"/></Relationships>`,
    [given.part ?? 'xl/worksheets/sheet1.xml']: content,
  });
};

describe('workbooks of other programs', () => {
  it.each<[string, Book]>([
    ['absolute', { main: '/xl/workbook.xml', target: '/xl/worksheets/sheet1.xml' }],
    ['through the folder above', { main: './xl/workbook.xml', target: '../xl/worksheets/sheet1.xml' }],
    ['written with backslashes', { main: 'xl\\workbook.xml', target: 'worksheets\\sheet1.xml' }],
    ['in another case', { target: 'Worksheets/Sheet1.xml' }],
    ['with an encoded space', { target: 'worksheets/sheet%201.xml', part: 'xl/worksheets/sheet 1.xml' }],
    ['of the strict form', { relations: STRICT }],
  ])('a workbook is read whose targets are %s', async (_, given) => {
    expect(await numberOf(book(sheet({}), given))).toEqual(['0123456789']);
  });

  it('a part of a workbook may begin with a byte-order mark, and be UTF-16', async () => {
    const marked = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>${sheet({})}`;
    expect(await numberOf(book(marked))).toEqual(['0123456789']);
    const wide = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${sheet({})}`, 'utf16le');
    expect(await numberOf(zip({ ...PARTS, 'xl/worksheets/sheet1.xml': wide }))).toEqual(['0123456789']);
  });

  it('a value that a program left under a merged area is not read, because nobody sees it', async () => {
    const merged = '</sheetData><mergeCells count="2"><mergeCell ref="A1:A1"/><x:mergeCell ref="D2:E3"/></mergeCells>';
    const { records } = await read(workbookOf(sheet({}, {}, {}).replace('</sheetData>', merged)));
    expect(records.map((record) => record.feed === 'accounts' && record.account)).toMatchObject([
      { holderName: 'CÔNG TY A', openedOn: undefined },
      { holderName: undefined, openedOn: undefined },
      { holderName: 'CÔNG TY A', openedOn: '2024-08-18' },
    ]);
  });

  it('a day may be written as ISO text in a cell of type d', async () => {
    const days = ['2024-08-18', '2024-08-18T00:00:00', '2024-08-18T00:00:00.000Z'];
    const { records } = await read(workbookOf(sheet(...days.map((day) => ({ 4: `<c t="d"><v>${day}</v></c>` })))));
    expect(records.map((record) => record.feed === 'accounts' && record.account.openedOn)).toEqual(
      days.map(() => '2024-08-18'),
    );
  });

  it.each(['2024-08-17T17:00:00.000Z', '2024-08-17T16:59:30Z', '2024-08-18T23:59:59+07:00'])(
    'a day with a zone in a cell of type d is the day in Việt Nam, as in a text file: %s',
    async (day) => {
      const cells = [...CELLS.slice(0, 4), day];
      const ofText = await readWhole([HEADINGS, cells].map((row) => row.join(',')).join('\n'), 'accounts', 'a.csv');
      const { records } = await read(workbookOf(sheet({ 4: `<c t="d"><v>${day}</v></c>` })));
      expect(records).toMatchObject([{ account: { openedOn: '2024-08-18' } }]);
      expect(records).toEqual(ofText.records);
    },
  );

  it.each(['45521.99965', '45522', '45522.00035', '45522.9', '45522.99999'])(
    'a midnight that a program wrote some seconds early is the day that it begins: %s',
    async (day) => {
      const bytes = workbookOf(sheet({ 4: `<c s="1"><v>${day}</v></c>` }), { 'xl/styles.xml': stylesOf('dd/mm/yyyy') });
      expect((await read(bytes)).records).toMatchObject([{ account: { openedOn: '2024-08-18' } }]);
    },
  );

  describe('a text that is crossed out', () => {
    const run = (words: string, mark = '') => `<r><rPr>${mark}</rPr><t>${words}</t></r>`;
    const STYLES = `<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`;
    const readStyled = (...rows: readonly Readonly<Record<number, string>>[]) =>
      read(workbookOf(sheet(...rows), { 'xl/styles.xml': STYLES }));
    const styled = (style: number) =>
      Object.fromEntries(CELLS.map((value, at) => [at, `<c s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`]));

    it('a row that is crossed out is rejected with what to do, and the others are read', async () => {
      const { accepted, rejected } = await readStyled({}, styled(1), styled(2), styled(0));
      expect(accepted.map(({ row }) => row)).toEqual([2, 4, 5]);
      expect(rejected).toMatchObject([
        { row: 3, column: 'Ngân hàng', code: 'crossed_out', message: expect.stringContaining('bỏ gạch') },
      ]);
    });

    it('a number that is crossed out is rejected too', async () => {
      const { rejected } = await readStyled({ 1: '<c s="1"><v>1234567890</v></c>' });
      expect(rejected).toMatchObject([{ row: 2, column: 'Số tài khoản', code: 'crossed_out' }]);
    });

    it('a corrected cell is not read together with the text that is crossed out in it', async () => {
      const cell = `<c t="inlineStr"><is>${run('0901150498', '<strike/>')}${run('0901150499')}</is></c>`;
      const { rejected } = await readStyled({ 2: cell });
      expect(rejected).toMatchObject([{ row: 2, column: 'Mã số doanh nghiệp', code: 'crossed_out' }]);
    });

    it('a column that may be empty is left out and reported where its shared text is crossed out', async () => {
      const bytes = workbookOf(sheet({ 3: '<c t="s"><v>0</v></c>' }), {
        'xl/sharedStrings.xml': `<sst><si>${run('CÔNG TY B', '<strike val="1"/>')}${run('CÔNG TY A', '<strike val="0"/>')}</si></sst>`,
      });
      const { accepted } = await read(bytes);
      expect(accepted).toMatchObject([
        { repairs: [{ field: 'holderName', proposed: '', why: expect.stringContaining('gạch ngang') }] },
      ]);
    });
  });

  it('a year of birth typed into a cell that shows days is that year, and no day of 1905', async () => {
    const headings = ['Số giấy tờ', 'Họ và tên', 'Ngày sinh', 'Trạng thái'];
    const row = ['036088213724', 'Huỳnh Văn Kiên', '', 'BINH_THUONG'].map(text);
    const table = [headings.map(text), row.with(2, '<c s="1"><v>1988</v></c>')].map(line).join('');
    const bytes = workbookOf(`<worksheet><sheetData>${table}</sheetData></worksheet>`, {
      'xl/styles.xml': stylesOf('dd/mm/yyyy'),
    });
    const { records } = await readWhole(bytes, 'identities', 'a.xlsx');
    expect(records).toMatchObject([{ record: { dateOfBirth: '1988' } }]);
  });

  it.each(['b2', '$B$2', 'B2'])('a cell may name its place in small letters or with signs: %s', async (place) => {
    const cells = CELLS.map((value, at) =>
      at === 1 ? `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>` : '',
    );
    const others = CELLS.map((value, at) =>
      at === 0 || at > 1 ? `<c r="${'abcde'[at]}2" t="inlineStr"><is><t>${value}</t></is></c>` : '',
    );
    const row = `<row r="2">${others[0]}${cells[1]}${others.slice(2).toReversed().join('')}</row>`;
    const { records } = await read(
      workbookOf(`<worksheet><sheetData><row>${HEADINGS.map(text).join('')}</row>${row}</sheetData></worksheet>`),
    );
    expect(records).toMatchObject([{ account: { accountNumber: '0123456789', enterpriseCode: '0901150498' } }]);
  });

  it.each(['0000000000', '0000 000 000', '0000\\ 000\\ 000', '(0000) 000-000', '0000&quot;.&quot;000&quot;.&quot;000'])(
    'a number shown in groups keeps the zeros that its format shows: %s',
    async (format) => {
      const bytes = workbookOf(sheet({ 1: '<c s="1"><v>123456789</v></c>' }), { 'xl/styles.xml': stylesOf(format) });
      const { records } = await read(bytes);
      expect(records).toMatchObject([{ account: { accountNumber: '0123456789' } }]);
      expect(records[0]).toHaveProperty('written', undefined);
    },
  );

  it('a formula without its result is no empty cell, and the row’s rejection says what to do', async () => {
    const { accepted, rejected } = await read(
      workbookOf(
        sheet(
          { 1: '<c><f>A1</f></c>' },
          { 1: '<c><f>A1</f><v></v></c>' },
          { 3: '<c><f>A1</f></c>' },
          { 3: '<c t="str"><f>A1</f><v></v></c>' },
          { 1: '<c t="str"><f>A1</f><v>0123456780</v></c>' },
        ),
      ),
    );
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'uncomputed'],
      [3, 'uncomputed'],
    ]);
    expect(rejected[0]?.message).toContain('hãy mở bằng Excel, lưu lại');
    expect(accepted.map(({ row, repairs }) => [row, repairs.map(({ field }) => field)])).toEqual([
      [4, ['holderName']],
      [5, []],
      [6, []],
    ]);
  });

  it('a workbook is broken where a cell refers to a missing shared text', async () => {
    await expect(read(workbookOf(sheet({ 1: '<c t="s"><v>5</v></c>' })))).rejects.toMatchObject({ code: 'broken' });
  });
});

const PARTS = {
  '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target="worksheets/sheet1.xml" Type="${RELATIONS}/worksheet" Id="rId1"/></Relationships>`,
};
