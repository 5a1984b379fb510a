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
  const { read, dated, needed } = planOf(columns);
  const values: Record<string, unknown> = {};
  for (const { name, column } of read) values[name] = readCell(row, column, values);
  for (const { name, column } of dated) {
    const value = values[name];
    if (typeof value === 'string')
      row.rejectFuture(column, column.holds === 'period' ? firstDayOf(value) : value, today);
  }
  return isWhole<C>(needed, values) ? values : undefined;
}

interface Plan {
  readonly read: readonly { readonly name: string; readonly column: ReadColumn<unknown> }[];
  readonly dated: Plan['read'];
  readonly needed: Plan['read'];
}

/** A group's columns by what is done with them, found once, because a file has many rows. */
function planOf(columns: ColumnGroup): Plan {
  const known = plans.get(columns);
  if (known !== undefined) return known;
  const read = Object.entries(columns).map(([name, column]) => ({ name, column }));
  const dated = read.filter(({ column }) => column.past === true);
  const plan = { read, dated, needed: read.filter(({ column }) => column.required) };
  plans.set(columns, plan);
  return plan;
}
const plans = new WeakMap<ColumnGroup, Plan>();

function readCell(row: RowReader, column: ReadColumn<unknown>, read: ValuesSoFar): unknown {
  const reader = typeof column.reader === 'function' ? column.reader : column.reader.by(row.heading(column), read);
  if (column.required) return row.required(column, reader);
  return column.wanted === true ? row.wanted(column, reader) : row.optional(column, reader);
}

const isWhole = <C extends ColumnGroup>(needed: Plan['needed'], values: ValuesSoFar): values is ValuesOf<C> =>
  needed.every(({ name }) => values[name] !== undefined);
