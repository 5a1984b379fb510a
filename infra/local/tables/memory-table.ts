import { checkedSize, type Item, validationError, orderOfTexts, storedItem } from './item.ts';

/** The keys of a table or an index, all of them texts. */
export interface KeyNames {
  readonly partition: string;
  readonly sort?: string | undefined;
}
export interface Index extends KeyNames {
  /** Attributes beside the keys; undefined for all. */
  readonly projected?: readonly string[] | undefined;
}
export interface TableLayout extends KeyNames {
  readonly indexes: Readonly<Record<string, Index>>;
}
/** An item with its sort position. */
export interface Row {
  readonly sort: string;
  /** The table's own keys, by which rows of an index with the same sort key are ordered. */
  readonly own: string;
  readonly item: Item;
  readonly size: number;
}
type Partitions = Map<string, Row[]>;

const NONE: readonly Row[] = [];
/** No key contains this character. */
const BETWEEN = '\u0000';

/** The items of a table by their keys, and again by the keys of each index. */
export class MemoryTable {
  readonly design: TableLayout;
  readonly #rows: Partitions = new Map();
  readonly #indexes: ReadonlyMap<string, { readonly index: Index; readonly rows: Partitions }>;

  constructor(design: TableLayout) {
    this.design = design;
    this.#indexes = new Map(Object.entries(design.indexes).map(([name, index]) => [name, { index, rows: new Map() }]));
  }

  /** @throws {TableError} where the key is not whole */
  get(key: Item): Item | undefined {
    const rows = this.#rows.get(keyIn(key, this.design.partition));
    return rows && rowAt(rows, sortOf(key, this.design), '')?.item;
  }

  /** @throws {TableError} where the item has no whole key or is too large */
  put(given: Item): void {
    const item = storedItem(given);
    const { partition } = this.design;
    const size = checkedSize(item);
    const row: Row = { sort: sortOf(item, this.design), own: '', item, size };
    for (const { index } of this.#indexes.values()) checkIndexKeys(item, index);
    this.#unindex(insert(this.#rows, keyIn(item, partition), row)?.item);
    for (const { index, rows } of this.#indexes.values()) {
      const indexed = this.#indexed(row, index);
      if (indexed) insert(rows, keyIn(item, index.partition), indexed);
    }
  }

  delete(key: Item): Item | undefined {
    const gone = remove(this.#rows, keyIn(key, this.design.partition), sortOf(key, this.design), '');
    this.#unindex(gone?.item);
    return gone?.item;
  }

  /** Rows of one partition, of the table or of an index, in their order. */
  partition(value: string, indexName: string | undefined): readonly Row[] {
    const rows = indexName === undefined ? this.#rows : this.#indexes.get(indexName)?.rows;
    if (!rows) throw validationError('The table does not have the specified index');
    return rows.get(value) ?? NONE;
  }

  /** All rows, partition by partition. */
  *all(): Generator<Row> {
    for (const rows of this.#rows.values()) yield* rows;
  }

  #indexed({ item, size }: Row, index: Index): Row | undefined {
    if (typeof item[index.partition] !== 'string') return undefined;
    if (index.sort !== undefined && typeof item[index.sort] !== 'string') return undefined;
    return {
      sort: sortOf(item, index),
      own: rowKeyOf(item, this.design),
      item,
      size: index.projected ? sizeShown(item, index) : size,
    };
  }

  #unindex(item: Item | undefined): void {
    if (!item) return;
    for (const { index, rows } of this.#indexes.values()) {
      const indexed = this.#indexed({ sort: '', own: '', item, size: 0 }, index);
      if (indexed) remove(rows, keyIn(item, index.partition), indexed.sort, indexed.own);
    }
  }
}

/** The size of an item in an index, in bytes. */
const sizeShown = (item: Item, { projected = [] }: Index): number => checkedSize(pickAttributes(item, projected));

/** A row's keys in its table, as one text. */
export const rowKeyOf = (item: Item, keys: KeyNames): string =>
  `${keyIn(item, keys.partition)}${BETWEEN}${sortOf(item, keys)}`;

export function pickAttributes(item: Item, names: readonly string[]): Item {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (item[name] !== undefined) picked[name] = item[name];
  return picked;
}

function keyIn(item: Item, name: string): string {
  const value = item[name];
  if (typeof value !== 'string') throw validationError('The provided key element does not match the schema');
  if (value === '') throw validationError('One or more parameter values are not valid: a key is an empty text');
  return value;
}

const sortOf = (item: Item, { sort }: KeyNames): string => (sort === undefined ? '' : keyIn(item, sort));

function checkIndexKeys(item: Item, { partition, sort }: Index): void {
  for (const name of [partition, sort]) if (name !== undefined && item[name] !== undefined) keyIn(item, name);
}

/** The position of a row, or the position at which it would be inserted. */
export function positionOf(rows: readonly Row[], sort: string, own: string): { at: number; found: boolean } {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    const order = row ? orderOfTexts(row.sort, sort) || orderOfTexts(row.own, own) : 1;
    if (order === 0) return { at: middle, found: true };
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return { at: low, found: false };
}

function rowAt(rows: readonly Row[], sort: string, own: string): Row | undefined {
  const { at, found } = positionOf(rows, sort, own);
  return found ? rows[at] : undefined;
}

/** @returns the row that was there before */
function insert(partitions: Partitions, partition: string, row: Row): Row | undefined {
  const rows = partitions.get(partition);
  if (!rows) {
    partitions.set(partition, [row]);
    return undefined;
  }
  const { at, found } = positionOf(rows, row.sort, row.own);
  return rows.splice(at, found ? 1 : 0, row)[0];
}

function remove(partitions: Partitions, partition: string, sort: string, own: string): Row | undefined {
  const rows = partitions.get(partition);
  if (!rows) return undefined;
  const { at, found } = positionOf(rows, sort, own);
  if (!found) return undefined;
  const [gone] = rows.splice(at, 1);
  if (rows.length === 0) partitions.delete(partition);
  return gone;
}
