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
import { withoutTimestamps } from './reproducible-zip.ts';

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
