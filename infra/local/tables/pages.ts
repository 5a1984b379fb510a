import type { Item } from './item.ts';
import { type KeyNames, rowKeyOf, pickAttributes, positionOf, type Row, type TableLayout } from './memory-table.ts';

/** The largest size of a page in bytes. */
const PAGE = 1024 * 1024;

/** Yields the rows after a position, in the requested order. */
export function* rowsFrom(rows: readonly Row[], start: Row | undefined, isBackward: boolean): Generator<Row> {
  const { at, found } = start
    ? positionOf(rows, start.sort, start.own)
    : { at: isBackward ? rows.length : 0, found: false };
  const step = isBackward ? -1 : 1;
  for (let n = isBackward ? at - 1 : at + Number(found); ; n += step) {
    const row = rows[n];
    if (!row) return;
    yield row;
  }
}

/** Yields the rows after an item. */
export function* rowsAfter(rows: Iterable<Row>, start: Item | undefined): Generator<Row> {
  let isBefore = start !== undefined;
  for (const row of rows) {
    if (!isBefore) yield row;
    else if (row.item === start) isBefore = false;
  }
}

/**
 * Makes DynamoDB's answer: the rows of one page, and the key at which the next page begins. @param isShown a filter,
 * whose refused rows count for the size of the page
 */
export function answerPage(
  rows: Iterable<Row>,
  isWanted: (item: Item) => boolean,
  keys: KeyNames & { readonly projected?: readonly string[] | undefined },
  own: KeyNames,
  { Limit = Infinity, Select }: { readonly Limit?: number; readonly Select?: string },
  isShown: (item: Item) => boolean = () => true,
): object {
  const Items: Item[] = [];
  let scanned = 0;
  let size = 0;
  let last: Item | undefined;
  const names = [...new Set([...namesOf(keys), ...namesOf(own)])];
  const { projected } = keys;
  for (const { item, size: more } of rows) {
    if (!isWanted(item)) continue;
    if (isShown(item)) Items.push(projected ? pickAttributes(item, [...names, ...projected]) : item);
    scanned += 1;
    size += more;
    if (scanned < Limit && size < PAGE) continue;
    last = item;
    break;
  }
  return {
    ...(Select !== 'COUNT' && { Items }),
    Count: Items.length,
    ScannedCount: scanned,
    ...(last && { LastEvaluatedKey: pickAttributes(last, names) }),
  };
}

/** The position of the row with these keys, also after its deletion. */
export const rowOf = (key: Item, keys: KeyNames, own: TableLayout): Row => ({
  sort: keys.sort === undefined ? '' : String(key[keys.sort]),
  own: keys === own ? '' : rowKeyOf(key, own),
  item: key,
  size: 0,
});

export const namesOf = ({ partition, sort }: KeyNames): string[] =>
  sort === undefined ? [partition] : [partition, sort];
