import {
  AlignmentType,
  convertMillimetersToTwip as millimetres,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { withoutUnprintable } from '#shared/domain/vietnamese/text/unicode-safety.ts';

/** 1 January 1980, 00:00: the first instant of the zip format. */
const FIRST_DAY = 0x0021_0000;
const END = { signature: 0x0605_4b50, size: 22 } as const;
const ENTRY = { signature: 0x0201_4b50, time: 12, nameLength: 28, offset: 42, size: 46 } as const;
const LOCAL_TIME = 10;

/**
 * Replaces the time of packing in a zip file, so that the same content gives the same bytes.
 * @throws {RangeError} where it isn't a plain zip file without a comment
 */
export function withoutTimestamps(zip: Buffer): Buffer {
  const still = Buffer.from(zip);
  const end = still.length - END.size;
  if (still.readUInt32LE(end) !== END.signature) throw new RangeError('not a plain zip file');
  const entries = still.readUInt16LE(end + 10);
  let at = still.readUInt32LE(end + 16);
  for (let n = 0; n < entries; n += 1) {
    if (still.readUInt32LE(at) !== ENTRY.signature) throw new RangeError('not a plain zip file');
    still.writeUInt32LE(FIRST_DAY, at + ENTRY.time);
    still.writeUInt32LE(FIRST_DAY, still.readUInt32LE(at + ENTRY.offset) + LOCAL_TIME);
    // In the header the lengths of name, extra field and comment follow each other
    const tail = [0, 2, 4].reduce((sum, place) => sum + still.readUInt16LE(at + ENTRY.nameLength + place), 0);
    at += ENTRY.size + tail;
  }
  return still;
}

/** The page layout and font by the rules for authorities' papers (NĐ 30/2020/NĐ-CP, Annex I part I). */
const MARGIN = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) };
const FONT = 'Times New Roman';
const BODY_HALF_POINTS = 26;
const PAGE_HALF_POINTS = 26;

/** A paper to print and sign. */
export interface PrintedDocument {
  readonly title: string;
  /** The text at the foot of each page. */
  readonly foot: string;
  /** The day that is stored as the creation time, so that the bytes do not depend on the clock. */
  readonly datedOn: string;
  readonly children: readonly (Paragraph | Table)[];
}

/** Writes a paper as docx (A4). The same paper gives the same bytes. */
export async function writeDocument({ title, foot, datedOn, children }: PrintedDocument): Promise<Buffer> {
  const document = new Document({
    title: withoutUnprintable(title),
    styles: {
      default: {
        document: { run: { font: FONT, size: BODY_HALF_POINTS } },
        heading1: {
          run: { font: FONT, size: BODY_HALF_POINTS, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: 100 } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: millimetres(210), height: millimetres(297) }, margin: MARGIN },
        },
        headers: { default: new Header({ children: [pageNumber()] }) },
        footers: {
          default: new Footer({ children: [small([withoutUnprintable(foot)])] }),
          first: new Footer({ children: [firstPage(foot)] }),
        },
        children: [...children],
      },
    ],
  });
  return withoutTimestamps(await Packer.toBuffer(document, false, [coreProperties(title, datedOn)]));
}

/** The page number in the upper margin from the second page on; the first page's footer gives the number of pages. */
const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: PAGE_HALF_POINTS, children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
  });

const firstPage = (foot: string) =>
  small([withoutUnprintable(foot), ' - Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES]);

const small = (children: string[]) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 18, children })] });

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const xmlText = (text: string): string => withoutUnprintable(text).replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign);

/** The core properties, which replace those of the package because they contain the clock's time. */
function coreProperties(title: string, datedOn: string) {
  const at = `${datedOn}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  const data =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title>${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}
