import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NeededColumn, ReadColumn, ValuesSoFar } from './column.ts';
import type { RowReader } from './row-reader.ts';
import { firstDayOf } from './values/dates.ts';

type ColumnGroup = Readonly<Record<string, ReadColumn<unknown>>>;
/** What a row has in a group of columns. */
type ValuesOf<C extends ColumnGroup> = {
  readonly [K in keyof C]: C[K] extends NeededColumn<infer T>
    ? T
    : C[K] extends ReadColumn<infer T>
      ? T | undefined
      : never;
};

/**
 * Reads the cells of a group of columns, each as its column says, and then looks for days that have not come; undefined
 * where a value is lacking that must be there.
 */
export function readValues<C extends ColumnGroup>(row: RowReader, columns: C, today: IsoDate): ValuesOf<C> | undefined {
  const values: Record<string, unknown> = {};
  const entries = Object.entries(columns);
  for (const [name, column] of entries) values[name] = readCell(row, column, values);
  for (const [name, column] of entries) {
    const value = values[name];
    if (column.past === true && typeof value === 'string')
      row.rejectFuture(column, column.holds === 'period' ? firstDayOf(value) : value, today);
  }
  return isWhole(columns, values) ? values : undefined;
}

function readCell(row: RowReader, column: ReadColumn<unknown>, read: ValuesSoFar): unknown {
  const reader = typeof column.reader === 'function' ? column.reader : column.reader.by(row.heading(column), read);
  if (column.required) return row.required(column, reader);
  return column.wanted === true ? row.wanted(column, reader) : row.optional(column, reader);
}

const isWhole = <C extends ColumnGroup>(columns: C, values: ValuesSoFar): values is ValuesOf<C> =>
  Object.entries(columns).every(([name, { required }]) => !required || values[name] !== undefined);
