import type { LegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import type { ConfirmedHeading } from './confirmed-heading.ts';
import type { RejectionCode } from './rejection.ts';

/** A column of a feed. */
export interface Column {
  /** The column's index among the feed's columns. */
  readonly at: number;
  /** The key in JSONL. */
  readonly key: string;
  /** The Vietnamese heading. */
  readonly label: string;
  readonly required: boolean;
  /** Other headings that senders use for the column. */
  readonly aliases: readonly string[];
  /** Set for a number of a person or an account, of which a rejection shows only the last 4 characters. */
  readonly personal: boolean;
  /**
   * Set where the column belongs to the company and not to the person. A spreadsheet merges its cells over the person
   * rows, and JSONL has it outside `people`.
   */
  readonly shared: boolean;
  /**
   * The kind of value by which the whole column is judged: days for the order of day and month,
   * periods also for months that look like days, numbers for their signs, shares for values above one; a percentage may be above one without a percent sign.
   */
  readonly holds?: 'day' | 'period' | 'number' | 'share' | 'percentage' | 'money' | undefined;
  /** Set where the column has money beside other values, so that a unit of money in its heading or above the table counts. */
  readonly amounts?: true | undefined;
  /** Set where JSONL has a list of values, which a cell has one after another. */
  readonly list?: true | undefined;
  /** Headings of the file's sender that a person has said to mean this column. */
  readonly confirmed?: readonly ConfirmedHeading[] | undefined;
  /** The allowed values, which a rejection of another value names. */
  readonly allowed?: string | undefined;
}

export type ColumnOptions = Partial<
  Pick<Column, 'required' | 'aliases' | 'personal' | 'shared' | 'allowed' | 'holds' | 'amounts' | 'list'>
>;

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

/** The result of reading a cell: its value, with the reason where it was repaired, or the reason why it can't be read. */
export type CellResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly repair?: { readonly proposed: string; readonly why: string } | undefined;
    }
  | {
      readonly ok: false;
      readonly code: RejectionCode;
      /** The other faults of the cell, which are reported together so that a file is sent back only once. */
      readonly also?: RejectionCode | undefined;
    };

/** Reads a cell that isn't blank; `font` is the old font in which the file is known to be typed. */
export type Reader<T> = (cell: Cell, font?: LegacyFont) => CellResult<T>;
