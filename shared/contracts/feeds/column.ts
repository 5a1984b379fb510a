import type { LegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import type { RejectionCode } from './rejection.ts';

/** A column of a feed. */
export interface Column {
  /** Its place among the feed's columns. */
  readonly at: number;
  /** The key in JSONL. */
  readonly key: string;
  /** The Vietnamese heading. */
  readonly label: string;
  readonly required: boolean;
  /** Other headings in use for it. */
  readonly aliases: readonly string[];
  /** A number of a person or an account: a rejection shows its last 4 characters only. */
  readonly personal: boolean;
  /**
   * The column belongs to the company, not to the person: merged over the person rows in a spreadsheet; outside
   * `people` in JSONL.
   */
  readonly shared: boolean;
  /**
   * The kind of value for which the whole column is judged: the order of day and month, the signs in its numbers, or
   * shares that are none.
   */
  readonly holds?: 'day' | 'number' | 'share' | 'money' | undefined;
  /** The values that a cell may have, for the officer who wrote another. */
  readonly allowed?: string | undefined;
}

export type ColumnOptions = Partial<Pick<Column, 'required' | 'aliases' | 'personal' | 'shared' | 'allowed' | 'holds'>>;

/** Collects a feed's columns in order. */
export function columnList(): {
  readonly columns: readonly Column[];
  readonly add: (key: string, label: string, options?: ColumnOptions) => Column;
} {
  const columns: Column[] = [];
  return {
    columns,
    add: (key, label, options = {}) => {
      const column = {
        at: columns.length,
        key,
        label,
        required: false,
        aliases: [],
        personal: false,
        shared: false,
        ...options,
      };
      columns.push(column);
      return column;
    },
  };
}

/** A cell read: its value, with the reason where it was repaired; or why it can't be read. */
export type CellResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly repair?: { readonly proposed: string; readonly why: string } | undefined;
    }
  | {
      readonly ok: false;
      readonly code: RejectionCode;
      /** The other faults of the cell: reported one by one, they would send the file back several times. */
      readonly also?: RejectionCode | undefined;
    };

/** Reads a cell that isn't blank; `font` is the font of before Unicode that the file is known to be typed in. */
export type Reader<T> = (cell: Cell, font?: LegacyFont) => CellResult<T>;
