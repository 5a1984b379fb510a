import type { Cell } from './cell.ts';
import type { RowFault } from './row-fault.ts';

/** A row of a table as its form gives it: cells, or why there are none. Rows count from 1 as a spreadsheet counts them. */
export type TableRow =
  | { readonly row: number; readonly cells: readonly Cell[] }
  | { readonly row: number; readonly broken: RowFault };

/**
 * Rows read together, none where a piece of the file ends no row. A batch belongs to one sheet; a text file is one sheet
 * without a name. Blank rows are counted and left out.
 */
export interface RowBatch {
  readonly sheet?: string | undefined;
  /** The sheet doesn't show in the workbook: its rows are not read. */
  readonly hidden?: boolean;
  readonly rows: readonly TableRow[];
  /** Of delimited text. */
  readonly delimiter?: string;
}
