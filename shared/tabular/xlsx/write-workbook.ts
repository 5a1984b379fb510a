import { strToU8, zipSync } from 'fflate';
import { withoutUnprintable } from '#shared/domain/vietnamese/text/unicode-safety.ts';

/** The media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of texts, without numbers and formulas so that no code loses its zeros. */
export interface TextSheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string /** In characters. */; readonly width: number }[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Excel's limits for the text of a cell and the name of a sheet. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;
const HEADING = 1;
const TEXT = 2;

/** Writes a workbook (xlsx) of these sheets. The same sheets give the same bytes. */
export const writeWorkbook = (sheets: readonly TextSheet[]): Uint8Array =>
  workbookOf(sheets.map((sheet) => ({ name: sheet.name, xml: sheetXml(sheet) })));

/** Writes a workbook of sheets that are already XML. */
export function workbookOf(sheets: readonly { readonly name: string; readonly xml: string }[]): Uint8Array {
  const names = sheets.map(({ name }) => sheetName(name));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
      .map((name, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, n): [string, string] => ['worksheet', `worksheets/sheet${n + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  for (const [n, { xml }] of sheets.entries()) parts[`xl/worksheets/sheet${n + 1}.xml`] = xml;
  return zipped(parts);
}

/** Packs parts as a zip file without times, so that the same parts give the same bytes. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(XML + content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes), { mtime: '1980-01-02T00:00:00Z', level: 6 });
}

/** Escapes a text for an element or an attribute. */
export const escapeXml = (text: string): string =>
  withoutUnprintable(text).replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** Writes a text cell that keeps spaces at its ends. */
export const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, LONGEST_TEXT))}</t></is></c>`;

/** The letters of a column index: `A` for 0, `AB` for 27. */
export function columnLetters(place: number): string {
  const before = Math.floor(place / 26);
  return `${before === 0 ? '' : columnLetters(before - 1)}${String.fromCharCode(65 + (place % 26))}`;
}

const sheetXml = ({ columns, rows }: TextSheet): string => {
  const row = (texts: readonly string[], number: number, style: number) =>
    `<row r="${number}">${texts.map((text, n) => (text === '' ? '' : textCell(`${columnLetters(n)}${number}`, text, style))).join('')}</row>`;
  const lines = [
    row(
      columns.map(({ heading }) => heading),
      1,
      HEADING,
    ),
    ...rows.map((texts, n) => row(texts, n + 2, TEXT)),
  ];
  return sheetFrame(columns, lines);
};

/** Writes a sheet of lines, of which the first is the heading, which stays visible and has filters. */
export function sheetFrame(columns: TextSheet['columns'], lines: readonly string[]): string {
  const widths = columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  const last = `${columnLetters(Math.max(0, columns.length - 1))}${lines.length}`;
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
  );
}

const relationships = (targets: ReadonlyArray<readonly [string, string]>): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = (sheets: number): string => {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}` +
    `${Array.from({ length: sheets }, (_, n) => part(`worksheets/sheet${n + 1}.xml`, 'worksheet')).join('')}</Types>`
  );
};

/** The styles: 1 for a heading, 2 for a text (format 49, `@`, wrapped and at the top), 3 for a number (format 3, `#,##0`). */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/** Makes a sheet's name that Excel accepts: some signs are not allowed, and the length is limited. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME) || 'Trang';
