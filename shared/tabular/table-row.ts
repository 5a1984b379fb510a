import type { Cell } from './cell.ts';
import type { RowFault } from './row-fault.ts';

/** The first cell of a row that a line break divided, and its part before the break. */
export interface DividedCell {
  readonly place: number;
  readonly text: string;
}

/**
 * A row of a table in any file format: its cells, or the fault. Rows are numbered from 1 as in a spreadsheet. A text's
 * last line is unended where no line break follows it.
 */
export type TableRow =
  | {
      readonly row: number;
      readonly cells: readonly Cell[];
      readonly isUnended?: true;
      readonly divided?: DividedCell;
    }
  | { readonly row: number; readonly broken: RowFault };

/**
 * The rows that were read together, which are none where no row ends in the piece of the file. A batch belongs to one
 * sheet; a text file is one sheet without a name. Blank rows are counted and left out.
 */
export interface RowBatch {
  readonly sheet?: string | undefined;
  /** Whether the sheet is hidden, so that its rows are not read. */
  readonly hidden?: boolean;
  readonly rows: readonly TableRow[];
  /** The delimiter of a delimited text. */
  readonly delimiter?: string;
}
