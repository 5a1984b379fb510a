import type { LegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import type { FeedRecord, FeedSource, RowKind } from './feed-record.ts';
import type { RejectionCode } from './rejection.ts';
import type { RowReader } from './row-reader.ts';

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
  | { readonly ok: false; readonly code: RejectionCode };

/** Reads a cell that isn't blank; `font` is the font of before Unicode that the file is known to be typed in. */
export type Reader<T> = (cell: Cell, font?: LegacyFont) => CellResult<T>;

/** How the rows of one kind are read. */
export interface Layout {
  readonly rows: RowKind;
  readonly columns: readonly Column[];
  /** Headings and keys that show a table to be of another kind, though it has all that this one needs. */
  readonly never?: readonly string[];
  /** The row's facts; none where the row noted a problem. */
  readonly read: (row: RowReader, source: FeedSource) => readonly FeedRecord[];
}
