import { ExpansionAllowance } from '../allowance.ts';
import { decodeText } from '../decode-text.ts';
import { type Cell, cellOfText, CROSSED_OUT } from '../cell.ts';
import type { Limits } from '../limits.ts';
import { brokenWorkbook, missingSheet, workbookTooBig } from './faults.ts';
import { inflatePart } from './inflate-part.ts';
import { type NumberFormat, NumberFormats } from './number-formats.ts';
import { type ListedSheet, SheetList } from './sheet-list.ts';
import { Relations } from './relations.ts';
import { scanChunks, type XmlSink } from './xml-scanner.ts';
import { type ZipPart, partNamed, zipParts } from './zip-parts.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { RichText } from './xml-text.ts';

/** Reads from `sharedStrings.xml` the texts that cells refer to by number. */
class SharedTexts implements XmlSink {
  readonly all: Cell[] = [];
  readonly #text: RichText;

  constructor(longest: number) {
    this.#text = new RichText(longest);
  }

  open(name: string, attributes: string): void {
    if (name === 'si') this.#text.start();
    else this.#text.open(name, attributes);
  }

  close(name: string): void {
    if (name === 'si') this.all.push(this.#text.crossedOut ? CROSSED_OUT : cellOfText(this.#text.plain));
    else this.#text.close(name);
  }

  text(raw: string): void {
    this.#text.add(raw);
  }
}

const RESAVE = 'Hãy mở bằng phần mềm đó, lưu lại (xuất ra) dạng .xlsx rồi gửi lại.';

/** The kinds of zip files that are no Office Open XML workbook, by their parts. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [
    /^xl\/workbook\.bin$/iu,
    'Tệp là bảng tính Excel nhị phân (.xlsb), chưa đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
  ],
  [/^index(?:\.zip$|\/.*\.iwa$)/iu, `Tệp là bảng tính Numbers của Apple, chưa đọc được. ${RESAVE}`],
  [/^content\.xml$/iu, `Tệp là bảng tính OpenDocument (.ods), chưa đọc được. ${RESAVE}`],
  [/^(?:word|ppt)\//iu, 'Tệp là văn bản Word hoặc trình chiếu, không phải bảng dữ liệu: hãy gửi bảng gốc.'],
  [
    /\.(?:csv|xlsx?|jsonl)(?:\.gz)?$/iu,
    'Tệp là gói nén .zip có tệp khác bên trong. Hãy giải nén rồi gửi từng tệp bên trong.',
  ],
];

/** The reason why a zip file without a workbook can't be read; undefined where its parts do not show it. */
function anotherPackage(parts: Iterable<string>): UnreadableFile | undefined {
  const names = [...parts];
  const known = PACKAGES.find(([sign]) => names.some((name) => sign.test(name)));
  return known && new UnreadableFile('wrong_ending', known[1]);
}

export interface Sheet {
  readonly name: string;
  readonly part: ZipPart;
  readonly hidden: boolean;
}

/** The data by which the sheets of a workbook are read. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly texts: readonly Cell[];
  readonly formats: readonly NumberFormat[];
  /** Whether a style crosses its cells out. */
  readonly crossesOut: boolean;
  /** Whether days count from 1904, as in old Macintosh workbooks. */
  readonly from1904: boolean;
  /** The allowance to which its parts may still be inflated. */
  readonly bytes: readonly ExpansionAllowance[];
}

/**
 * Opens a workbook (ECMA-376): its sheets in order, its table of texts, its number formats.
 * @throws {UnreadableFile} `broken`, `locked`, `too_big`
 */
export async function openWorkbook(file: Buffer, limits: Limits): Promise<Workbook> {
  const parts = zipParts(file);
  const swelling = new ExpansionAllowance(limits.swelling, workbookTooBig);
  swelling.earn(file.length);
  const bytes = [swelling, upTo(limits.inflatedBytes)];
  const readPart = async <S extends XmlSink>(name: string, sink: S, cap = limits.partBytes): Promise<S> => {
    const part = partNamed(parts, name);
    if (part === undefined) return sink;
    for await (const _ of scanChunks(decodeText(inflatePart(part, [...bytes, upTo(cap)])), sink));
    return sink;
  };
  const main = (await readPart('_rels/.rels', new Relations(''))).target('officeDocument') ?? 'xl/workbook.xml';
  if (isBinary(main) || partNamed(parts, main) === undefined) throw anotherPackage(parts.keys()) ?? brokenWorkbook();
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await readPart(`${folder}_rels/${main.slice(folder.length)}.rels`, new Relations(folder));
  const list = await readPart(main, new SheetList(limits.sheets));
  if (list.sheets.length === 0) throw anotherPackage(parts.keys()) ?? brokenWorkbook();
  const texts = new SharedTexts(limits.recordLength);
  await readPart(relations.target('sharedStrings') ?? '', texts, limits.sharedTextBytes);
  const formats = await readPart(relations.target('styles') ?? '', new NumberFormats());
  return {
    sheets: sheetsOf(list.sheets, relations, parts),
    texts: texts.all,
    formats: formats.ofStyles,
    crossesOut: formats.ofStyles.some((format) => format !== undefined && 'crossedOut' in format),
    from1904: list.from1904,
    bytes,
  };
}

/** Only XML parts are read; `.xlsb` has binary ones. */
const isBinary = (part: string): boolean => part.endsWith('.bin');

/** An allowance of so many bytes, however large the file is. */
export const upTo = (bytes: number): ExpansionAllowance =>
  new ExpansionAllowance({ free: bytes, factor: 0 }, workbookTooBig);

/**
 * The sheets with cells. A part that several sheets refer to belongs to the first.
 * @throws {UnreadableFile} `broken` where the file lacks the content of a visible sheet, whose rows would be lost
 */
const sheetsOf = (
  listed: readonly ListedSheet[],
  relations: Relations,
  parts: ReadonlyMap<string, ZipPart>,
): readonly Sheet[] => {
  const sheets = new Map<ZipPart, Sheet>();
  for (const [index, { name, relation, hidden }] of listed.entries()) {
    const part = partNamed(parts, relations.worksheet(relation) ?? '');
    if (part === undefined && !hidden && !relations.hasNoCells(relation)) throw missingSheet(index + 1);
    if (part !== undefined && !sheets.has(part)) sheets.set(part, { name, part, hidden });
  }
  return [...sheets.values()];
};
