import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import {
  reportCellText,
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '#shared/domain/outcomes/report/report.ts';
import { type BookCell, type BookSheet, writeBook } from '#shared/tabular/xlsx/write-book.ts';

/** The width of a sheet's column in characters, for each hundredth of a printed table's width. */
const WIDTH = 1.1;

/**
 * Writes the tables behind a report's figures as a workbook with a sheet for each table. Figures are numeric cells. The
 * same report gives the same bytes.
 */
export const reportBook = (report: Report): Uint8Array =>
  writeBook([coverSheet(report), ...report.sections.flatMap(({ tables }) => tables.map(sheetOf))]);

function coverSheet({ title, subtitle, period, sections }: Report): BookSheet {
  const said = sections.filter(({ isAnnex }) => isAnnex !== true);
  return {
    name: 'Báo cáo',
    columns: [
      { heading: 'Mục', width: 50 },
      { heading: 'Nội dung', width: 110 },
    ],
    rows: [
      [title, subtitle],
      ['Kỳ', `${formatDate(period.from)} - ${formatDate(period.to)}`],
      ...said.flatMap(({ heading, paragraphs }) => paragraphs.map((text) => [heading, text])),
    ],
  };
}

const sheetOf = ({ name, columns, rows, total, notes = [] }: ReportTable): BookSheet => ({
  name,
  columns: columns.map(({ heading, share }) => ({ heading, width: Math.max(10, Math.round(share * WIDTH)) })),
  rows: [...rows, ...(total ? [total] : []), ...notes.map((note) => [note])].map((row) =>
    row.map((cell, n) => bookCell(cell, columns[n])),
  ),
});

const bookCell = (cell: ReportCell, column: ReportColumn | undefined): BookCell =>
  typeof cell === 'number' ? cell : reportCellText(cell, column ?? { unit: 'text' });
