import { checkedSize, type Item, storedItem, validationError } from './item.ts';
import { type KeyNames, Partitions } from './partitions.ts';

export interface Index extends KeyNames {
  /** Attributes beside the keys; undefined for all. */
  readonly projected?: readonly string[] | undefined;
}
export interface TableLayout extends KeyNames {
  readonly indexes: Readonly<Record<string, Index>>;
}

/** Told of each write, with the item before and after it. */
export type OnWrite = (before: Item | undefined, after: Item | undefined) => void;

/** The items of a table by their keys, and again by the keys of each index. */
export class MemoryTable {
  readonly design: TableLayout;
  readonly #items: Partitions;
  readonly #indexes: ReadonlyMap<string, { readonly index: Index; readonly items: Partitions }>;

  readonly #onWrite: OnWrite;

  constructor(design: TableLayout, onWrite: OnWrite = () => undefined) {
    this.design = design;
    this.#onWrite = onWrite;
    this.#items = new Partitions(design);
    this.#indexes = new Map(
      Object.entries(design.indexes).map(([name, index]) => [name, { index, items: new Partitions(index, design) }]),
    );
  }

  /** @throws {TableError} where the key is not whole */
  get(key: Item): Item | undefined {
    return this.#items.find(partitionOf(key, this.design), key);
  }

  /** @throws {TableError} where the item has no whole key or is too large */
  put(given: Item): void {
    const item = storedItem(given);
    checkedSize(item);
    for (const { index } of this.#indexes.values()) checkIndexKeys(item, index);
    this.#onWrite(this.place(item), item);
  }

  delete(key: Item): Item | undefined {
    const gone = this.remove(key);
    this.#onWrite(gone, undefined);
    return gone;
  }

  /** Puts back an item that stood in this table or in one like it. @returns the item that it replaces */
  place(item: Item): Item | undefined {
    const before = this.#items.insert(partitionOf(item, this.design), item);
    this.#unindex(before);
    for (const { index, items } of this.#indexes.values()) {
      if (isIndexed(item, index)) items.insert(partitionOf(item, index), item);
    }
    return before;
  }

  /** Takes an item away without a word. */
  remove(key: Item): Item | undefined {
    const gone = this.#items.remove(partitionOf(key, this.design), key);
    this.#unindex(gone);
    return gone;
  }

  /** The items of the table or of an index. */
  items(indexName: string | undefined): Partitions {
    const items = indexName === undefined ? this.#items : this.#indexes.get(indexName)?.items;
    if (!items) throw validationError('The table does not have the specified index');
    return items;
  }

  #unindex(item: Item | undefined): void {
    if (!item) return;
    for (const { index, items } of this.#indexes.values()) {
      if (isIndexed(item, index)) items.remove(partitionOf(item, index), item);
    }
  }
}

/** The size of an item as the table or the index shows it, in bytes. */
const sizeIn = (item: Item, { projected }: Index): number =>
  checkedSize(projected ? pickAttributes(item, projected) : item);

function pickAttributes(item: Item, names: readonly string[]): Item {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (item[name] !== undefined) picked[name] = item[name];
  return picked;
}

const isIndexed = (item: Item, { partition, sort }: KeyNames): boolean =>
  typeof item[partition] === 'string' && (sort === undefined || typeof item[sort] === 'string');

/** The partition of an item or a key. @throws {TableError} where its key is not whole */
function partitionOf(item: Item, { partition, sort }: KeyNames): string {
  if (sort !== undefined) keyIn(item, sort);
  return keyIn(item, partition);
}

function keyIn(item: Item, name: string): string {
  const value = item[name];
  if (typeof value !== 'string') throw validationError('The provided key element does not match the schema');
  if (value === '') throw validationError('One or more parameter values are not valid: a key is an empty text');
  return value;
}

function checkIndexKeys(item: Item, { partition, sort }: Index): void {
  for (const name of [partition, sort]) if (name !== undefined && item[name] !== undefined) keyIn(item, name);
}

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
