import type { Item } from './item.ts';
import { type KeyNames, rowKeyOf, pickAttributes, positionOf, type Row, type TableLayout } from './memory-table.ts';

/** What a page holds at most, in bytes. */
const PAGE = 1024 * 1024;

/** Rows from after a place on, in the order asked for. */
export function* rowsFrom(rows: readonly Row[], start: Row | undefined, isBackward: boolean): Generator<Row> {
  const { at, found } = start
    ? positionOf(rows, start.sort, start.own)
    : { at: isBackward ? rows.length : 0, found: false };
  if (isBackward) for (let n = at - 1; n >= 0; n -= 1) yield* rows.slice(n, n + 1);
  else for (let n = found ? at + 1 : at; n < rows.length; n += 1) yield* rows.slice(n, n + 1);
}

/** Rows from after an item on. */
export function* rowsAfter(rows: Iterable<Row>, start: Item | undefined): Generator<Row> {
  let isBefore = start !== undefined;
  for (const row of rows) {
    if (!isBefore) yield row;
    else if (row.item === start) isBefore = false;
  }
}

/** DynamoDB's answer: so many of the rows as one page holds, and where the next begins. */
export function answerPage(
  rows: Iterable<Row>,
  isWanted: (item: Item) => boolean,
  keys: KeyNames & { readonly projected?: readonly string[] | undefined },
  own: KeyNames,
  { Limit = Infinity, Select }: { readonly Limit?: number; readonly Select?: string },
): object {
  const Items: Item[] = [];
  let size = 0;
  let last: Item | undefined;
  const names = [...new Set([...namesOf(keys), ...namesOf(own)])];
  const { projected } = keys;
  for (const { item, size: more } of rows) {
    if (!isWanted(item)) continue;
    Items.push(projected ? pickAttributes(item, [...names, ...projected]) : item);
    size += more;
    if (Items.length < Limit && size < PAGE) continue;
    last = item;
    break;
  }
  return {
    ...(Select !== 'COUNT' && { Items }),
    Count: Items.length,
    ScannedCount: Items.length,
    ...(last && { LastEvaluatedKey: pickAttributes(last, names) }),
  };
}

/** Where the row with these keys is, or was. */
export const rowOf = (key: Item, keys: KeyNames, own: TableLayout): Row => ({
  sort: keys.sort === undefined ? '' : String(key[keys.sort]),
  own: keys === own ? '' : rowKeyOf(key, own),
  item: key,
  size: 0,
});

export const namesOf = ({ partition, sort }: KeyNames): string[] =>
  sort === undefined ? [partition] : [partition, sort];
