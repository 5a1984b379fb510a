import {
  AlignmentType,
  convertMillimetersToTwip as millimetres,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { printable } from '#shared/domain/vietnamese/text/door.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { beside, heading, paragraph } from './docx-parts.ts';
import { accountsTable, findingsTable, membersTable, peopleTable, tiesTable, timelineTable } from './dossier-tables.ts';
import { withoutTimes } from './still-package.ts';

/** Page, type and letterhead follow the rules on how authorities' papers look (NĐ 30/2020/NĐ-CP, Annex I). */
const MARGIN = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) };
const FONT = 'Times New Roman';
const BODY_HALF_POINTS = 26;
const PICTURE = { width: 610, height: 820 };
/** One white pixel for readers that know no SVG: the tables beside the picture say the same. */
const BLANK = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

type Block = Paragraph | Table;

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
        properties: { page: { size: { width: millimetres(210), height: millimetres(297) }, margin: MARGIN } },
        footers: { default: new Footer({ children: [pageNumber(dossier)] }) },
        children: [...opening(dossier), ...findings(dossier), ...network(dossier, picture), ...closing(dossier)],
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(document, false, [coreProperties(dossier)]));
}

const pageNumber = ({ notice }: Dossier) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: 20,
        children: [
          `Thông báo ${notice.id}, bản số ${notice.sequence} · Trang `,
          PageNumber.CURRENT,
          '/',
          PageNumber.TOTAL_PAGES,
        ],
      }),
    ],
  });

function opening({ notice, title, level, request, withdrawal }: Dossier): Block[] {
  const day = formatDate(notice.changedOn ?? notice.issuedOn);
  const line = (name: string, value: string) => paragraph(`${name}: ${value}`);
  return [
    beside(
      [
        [
          paragraph('TỈNH HƯNG YÊN', { centre: true, size: 23, after: 0 }),
          paragraph('HỆ THỐNG HẬU KIỂM DOANH NGHIỆP', { centre: true, bold: true, size: 23 }),
        ],
        [
          paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { centre: true, bold: true, size: 23, after: 0 }),
          paragraph('Độc lập - Tự do - Hạnh phúc', { centre: true, bold: true }),
          paragraph(`Ngày ${day}`, { centre: true, italics: true }),
        ],
      ],
      [41, 59],
    ),
    paragraph(`\n${title}`, { centre: true, bold: true, size: 28, after: 40 }),
    paragraph(notice.name, { centre: true, bold: true, after: 200 }),
    line('Mã số doanh nghiệp', notice.enterpriseCode),
    line('Ngày đăng ký', formatDate(notice.registeredOn)),
    line('Thông báo', `${notice.id}, bản số ${notice.sequence}`),
    line('Ngày gửi thông báo lần đầu', formatDate(notice.issuedOn)),
    line('Mức', level),
    line('Điểm', `${String(notice.score).replace('.', ',')}/100 (bộ quy tắc ${notice.ruleSet})`),
    ...(withdrawal === undefined ? [] : [line('Lý do rút', withdrawal)]),
    paragraph(request, { bold: notice.state === 'withdrawn', italics: notice.state === 'in_force' }),
  ];
}

function findings(dossier: Dossier): Block[] {
  const { notice, accounts } = dossier;
  const none = paragraph('Không có.');
  return [
    heading('1. Dấu hiệu, bằng chứng và căn cứ'),
    notice.findings.length === 0 ? none : findingsTable(dossier),
    heading('2. Đối chiếu nhân thân với dữ liệu của cơ quan Công an'),
    notice.people.length === 0 ? none : peopleTable(dossier),
    heading('3. Tài khoản thanh toán, ví điện tử'),
    accounts.length === 0 ? none : accountsTable(dossier),
  ];
}

function network({ notice }: Dossier, picture: string | undefined): Block[] {
  const title = heading('4. Nhóm doanh nghiệp có liên hệ');
  if (!notice.network) return [title, paragraph('Không ghi nhận nhóm doanh nghiệp có liên hệ.')];
  const { members, since, registeredFrom, registeredTo, withBadSigns } = notice.network;
  return [
    title,
    paragraph(
      `Nhóm ${members.length} doanh nghiệp đăng ký từ ${formatDate(registeredFrom)} đến ${formatDate(registeredTo)}, ` +
        `liên hệ từ ${formatDate(since)}; ${withBadSigns} doanh nghiệp có dấu hiệu của chính mình.`,
      { keepNext: true },
    ),
    membersTable(notice.network, notice.enterpriseCode),
    paragraph('', { after: 60 }),
    tiesTable(notice.network),
    ...(picture === undefined
      ? []
      : [
          drawing(picture),
          paragraph('Sơ đồ liên hệ (bản gốc: tệp ring.svg kèm hồ sơ)', { centre: true, italics: true }),
        ]),
  ];
}

function drawing(picture: string): Paragraph {
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
  const scale = Math.min(PICTURE.width / Number(width), PICTURE.height / Number(height));
  const size = { width: Math.round(Number(width) * scale), height: Math.round(Number(height) * scale) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(picture),
        transformation: size,
        fallback: { type: 'png', data: BLANK },
        altText: { id: '1', name: 'ring.svg', title: 'Sơ đồ liên hệ', description: 'Nhóm doanh nghiệp có liên hệ' },
      }),
    ],
  });
}

function closing(dossier: Dossier): Block[] {
  const signature = (who: string) => [
    paragraph(who, { centre: true, bold: true, after: 0 }),
    paragraph('(Ký, ghi rõ họ tên)\n\n\n\n', { centre: true, italics: true }),
  ];
  return [
    heading('5. Diễn biến'),
    timelineTable(dossier),
    heading('6. Căn cứ pháp lý'),
    ...dossier.legalBases.map((basis) => paragraph(`- ${basis}`, { after: 20 })),
    paragraph('', { after: 200 }),
    beside([signature('NGƯỜI LẬP HỒ SƠ'), signature('NGƯỜI TIẾP NHẬN')], [1, 1]),
  ];
}

/** In place of the package's own, which dates itself by the clock. */
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
