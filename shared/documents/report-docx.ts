import type { Paragraph, Table } from 'docx';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import {
  reportCellText,
  type Report,
  type ReportColumn,
  type ReportSection,
  type ReportTable,
} from '#shared/domain/outcomes/report/report.ts';
import { type DocxColumn, heading, paragraph, signaturesOf, table } from './docx-parts.ts';
import { letterheadOf } from './letterhead.ts';
import { picture } from './picture.ts';
import { writeDocument } from './write-document.ts';

/**
 * Writes a report as a paper to sign (NĐ 30/2020/NĐ-CP); a person adds number, date and signature. The same report
 * gives the same bytes.
 */
export function reportDocx(report: Report): Promise<Buffer> {
  const { title, subtitle, addressee, legalBases, symbol, period, madeFrom, sections, receivers } = report;
  const own = sections.filter(({ isAnnex }) => isAnnex !== true);
  const annexes = sections.filter(({ isAnnex }) => isAnnex === true);
  return writeDocument({
    title: `${title} ${period.from} ${period.to}`,
    foot: `${title} (${formatDate(period.from)} - ${formatDate(period.to)})`,
    datedOn: madeFrom,
    children: [
      ...letterheadOf({ symbol, on: madeFrom.slice(0, 4), title, subtitle, addressee, legalBases }),
      ...own.flatMap((one) => sectionParts(one)),
      paragraph('', { after: 160 }),
      signaturesOf(receivers),
      ...annexes.flatMap((one) => sectionParts(one)),
    ],
  });
}

const sectionParts = (section: ReportSection): (Paragraph | Table)[] => [
  heading(section.heading),
  ...section.paragraphs.map((text) => paragraph(text, { body: true })),
  ...(section.charts ?? []).flatMap(({ svg, name, title, says }) => [
    picture({ svg, name: `${name}.svg`, title, description: says }),
    paragraph(`${title}. ${says}`, { centre: true, italics: true }),
  ]),
  ...section.tables.flatMap(tableParts),
];

function tableParts({ title, columns, rows, total, notes = [] }: ReportTable): (Paragraph | Table)[] {
  const texts = (cells: ReportTable['rows'][number]) =>
    cells.map((cell, n) => reportCellText(cell, columns[n] ?? TEXT));
  if (rows.length === 0) return [paragraph(`${title}: không có số liệu.`, { body: true })];
  return [
    paragraph(title, { bold: true, keepNext: true, after: 60 }),
    table(
      columns.map(docxColumn),
      [...rows.map(texts), ...(total ? [texts(total)] : [])],
      total ? { lastIsTotal: true } : {},
    ),
    ...notes.map((note) => paragraph(note, { italics: true, size: 22, after: 60 })),
    paragraph('', { after: 60 }),
  ];
}

const TEXT = { unit: 'text' } as const;

const docxColumn = ({ heading: text, share, unit }: ReportColumn): DocxColumn => ({
  heading: text,
  share,
  ...(unit !== 'text' && { align: 'right' as const }),
});
