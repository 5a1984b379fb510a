import { workbookOf, zip } from '#test/shared/tabular/make-zip.ts';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { cellsOf, HEADINGS } from './read-whole.ts';

const sheet = (content: string, parts: Readonly<Record<string, string>> = {}) =>
  workbookOf(
    `<worksheet><sheetData><row>${HEADINGS.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>${content}</sheetData></worksheet>`,
    parts,
  );

/** Makes a workbook with the most sheets and parts, each of which is referred to in another case than its name. */
const sheetsInCapitals = (): Buffer => {
  const sheets = Array.from({ length: 990 }, (_, n) => n);
  const relations = sheets.map((n) => `<Relationship Id="s${n}" Type="a/worksheet" Target="SHEETS/S${n}.XML"/>`);
  return zip({
    'xl/workbook.xml': `<workbook><sheets>${sheets.map((n) => `<sheet name="S${n}" r:id="s${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`xl/sheets/s${9000 - n}.xml`, ''])),
  });
};

/** Makes an honest workbook of about the given number of bytes. */
export const peopleWorkbook = (size: number): Buffer => {
  const row = (n: number) =>
    cellsOf({ 'Mã số doanh nghiệp': codeAt(n * 3), 'Họ và tên': `Nguyễn Văn ${n}` })
      .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('');
  const rowBytes = 70;
  return sheet(Array.from({ length: Math.ceil(size / rowBytes) }, (_, n) => `<row>${row(n)}</row>`).join(''));
};

export const HOSTILE_WORKBOOKS: Readonly<Record<string, () => Buffer>> = {
  'rows of one letter.xlsx': () => sheet('<row><c t="str"><v>a</v></c></row>'.repeat(100_000)),
  'one long text in each cell.xlsx': () =>
    sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(15)}</row>`.repeat(3000), {
      'xl/sharedStrings.xml': `<sst><si><t>${'ﷺ'.repeat(3000)}</t></si></sst>`,
    }),
  'sheets whose parts have other capitals.xlsx': sheetsInCapitals,
  'formats of numbers.xlsx': () =>
    sheet('<row><c><v>1</v></c></row>', {
      'xl/styles.xml': `<numFmts>${Array.from({ length: 60_000 }, (_, n) => `<numFmt numFmtId="${n}" formatCode="${'['.repeat(200)}d"/>`).join('')}</numFmts><cellXfs>${'<xf numFmtId="9"/>'.repeat(90_000)}</cellXfs>`,
    }),
  'long attributes of cells.xlsx': () =>
    sheet(`<row>${`<c ${'x="y" '.repeat(10_000)} t="inlineStr"><is><t>a</t></is></c>`.repeat(19)}</row>`.repeat(8)),
  'an entity for each letter.xlsx': () =>
    sheet(`<row>${`<c t="inlineStr"><is><t>${'&#x41;'.repeat(600)}</t></is></c>`.repeat(15)}</row>`.repeat(300)),
  'runs of a letter in one text.xlsx': () =>
    sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(19)}</row>`.repeat(1500), {
      'xl/sharedStrings.xml': `<sst><si>${'<r><rPr><b/></rPr><t>a</t></r>'.repeat(4000)}</si></sst>`,
    }),
  'days of the year 9999.xlsx': () =>
    sheet(`<row>${'<c s="1"><v>2958465.9999</v></c>'.repeat(19)}</row>`.repeat(5000), {
      'xl/styles.xml': '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    }),
  'a number in each cell.xlsx': () => sheet(`<row>${'<c><v>1</v></c>'.repeat(19)}</row>`.repeat(30_000)),
  'as many columns as may be.xlsx': () => sheet(`<row>${'<c t="str"><v>a</v></c>'.repeat(250)}</row>`.repeat(3000)),
  'entities that never end.xlsx': () =>
    sheet(`<row>${`<c t="inlineStr"><is><t>${'&'.repeat(3000)}</t></is></c>`.repeat(15)}</row>`.repeat(300)),
  'a table of one letter each.xlsx': () =>
    sheet('<row><c t="s"><v>5</v></c></row>', {
      'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(700_000)}</sst>`,
    }),
  'rows of nothing.xlsx': () => sheet('<row/>'.repeat(900_000)),
  'elements in elements.xlsx': () => sheet('<a>'.repeat(500_000) + '</a>'.repeat(500_000)),
  'cells that are one.xlsx': () =>
    sheet(`</sheetData><mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(200_000)}</mergeCells><sheetData>`),
  'cells at the last column.xlsx': () =>
    sheet('<row><c r="IV1" t="inlineStr"><is><t>a</t></is></c></row>'.repeat(20_000)),
  'instructions to programs.xlsx': () => sheet('<?a b?>'.repeat(900_000)),
  'pieces of a text in CDATA.xlsx': () =>
    sheet(`<row>${`<c t="inlineStr"><is><t>${'<![CDATA[a]]>'.repeat(300)}</t></is></c>`.repeat(15)}</row>`.repeat(300)),
  'a large part that no sheet names.xlsx': () => sheet('<row/>', { 'xl/drawings/a.xml': 'a'.repeat(60_000_000) }),
  'an old font in shared texts.xlsx': () =>
    sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(19)}</row>`.repeat(300), {
      'xl/sharedStrings.xml': `<sst><si><t>${'NguyÔn V¨n Hïng '.repeat(60)}</t></si></sst>`,
    }),
};
