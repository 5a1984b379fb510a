import { checkedSize, type Item, validationError, storedItem } from './item.ts';
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
export const sizeIn = (item: Item, { projected }: Index): number =>
  checkedSize(projected ? pickAttributes(item, projected) : item);

export function pickAttributes(item: Item, names: readonly string[]): Item {
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
