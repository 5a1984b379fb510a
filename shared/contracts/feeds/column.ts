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
  /** Set where the value is a day or a period that must have come. */
  readonly past?: true | undefined;
  /** Set where few senders have the column, so that a file without it is not asked about it unless a heading resembles it. */
  readonly rare?: true | undefined;
}

/** The values of a row's cells so far, by their names in the group of columns. */
export type ValuesSoFar = Readonly<Record<string, unknown>>;
type CellReader<T> = Reader<T> | { readonly by: (heading: string, read: ValuesSoFar) => Reader<T> };

/** A column that says how its cells are read, which may depend on its heading or on the cells before it. */
export interface ReadColumn<T> extends Column {
  readonly reader: CellReader<T>;
  /** Set where an unreadable value is left out and reported; otherwise it rejects the row, because it would mislead a rule. */
  readonly wanted?: true | undefined;
}

/** A column whose cell must have a value. */
export interface NeededColumn<T> extends ReadColumn<T> {
  readonly required: true;
}

export type ColumnOptions = Partial<
  Pick<
    Column,
    'required' | 'aliases' | 'personal' | 'shared' | 'allowed' | 'holds' | 'amounts' | 'list' | 'past' | 'rare'
  >
>;

/** Collects a feed's columns in order. */
export function columnList() {
  const columns: Column[] = [];
  const put = <C extends Column>(column: C): C => {
    columns.push(column);
    return column;
  };
  const column = (key: string, label: string, options: ColumnOptions): Column => ({
    at: columns.length,
    key,
    label,
    required: false,
    aliases: [],
    personal: false,
    shared: false,
    ...options,
  });
  return {
    columns,
    /** A column that its layout reads by itself. */
    add: (key: string, label: string, options: ColumnOptions = {}): Column => put(column(key, label, options)),
    needed: <T>(key: string, label: string, reader: CellReader<T>, options: ColumnOptions = {}): NeededColumn<T> =>
      put({ ...column(key, label, options), required: true, reader }),
    optional: <T>(key: string, label: string, reader: CellReader<T>, options: ColumnOptions = {}): ReadColumn<T> =>
      put({ ...column(key, label, options), required: false, reader }),
    wanted: <T>(key: string, label: string, reader: CellReader<T>, options: ColumnOptions = {}): ReadColumn<T> =>
      put({ ...column(key, label, options), required: false, reader, wanted: true }),
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
