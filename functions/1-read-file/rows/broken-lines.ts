import type { Headings } from '#shared/contracts/feeds/heading.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { TableRow } from '#shared/tabular/table-row.ts';

type WholeRow = Extract<TableRow, { readonly cells: readonly Cell[] }>;

/**
 * Joins the lines of a delimited text into which a line break inside an unquoted cell has divided a row. A line is the
 * rest of the one before where it is no row itself, and both together are a row with exactly as many cells as the headings.
 */
export class BrokenLines {
  #parts: WholeRow[] = [];
  #width = 0;
  readonly #isRow: (cells: readonly Cell[]) => boolean;

  /** @param isRow whether the cells alone can be read as a row of the table, or stand under it */
  constructor(isRow: (cells: readonly Cell[]) => boolean) {
    this.#isRow = isRow;
  }

  /** To be called when a table's headings have been found. */
  table({ written }: Headings): void {
    this.#width = written.length;
  }

  /** The rows that are whole now. */
  take(row: TableRow): readonly TableRow[] {
    if (!('cells' in row) || row.cells.length >= this.#width) return [...this.end(), row];
    const before = joined(this.#parts);
    const whole = joined([...this.#parts, row]);
    if (before === undefined || whole === undefined || whole.cells.length > this.#width || this.#isRow(row.cells)) {
      const ready = this.end();
      this.#parts = [row];
      return ready;
    }
    this.#parts.push(row);
    if (whole.cells.length < this.#width) return [];
    if (this.#isRow(before.cells) && !this.#isRow(whole.cells)) return this.end();
    this.#parts = [];
    return [whole];
  }

  /** The lines that still waited for their rest. */
  end(): readonly TableRow[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }
}

/** The row of these lines, in which the cell that was divided has a space for each line break. */
function joined(parts: readonly WholeRow[]): WholeRow | undefined {
  const [first, ...others] = parts;
  return others.reduce<WholeRow | undefined>((whole, { cells: [start, ...rest], ...end }) => {
    if (whole === undefined) return undefined;
    const last = cellText(whole.cells.at(-1));
    const cells = [...whole.cells.slice(0, -1), `${last} ${cellText(start)}`.trim(), ...rest];
    const divided = whole.divided ?? { place: whole.cells.length - 1, text: last };
    return { ...end, row: whole.row, cells, divided };
  }, first);
}
