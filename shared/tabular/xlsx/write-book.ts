import { columnLetters, sheetFrame, textCell, type TextSheet, workbookOf } from './write-workbook.ts';

/** A text, or a number that a spreadsheet can add up. */
export type BookCell = string | number;

export interface BookSheet extends Omit<TextSheet, 'rows'> {
  readonly rows: ReadonlyArray<readonly BookCell[]>;
}

const HEADING = 1;
const TEXT = 2;
const NUMBER = 3;

/** Writes a workbook in which figures are numbers and nothing is a formula. The same sheets give the same bytes. */
export const writeBook = (sheets: readonly BookSheet[]): Uint8Array =>
  workbookOf(sheets.map((sheet) => ({ name: sheet.name, xml: sheetFrame(sheet.columns, linesOf(sheet)) })));

const linesOf = ({ columns, rows }: BookSheet): string[] => [
  lineOf(
    columns.map(({ heading }) => heading),
    1,
    HEADING,
  ),
  ...rows.map((cells, n) => lineOf(cells, n + 2, TEXT)),
];

const lineOf = (cells: readonly BookCell[], number: number, style: number): string =>
  `<row r="${number}">${cells.map((cell, n) => cellOf(cell, `${columnLetters(n)}${number}`, style)).join('')}</row>`;

const cellOf = (cell: BookCell, place: string, style: number): string =>
  typeof cell === 'number' ? `<c r="${place}" s="${NUMBER}"><v>${cell}</v></c>` : textCell(place, cell, style);
