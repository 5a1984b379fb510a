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
  /** Of the company, not of the person: merged over the person rows in a spreadsheet; outside `people` in JSONL. */
  readonly shared: boolean;
  /** What it is judged for as a whole: the order of day and month, the signs in its numbers. */
  readonly holds?: 'day' | 'number' | 'money' | undefined;
  /** What may stand in it, for the officer who wrote something else. */
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

/** A cell read: its value, with the reason where it had to be put right; or why it can't be read. */
export type CellResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly repair?: { readonly proposed: string; readonly why: string } | undefined;
    }
  | {
      readonly ok: false;
      readonly code: RejectionCode;
      /** What is wrong with it besides: put right one by one, they would send the file back twice. */
      readonly also?: RejectionCode | undefined;
    };

/** Reads a cell that isn't blank; `font` is the font of before Unicode that the file is known to be typed in. */
export type Reader<T> = (cell: Cell, font?: LegacyFont) => CellResult<T>;
