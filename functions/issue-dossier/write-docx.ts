import {
  AlignmentType,
  convertMillimetersToTwip as millimetres,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { printable } from '#shared/domain/vietnamese/text/door.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { accountsSection } from './accounts-section.ts';
import { glossaryAnnex, signatures, sourcesSection, timelineSection } from './closing-section.ts';
import { companySection, peopleSection } from './company-section.ts';
import { findingsSection, uncountedAnnex } from './findings-section.ts';
import { letterhead } from './letterhead.ts';
import { networkSection } from './network-section.ts';
import { withoutTimes } from './still-package.ts';

/** Page, type and letterhead follow the rules on how authorities' papers look (NĐ 30/2020/NĐ-CP, Annex I part I). */
const MARGIN = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) };
const FONT = 'Times New Roman';
const BODY_HALF_POINTS = 26;
const PAGE_HALF_POINTS = 26;

/**
 * A dossier as a document to print and sign (docx, A4). The same dossier gives the same bytes.
 * @param picture the ring as SVG, where there is one
 */
export async function writeDocx(dossier: Dossier, picture: string | undefined): Promise<Buffer> {
  const document = new Document({
    title: printable(dossier.title),
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
          default: new Footer({ children: [whose(dossier)] }),
          first: new Footer({ children: [firstPage(dossier)] }),
        },
        children: [
          ...letterhead(dossier),
          ...companySection(dossier),
          ...peopleSection(dossier),
          ...findingsSection(dossier),
          ...accountsSection(dossier),
          ...networkSection(dossier, picture),
          ...timelineSection(dossier),
          ...sourcesSection(dossier),
          ...signatures(dossier),
          ...uncountedAnnex(dossier),
          ...glossaryAnnex(dossier),
        ],
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(document, false, [coreProperties(dossier)]));
}

/** In the upper margin from the second page on; the first says in its footer how many there are. */
const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: PAGE_HALF_POINTS, children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
  });

const firstPage = ({ notice }: Dossier) =>
  small([idOf(notice), ' - Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES]);
const whose = ({ notice }: Dossier) => small([idOf(notice)]);

const small = (children: string[]) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 18, children })] });

const idOf = ({ id, sequence }: Dossier['notice']): string => printable(`Hồ sơ ${id}, bản số ${sequence}`);

/** Replaces the package's own part, which holds the present time. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const xmlText = (text: string): string => printable(text).replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign);

function coreProperties({ title, notice }: Dossier) {
  const at = `${notice.changedOn ?? notice.issuedOn}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  const data =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title>${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}
