import { type Item, orderOfTexts } from './item.ts';

/** The keys of a table or an index, all of them texts. */
export interface KeyNames {
  readonly partition: string;
  readonly sort?: string | undefined;
}

const NONE: readonly Item[] = [];

/**
 * The items of a table or an index by their partition, each sorted by its sort key, and in an index then by the table's
 * own keys. The only item of a partition is kept without a list, because most partitions have one.
 */
export class Partitions {
  readonly #sort: string | undefined;
  readonly #own: KeyNames | undefined;
  readonly #items = new Map<string, Item | Item[]>();

  /** @param own the table's keys, where these are the keys of an index */
  constructor({ sort }: KeyNames, own?: KeyNames) {
    this.#sort = sort;
    this.#own = own;
  }

  /** The items of one partition in their order. */
  of(partition: string): readonly Item[] {
    return listed(this.#items.get(partition));
  }

  /** All items, partition by partition. */
  *all(): Generator<Item> {
    for (const items of this.#items.values()) yield* listed(items);
  }

  find(partition: string, key: Item): Item | undefined {
    const items = this.#items.get(partition);
    if (!Array.isArray(items)) return items && this.#order(items, key) === 0 ? items : undefined;
    const { at, found } = this.positionOf(key, items);
    return found ? items[at] : undefined;
  }

  /** @returns the item that was there before */
  insert(partition: string, item: Item): Item | undefined {
    const items = this.#items.get(partition);
    if (Array.isArray(items)) {
      const { at, found } = this.positionOf(item, items);
      return items.splice(at, found ? 1 : 0, item)[0];
    }
    const order = items === undefined ? 0 : this.#order(items, item);
    if (items === undefined || order === 0) this.#items.set(partition, item);
    else this.#items.set(partition, order < 0 ? [items, item] : [item, items]);
    return order === 0 ? items : undefined;
  }

  /** @returns the item that was there */
  remove(partition: string, key: Item): Item | undefined {
    const items = this.#items.get(partition);
    if (!Array.isArray(items)) {
      if (items === undefined || this.#order(items, key) !== 0) return undefined;
      this.#items.delete(partition);
      return items;
    }
    const { at, found } = this.positionOf(key, items);
    if (!found) return undefined;
    const [gone] = items.splice(at, 1);
    if (items.length === 0) this.#items.delete(partition);
    return gone;
  }

  /** The position of the item with these keys, or the position at which it would be inserted. */
  positionOf(key: Item, items: readonly Item[]): { at: number; found: boolean } {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = items[middle];
      const order = item ? this.#order(item, key) : 1;
      if (order === 0) return { at: middle, found: true };
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return { at: low, found: false };
  }

  #order(item: Item, key: Item): number {
    const order = orderBy(this.#sort, item, key);
    if (order !== 0 || this.#own === undefined) return order;
    return orderBy(this.#own.partition, item, key) || orderBy(this.#own.sort, item, key);
  }
}

const orderBy = (name: string | undefined, item: Item, key: Item): number =>
  name === undefined ? 0 : orderOfTexts(textIn(item, name), textIn(key, name));

function textIn(item: Item, name: string): string {
  const value = item[name];
  return typeof value === 'string' ? value : '';
}

function listed(items: Item | Item[] | undefined): readonly Item[] {
  if (items === undefined) return NONE;
  return Array.isArray(items) ? items : [items];
}
