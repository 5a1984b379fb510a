import type { Cell } from './cell.ts';
import type { RowFault } from './row-fault.ts';

/** A row of a table as its form gives it: cells, or why there are none. Rows count from 1 as a spreadsheet counts them. */
export type TableRow =
  | { readonly row: number; readonly cells: readonly Cell[] }
  | { readonly row: number; readonly broken: RowFault };

/** Rows read together. A batch belongs to one sheet; a text file is one sheet without a name. */
export interface RowBatch {
  readonly sheet?: string | undefined;
  readonly rows: readonly TableRow[];
}
