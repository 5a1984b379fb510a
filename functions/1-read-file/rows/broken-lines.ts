import type { FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { bestHeadings, type Headings } from '#shared/contracts/feeds/heading.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { RowReader } from '#shared/contracts/feeds/row-reader.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { DividedCell, TableRow } from '#shared/tabular/table-row.ts';
import type { TableFooter } from './table-footer.ts';

type WholeRow = Extract<TableRow, { readonly cells: readonly Cell[] }>;

/** A row that is divided into more lines than this is left as it is. */
const MOST_LINES = 10;
/** The signs that divide a line into cells; a line with another one than its file's may be a row from elsewhere. */
const DIVIDERS = [',', ';', '|', '\t'];
/** After so many short lines that were no rest of another, those of the file are no longer tried. */
const MOST_IN_VAIN = 1000;

/**
 * Joins the lines of a delimited text into which a line break inside an unquoted cell has divided a row. A line is the
 * rest of the one before where it is no row itself, and both together are a row with exactly as many cells as the headings.
 */
export class BrokenLines {
  #parts: WholeRow[] = [];
  /** The row of the lines so far. */
  #whole: WholeRow | undefined;
  /** How many lines it has. */
  #lines = 0;
  #width = 0;
  #inVain = 0;
  #table: { readonly headings: Headings; readonly footer: TableFooter } | undefined;
  readonly #source: FeedSource;
  readonly #layouts: readonly Layout[];

  constructor(source: FeedSource, layouts: readonly Layout[]) {
    // What is tried here is not counted
    this.#source = { ...source, holders: undefined };
    this.#layouts = layouts;
  }

  /** To be called when a table's headings have been found. */
  table(headings: Headings, footer: TableFooter): void {
    this.#width = headings.written.length;
    this.#table = { headings, footer };
  }

  /** The rows that are whole now. */
  take(row: TableRow): readonly TableRow[] {
    if (!('cells' in row) || row.cells.length > this.#width || this.#inVain > MOST_IN_VAIN) return [...this.end(), row];
    const before = this.#whole;
    if (!before || !this.#mayBeRest(row, before)) return this.#startAnew(row);
    const whole = joined(before, row);
    this.#parts.push(row);
    this.#lines += 1;
    this.#whole = whole;
    if (whole.cells.length < this.#width) return [];
    const faults = this.#faults(whole.cells);
    if (faults < Infinity && (before.cells.length < this.#width || faults <= this.#faults(before.cells))) {
      this.#inVain = 0;
      this.#parts = [whole];
      return [];
    }
    const lines = this.end();
    if (this.#faults(before.cells) === Infinity) this.#inVain += lines.length;
    return lines;
  }

  /** The lines that still waited for their rest. */
  end(): readonly TableRow[] {
    const parts = this.#parts;
    this.#parts = [];
    this.#whole = undefined;
    return parts;
  }

  #startAnew(row: WholeRow): readonly TableRow[] {
    const ready = this.end();
    if (row.cells.length < this.#width) this.#inVain += ready.length;
    this.#parts = [row];
    this.#lines = 1;
    this.#whole = row;
    return ready;
  }

  #mayBeRest(row: WholeRow, before: WholeRow): boolean {
    if (before.cells.length + row.cells.length - 1 > this.#width || this.#lines >= MOST_LINES) return false;
    if (before.cells.length === this.#width && !this.#mayEndLastCell(row)) return false;
    return this.#faults(row.cells) === Infinity;
  }

  /**
   * Whether a line behind a row with all its cells may be the rest of the last one: that cell is read, so that the joining
   * is reported, and the line is neither empty, nor cut off by the end of the file, nor a row with another divider.
   */
  #mayEndLastCell({ cells, isUnended }: WholeRow): boolean {
    const text = cells.map(cellText).join(' ');
    const isRead = this.#table?.headings.places.includes(this.#width - 1) === true;
    const isOtherRow = DIVIDERS.some((sign) => text.split(sign).length >= this.#width);
    return isRead && isUnended !== true && text.trim() !== '' && !isOtherRow;
  }

  /**
   * The number of cells that are read with a fault if the cells are a row of the table, infinite if they are none. Another
   * table's headings, and what stands under the table, are rows of their own.
   */
  #faults(cells: readonly Cell[]): number {
    if (this.#table === undefined) return 0;
    const { headings, footer } = this.#table;
    if (footer.has(cells) || bestHeadings(cells, this.#layouts)?.missing.length === 0) return 0;
    const reader = new RowReader(headings.places, (column) => column.label);
    reader.start(0, cells, 0);
    headings.layout.read(reader, this.#source);
    return reader.problems.length > 0 ? Infinity : reader.repairs.length;
  }
}

/** Reports the cell that was joined. */
export function noteDivided(
  row: RowReader,
  headings: Headings | undefined,
  cells: readonly Cell[],
  divided: DividedCell | undefined,
): void {
  const column = divided && headings?.layout.columns.find(({ at }) => headings.places[at] === divided.place);
  if (column && divided)
    row.repair(column, divided.text, cellText(cells[divided.place]), 'Ô bị xuống dòng, đã nối lại.');
}

/** The row of two lines, in which the cell that was divided has a space for the line break. */
function joined(whole: WholeRow, { cells: [start, ...rest], ...end }: WholeRow): WholeRow {
  const last = cellText(whole.cells.at(-1));
  const cells = [...whole.cells.slice(0, -1), `${last} ${cellText(start)}`.trim(), ...rest];
  const divided = whole.divided ?? { place: whole.cells.length - 1, text: last };
  return { ...end, row: whole.row, cells, divided };
}
