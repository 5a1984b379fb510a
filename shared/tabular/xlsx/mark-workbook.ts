import { ExpansionAllowance } from '../allowance.ts';
import { columnIndexOf } from './cell-of.ts';
import { workbookTooBig } from './faults.ts';
import { LIMITS } from '../limits.ts';
import { inflatePart } from './inflate-part.ts';
import { Relations } from './relations.ts';
import { SheetList } from './sheet-list.ts';
import { columnLetters, textCell, zipped } from './write-workbook.ts';
import { attribute } from './xml-text.ts';
import { XmlScanner } from './xml-scanner.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** The colour of marked cells, a pale red that prints as light grey. */
const FILL = '<fill><patternFill patternType="solid"><fgColor rgb="FFF4B6B6"/></patternFill></fill>';

/**
 * Adds to the styles of a workbook a copy of each cell style with a marked background, so that a marked day stays a
 * day. Undefined where the part has an unknown form.
 */
function withMarkedStyles(
  xml: string,
): { readonly xml: string; readonly marked: (style: number) => number } | undefined {
  const [fills] = elementsIn(xml, 'fills');
  const [formats] = elementsIn(xml, 'cellXfs');
  if (fills === undefined || formats === undefined || fills.end > formats.start) return undefined;
  const fillId = elementsIn(fills.inner, 'fill').length;
  const styles = elementsIn(formats.inner, 'xf').map(({ text }) => text);
  if (styles.length === 0) return undefined;
  const marked = styles.map((style) => onFill(style, fillId));
  const parts = [
    xml.slice(0, fills.start),
    `<fills count="${fillId + 1}">${fills.inner}${FILL}</fills>`,
    xml.slice(fills.end, formats.start),
    `<cellXfs count="${styles.length * 2}">${styles.join('')}${marked.join('')}</cellXfs>`,
    xml.slice(formats.end),
  ];
  return { xml: parts.join(''), marked: (style) => styles.length + Math.min(style, styles.length - 1) };
}

const onFill = (style: string, fillId: number): string => {
  const tagEnd = style.indexOf('>');
  const tag = style.slice(0, tagEnd).replace(/\s(?:fillId|applyFill)="[^"]*"/gu, '');
  return `${tag.replace(/^<xf/u, `<xf fillId="${fillId}" applyFill="1"`)}${style.slice(tagEnd)}`;
};

/** The reason why a row of a sheet was rejected, with the column index of the faulty cell, if any. */
export interface RowMark {
  readonly sheet: string;
  readonly row: number;
  readonly place?: number | undefined;
  readonly note: string;
}

/** The styles of a workbook that has none. */
const PLAIN_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>';
const STYLES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The two parts that name a workbook's styles, for one that had none. */
function withStylesNamed(textOf: (name: string) => string, main: string, styles: string): Record<string, string> {
  const [folder, file] = [main.slice(0, main.lastIndexOf('/') + 1), main.slice(main.lastIndexOf('/') + 1)];
  const relations = `${folder}_rels/${file}.rels`;
  const types = '[Content_Types].xml';
  const before = (part: string, close: RegExp, element: string): string =>
    withoutDeclaration(textOf(part)).replace(close, (end) => element + end);
  return {
    [relations]: before(
      relations,
      /<\/(?:\w+:)?Relationships>/u,
      `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="markedStyles" Type="${STYLES}" Target="/${styles}"/>`,
    ),
    [types]: before(
      types,
      /<\/(?:\w+:)?Types>/u,
      `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${styles}" ContentType="${STYLES_TYPE}"/>`,
    ),
  };
}

/** The largest inflated workbook that is marked, because it is held in memory as a whole. */
const MOST_BYTES = 96 * 1024 * 1024;
const MOST_SHEETS = 200;
const LAST_PLACE = 16_383;

/**
 * Copies a workbook with marked faulty cells and, after the last column of each sheet, the reasons why rows were
 * rejected. Undefined where the workbook has an unknown form or is too large.
 * @throws {UnreadableFile} where the file is no workbook
 */
export async function markWorkbook(
  file: Buffer,
  marks: readonly RowMark[],
  heading: string,
): Promise<Uint8Array | undefined> {
  const parts = zipParts(file);
  const swelling = new ExpansionAllowance(LIMITS.swelling, workbookTooBig);
  swelling.earn(file.length);
  const caps = [swelling, new ExpansionAllowance({ free: MOST_BYTES, factor: 0 }, workbookTooBig)];
  const texts = new Map<string, Buffer>();
  for (const [name, part] of parts) texts.set(name, await inflated(part, caps));
  const textOf = (name: string) => texts.get(name)?.toString('utf8') ?? '';
  const main = scannedInto(textOf('_rels/.rels'), new Relations('')).target('officeDocument') ?? 'xl/workbook.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = scannedInto(textOf(`${folder}_rels/${main.slice(folder.length)}.rels`), new Relations(folder));
  const named = relations.target('styles');
  const stylesPart = named !== undefined && texts.has(named) ? named : `${folder}styles.xml`;
  const styles = withMarkedStyles(textOf(stylesPart) || PLAIN_STYLES);
  if (styles === undefined) return undefined;
  const changed: Record<string, string> = { [stylesPart]: withoutDeclaration(styles.xml) };
  if (stylesPart !== named) Object.assign(changed, withStylesNamed(textOf, main, stylesPart));
  for (const { name, relation } of scannedInto(textOf(main), new SheetList(MOST_SHEETS)).sheets) {
    const part = relations.worksheet(relation) ?? '';
    const own = marks.filter(({ sheet }) => sheet === name);
    if (own.length === 0 || changed[part] !== undefined) continue;
    const sheet = markedSheet(textOf(part), own, heading, styles.marked);
    if (sheet === undefined) return undefined;
    changed[part] = withoutDeclaration(sheet);
  }
  return zipped({ ...Object.fromEntries(texts), ...changed });
}

function markedSheet(
  xml: string,
  marks: readonly RowMark[],
  heading: string,
  marked: (style: number) => number,
): string | undefined {
  const [data] = elementsIn(xml, 'sheetData');
  if (data === undefined) return undefined;
  const rows = elementsIn(data.inner, 'row');
  const noted = placeBehind(rows);
  if (noted > LAST_PLACE) return undefined;
  const byRow = Map.groupBy(marks, ({ row }) => row);
  const firstMarked = Math.min(...byRow.keys());
  let number = 0;
  let headed = false;
  const written = rows.map((row) => {
    number = Number(attribute(row.attributes, 'r') ?? number + 1);
    const own = byRow.get(number) ?? [];
    // The heading of the new column is in the row above the first marked one
    if (own.length === 0 && (headed || number >= firstMarked)) return row.text;
    const note = own.length === 0 ? heading : own.map((mark) => mark.note).join(' ');
    headed = true;
    const cells = own.reduce((inner, { place }) => withMarkedCell(inner, number, place, marked), row.inner);
    // The row's `spans` attribute is no longer right
    const attributes = row.attributes.replace(/\sspans="[^"]*"/u, '');
    return `<row${attributes}>${cells}${textCell(`${columnLetters(noted)}${number}`, note, marked(0))}</row>`;
  });
  const [extent] = elementsIn(xml, 'dimension');
  const before =
    extent && extent.end <= data.start
      ? `${xml.slice(0, extent.start)}${xml.slice(extent.end, data.start)}`
      : xml.slice(0, data.start);
  return `${before}<sheetData>${written.join('')}</sheetData>${xml.slice(data.end)}`;
}

/** The first column index after all cells. */
function placeBehind(rows: readonly XmlElement[]): number {
  let last = -1;
  for (const { inner } of rows)
    for (const { attributes } of elementsIn(inner, 'c')) last = Math.max(last, columnIndexOf(attributes) ?? -1);
  return last + 1;
}

/** Marks one cell of a row; a missing cell is inserted. */
function withMarkedCell(
  inner: string,
  row: number,
  place: number | undefined,
  marked: (style: number) => number,
): string {
  if (place === undefined) return inner;
  const cells = elementsIn(inner, 'c');
  const cell = cells.find(({ attributes }) => columnIndexOf(attributes) === place);
  if (cell === undefined) {
    const next = cells.find(({ attributes }) => (columnIndexOf(attributes) ?? -1) > place)?.start ?? inner.length;
    return `${inner.slice(0, next)}<c r="${columnLetters(place)}${row}" s="${marked(0)}"/>${inner.slice(next)}`;
  }
  const style = Number(attribute(cell.attributes, 's') ?? 0);
  const own = cell.attributes.replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/u, '');
  const rest = cell.inner === '' ? '/>' : `>${cell.inner}</c>`;
  return `${inner.slice(0, cell.start)}<c${own} s="${marked(style)}"${rest}${inner.slice(cell.end)}`;
}

async function inflated(part: ZipPart, caps: readonly ExpansionAllowance[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of inflatePart(part, caps)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function scannedInto<S extends ConstructorParameters<typeof XmlScanner>[0]>(xml: string, sink: S): S {
  const scanner = new XmlScanner(sink);
  scanner.push(xml);
  return sink;
}

/** The content types and relations are left out, because `zipped` writes its own. */
const withoutDeclaration = (xml: string): string => xml.replace(/^\uFEFF?<\?xml[^>]*\?>\s*/u, '');

/** An element in a text. */
interface XmlElement {
  readonly start: number;
  readonly end: number;
  /** The attributes: the text between the element's name and `>`. */
  readonly attributes: string;
  readonly inner: string;
  readonly text: string;
}

/**
 * Finds the elements of one name in a part of a workbook in order and in linear time. Nested elements of one name, and
 * names with a prefix, are not found.
 */
function elementsIn(xml: string, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const close = `</${name}>`;
  for (let start = nextTag(xml, name, 0); start >= 0; ) {
    const tagEnd = xml.indexOf('>', start);
    if (tagEnd < 0) break;
    const alone = xml[tagEnd - 1] === '/';
    const innerEnd = alone ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    if (innerEnd < 0) break;
    const end = alone ? innerEnd : innerEnd + close.length;
    found.push({
      start,
      end,
      attributes: xml.slice(start + name.length + 1, alone ? tagEnd - 1 : tagEnd),
      inner: alone ? '' : xml.slice(tagEnd + 1, innerEnd),
      text: xml.slice(start, end),
    });
    start = nextTag(xml, name, end);
  }
  return found;
}

function nextTag(xml: string, name: string, from: number): number {
  for (let at = xml.indexOf(`<${name}`, from); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const next = xml[at + name.length + 1] ?? '';
    if (next === '>' || next === '/' || /\s/u.test(next)) return at;
  }
  return -1;
}
