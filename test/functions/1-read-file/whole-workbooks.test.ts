import { describe, expect, it } from 'vitest';
import { zip } from '#test/shared/tabular/make-zip.ts';
import { readWhole } from './read-whole.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
/** ISO/IEC 29500 Strict, as Excel saves "Strict Open XML Spreadsheet". */
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp', 'Tên chủ tài khoản', 'Ngày mở'];
const TEXTS = [...HEADINGS, '970436', '0123456789', '0901150498', 'CÔNG TY A'];
const shared = (main: string) =>
  `${XML}<sst xmlns="${main}" count="9" uniqueCount="9">${TEXTS.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
const indexed = (row: number, from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `<c r="${'ABCDE'[n]}${row}" t="s"><v>${from + n}</v></c>`).join('');
const SECOND = indexed(2, 5, 4);
/** The serial of 18 August 2024. */
const DAY = '<c r="E2" s="1"><v>45522</v></c>';
const styles = (main: string) =>
  `${XML}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

interface Saved {
  readonly names?: typeof TRANSITIONAL;
  readonly sheet: string;
  readonly book?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
}
/** A workbook with the parts that Excel writes. */
const saved = ({ names = TRANSITIONAL, sheet, book, more = {} }: Saved) =>
  zip({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId3" Type="${names.office}/extendedProperties" Target="docProps/app.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId1" Type="${names.office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      book ??
      `${XML}<workbook xmlns="${names.main}" xmlns:r="${names.office}"${names === STRICT ? ' conformance="strict"' : ''}><workbookPr/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId3" Type="${names.office}/styles" Target="styles.xml"/><Relationship Id="rId1" Type="${names.office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="${names.office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': shared(names.main),
    'xl/styles.xml': styles(names.main),
    ...more,
  });
const sheetOf = (rows: string, main = TRANSITIONAL.main, before = '') =>
  `${XML}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData></worksheet>`;
const HEAD = `<row r="1">${indexed(1, 0, 5)}</row>`;

const prefixed = (tag: string) => tag.replaceAll(/<(\/?)(?=[a-z])/giu, '<$1x:');
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const namespaced = (xml: string) =>
  xml.replaceAll(/<(\/?)(Relationships?)/gu, '<$1ns0:$2').replace('xmlns=', 'xmlns:ns0=');
const rels = (office: string, main: string, parts: Readonly<Record<string, string>>) =>
  namespaced(
    `<Relationships xmlns="${PACKAGE}/relationships">${Object.entries({ [main]: 'rId1', ...parts })
      .map(([target, id]) => `<Relationship Target="${target}" Type="${office}/${typeOf(target)}" Id="${id}"/>`)
      .join('')}</Relationships>`,
  );
const typeOf = (target: string) =>
  target.includes('sheets/')
    ? 'worksheet'
    : target.endsWith('workbook.xml')
      ? 'officeDocument'
      : /(\w+)\./u.exec(target)?.[1];

const WORKBOOKS: Readonly<Record<string, Buffer>> = {
  'Excel in the strict form, with days as ISO texts': saved({
    names: STRICT,
    sheet: sheetOf(
      `${HEAD}<row r="2" spans="1:5">${SECOND}<c r="E2" s="1" t="d"><v>2024-08-18</v></c></row>`,
      STRICT.main,
      '<dimension ref="A1:E2"/>',
    ),
  }),
  'Excel in the strict form, with days as numbers': saved({
    names: STRICT,
    sheet: sheetOf(`${HEAD}<row r="2">${SECOND}${DAY}</row>`, STRICT.main),
  }),
  // It says that the sheet ends in A1, and keeps its own data beside the sheet
  'WPS Office': saved({
    sheet: sheetOf(
      `${HEAD}<row r="2" ht="14.25" customHeight="1">${SECOND}${DAY}</row><row r="3"><c r="A3" s="1"/><c r="E3" s="1"/></row>`,
      TRANSITIONAL.main,
      '<sheetPr/><dimension ref="A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>',
    ),
    more: {
      'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr xmlns:vt="v">1066-12.2.0</vt:lpwstr></property></Properties>`,
      'xl/cellimages.xml': `${XML}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
    },
  }),
  // No dimension, no spans, and a thousand rows with a height and no cell
  'Google Sheets': saved({
    sheet: sheetOf(
      `<row r="1"><c r="A1" s="0" t="s"><v>0</v></c>${indexed(1, 0, 5).slice(indexed(1, 0, 1).length)}</row><row r="2">${SECOND}${DAY}<c r="Z2" s="1"/></row>${Array.from({ length: 998 }, (_, n) => `<row r="${n + 3}" ht="15.75" customHeight="1"/>`).join('')}`,
      TRANSITIONAL.main,
      '<sheetPr><outlinePr summaryBelow="0"/></sheetPr><cols><col customWidth="1" min="1" max="26" width="12.63"/></cols>',
    ),
  }),
  // Prefixes, no places, and texts within the cells
  'Power BI': saved({
    book: prefixed('<workbook><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    sheet: prefixed(
      `<worksheet><sheetData><row>${HEADINGS.map(inline).join('')}</row><row>${TEXTS.slice(5).map(inline).join('')}<c s="1"><v>45522</v></c></row></sheetData></worksheet>`,
    ),
    more: { 'xl/sharedStrings.xml': prefixed('<sst/>') },
  }),
  // Prefixes in the relations too
  'openpyxl, written again by another library': saved({
    sheet: sheetOf(`${HEAD}<row r="2">${SECOND}${DAY}</row>`),
    more: {
      '_rels/.rels': rels(TRANSITIONAL.office, '/xl/workbook.xml', {}),
      'xl/_rels/workbook.xml.rels': rels(TRANSITIONAL.office, '/xl/worksheets/sheet1.xml', {
        '/xl/sharedStrings.xml': 'rId2',
        '/xl/styles.xml': 'rId3',
      }),
    },
  }),
  // Texts as if they were results of formulas
  EPPlus: saved({
    sheet: sheetOf(
      `<row r="1">${HEADINGS.map((text, n) => `<c r="${'ABCDE'[n]}1" t="str"><v>${text}</v></c>`).join('')}</row><row r="2">${TEXTS.slice(
        5,
      )
        .map((text, n) => `<c r="${'ABCDE'[n]}2" t="str"><v>${text}</v></c>`)
        .join('')}${DAY}</row>`,
    ),
  }),
  // An empty text within a cell
  SAS: saved({
    sheet: sheetOf(
      `${HEAD}<row r="2">${SECOND}${DAY}</row><row r="3"><c r="A3" t="inlineStr"/><c r="B3" t="inlineStr"/></row>`,
    ),
  }),
};

describe('workbooks with all the parts that programs write', () => {
  it.each(Object.entries(WORKBOOKS))('a workbook of %s is read', async (_, bytes) => {
    const { records, rejected, opened } = await readWhole(bytes, 'accounts', 'a.xlsx');
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      {
        account: {
          bank: '970436',
          accountNumber: '0123456789',
          enterpriseCode: '0901150498',
          holderName: 'CÔNG TY A',
          openedOn: '2024-08-18',
        },
      },
    ]);
    expect(opened).toMatchObject([{ unknownColumns: [], skippedSheets: [] }]);
  });

  it('of a workbook that Numbers exported the summary is named and the table below its title is read', async () => {
    const summary = sheetOf(
      `<row r="1">${inline('This document was exported from Numbers. Each table was converted to an Excel worksheet.')}</row><row r="2">${inline('Numbers Sheet Name')}${inline('Excel Worksheet Name')}</row>`,
    );
    const table = sheetOf(
      `<row r="1">${inline('Table 1')}</row><row r="2">${HEADINGS.map(inline).join('')}</row><row r="3">${[...TEXTS.slice(5), '18/08/2024'].map(inline).join('')}</row>`,
    );
    const bytes = saved({
      sheet: summary,
      book: `${XML}<workbook xmlns="${TRANSITIONAL.main}" xmlns:r="${TRANSITIONAL.office}"><sheets><sheet name="Export Summary" sheetId="1" r:id="rId1"/><sheet name="Sheet 1 - Table 1" sheetId="2" r:id="rId2"/></sheets></workbook>`,
      more: {
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${TRANSITIONAL.office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${TRANSITIONAL.office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
        'xl/worksheets/sheet2.xml': table,
      },
    });
    const { records, opened } = await readWhole(bytes, 'accounts', 'a.xlsx');
    expect(records).toMatchObject([{ account: { accountNumber: '0123456789', openedOn: '2024-08-18' } }]);
    expect(opened.flatMap(({ skippedSheets }) => skippedSheets)).toEqual(['Export Summary']);
  });
});

/** A record of a binary workbook (MS-XLSB 2.1.4): its type and its length, each in groups of seven bits. */
const record = (type: number, content: Buffer = Buffer.alloc(0)) => {
  const groups = (value: number) => (value < 128 ? [value] : [(value & 127) | 128, value >> 7]);
  return Buffer.concat([Buffer.from([...groups(type), ...groups(content.length)]), content]);
};
const BINARY = zip({
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TRANSITIONAL.office}/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
  'xl/workbook.bin': Buffer.concat([record(131), record(143), record(144), record(132)]),
  'xl/_rels/workbook.bin.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TRANSITIONAL.office}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>`,
  'xl/worksheets/sheet1.bin': Buffer.concat([record(129), record(145), record(146), record(130)]),
});
/** A chunk of an archive of Numbers: its kind and its length, and packed bytes behind it. */
const ARCHIVE = Buffer.from([0, 4, 0, 0, 3, 8, 0x61, 0x62]);
const NUMBERS = zip({
  'Index/Document.iwa': ARCHIVE,
  'Index/Tables/DataList.iwa': ARCHIVE,
  'Metadata/Properties.plist': Buffer.from('bplist00'),
  'preview.jpg': Buffer.from([0xff, 0xd8, 0xff]),
});

describe('workbooks in another form, whatever their name', () => {
  it.each([
    ['Excel’s binary form', BINARY, 'xlsb'],
    ['Numbers', NUMBERS, 'numbers'],
  ])('a workbook of %s is refused with one sentence that says how to save it', async (_, bytes, ending) => {
    for (const name of ['a.xlsx', 'a.csv', `a.${ending}`]) {
      const refusal = await readWhole(bytes, 'accounts', name).catch((error: unknown) => error);
      expect([name, refusal]).toEqual([
        name,
        expect.objectContaining({
          code: 'wrong_ending',
          message: expect.stringMatching(/^[^\n]*lưu lại[^\n]*\.xlsx[^\n]*\.$/u),
        }),
      ]);
    }
  });
});

describe('what a cell and a sheet show', () => {
  const opened = async (format: string, serial: number) => {
    const file = saved({
      sheet: sheetOf(`${HEAD}<row r="2">${SECOND}<c r="E2" s="1"><v>${serial}</v></c></row>`),
      more: {
        'xl/styles.xml': `<styleSheet xmlns="${TRANSITIONAL.main}"><numFmts><numFmt numFmtId="170" formatCode="${format}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      },
    });
    const { records } = await readWhole(file, 'accounts', 'f.xlsx');
    return records.map((one) => one.feed === 'accounts' && one.account.openedOn);
  };
  const HALF_A_MINUTE_BEFORE_MIDNIGHT = 45_522 + 86_370 / 86_400;

  it('half a minute before midnight belongs to the day that the cell shows with its hours', async () => {
    expect(await opened('dd/mm/yyyy hh:mm:ss', HALF_A_MINUTE_BEFORE_MIDNIGHT)).toEqual(['2024-08-18']);
    // Some programs write midnight early, and the cell shows only the day
    expect(await opened('dd/mm/yyyy', HALF_A_MINUTE_BEFORE_MIDNIGHT)).toEqual(['2024-08-19']);
  });

  it('a sheet whose state is show is read', async () => {
    const book = `<workbook xmlns="${TRANSITIONAL.main}" xmlns:r="${TRANSITIONAL.office}"><sheets><sheet name="Sheet1" state="show" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const { records } = await readWhole(
      saved({ book, sheet: sheetOf(`${HEAD}<row r="2">${SECOND}${DAY}</row>`) }),
      'accounts',
      'f.xlsx',
    );
    expect(records).toHaveLength(1);
  });
});
