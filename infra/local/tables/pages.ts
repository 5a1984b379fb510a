import type { Item } from './item.ts';
import { type Index, pickAttributes, sizeIn } from './memory-table.ts';
import type { KeyNames, Partitions } from './partitions.ts';

/** The largest size of a page in bytes. */
const PAGE = 1024 * 1024;

/**
 * Yields the items of a partition after a position, in the requested order.
 * @param start the keys of the item before, which may be deleted meanwhile
 */
export function* itemsFrom(
  items: Partitions,
  partition: string,
  start: Item | undefined,
  isBackward: boolean,
): Generator<Item> {
  const all = items.of(partition);
  const { at, found } = start ? items.positionOf(start, all) : { at: isBackward ? all.length : 0, found: false };
  const step = isBackward ? -1 : 1;
  for (let n = isBackward ? at - 1 : at + Number(found); ; n += step) {
    const item = all[n];
    if (!item) return;
    yield item;
  }
}

/** Yields the items after an item. */
export function* itemsAfter(items: Iterable<Item>, start: Item | undefined): Generator<Item> {
  let isBefore = start !== undefined;
  for (const item of items) {
    if (!isBefore) yield item;
    else if (item === start) isBefore = false;
  }
}

/**
 * Makes DynamoDB's answer: the items of one page, and the key at which the next page begins. @param isShown a filter,
 * whose refused items count for the size of the page
 */
export function answerPage(
  items: Iterable<Item>,
  isWanted: (item: Item) => boolean,
  keys: Index,
  own: KeyNames,
  { Limit = Infinity, Select }: { readonly Limit?: number; readonly Select?: string },
  isShown: (item: Item) => boolean = () => true,
): object {
  const Items: Item[] = [];
  let scanned = 0;
  let size = 0;
  let last: Item | undefined;
  const keyNames = [...namesOf(keys), ...namesOf(own)];
  const shown = keys.projected && [...keyNames, ...keys.projected];
  for (const item of items) {
    if (!isWanted(item)) continue;
    if (isShown(item)) Items.push(shown ? pickAttributes(item, shown) : item);
    scanned += 1;
    size += sizeIn(item, keys);
    if (scanned < Limit && size < PAGE) continue;
    last = item;
    break;
  }
  return {
    ...(Select !== 'COUNT' && { Items }),
    Count: Items.length,
    ScannedCount: scanned,
    ...(last && { LastEvaluatedKey: pickAttributes(last, keyNames) }),
  };
}

export const namesOf = ({ partition, sort }: KeyNames): string[] =>
  sort === undefined ? [partition] : [partition, sort];
