import type { Attributes } from './expressions.ts';
import { keyOf, type TwinTableDesign } from './table-keys.ts';

type Items = Map<string, Attributes>;
interface Written {
  readonly at: number;
  readonly key: string;
  readonly before: Attributes | undefined;
}
interface TableSurroundings {
  readonly now: () => number;
  readonly watch: (before: Attributes | undefined, after: Attributes | undefined) => void;
}

const LAG_KEPT_MS = 60_000;

/** The items of one table, and its latest writes. */
export class TableTwin {
  readonly design: TwinTableDesign;
  readonly #items: Items;
  /** The items by the value of their partition key. */
  readonly #partitions = new Map<unknown, Items>();
  readonly #around: TableSurroundings;
  #history: Written[] = [];

  /** @param from the items at the beginning, by their keys */
  constructor(design: TwinTableDesign, around: TableSurroundings, from: ReadonlyMap<string, Attributes> = new Map()) {
    this.design = design;
    this.#around = around;
    this.#items = new Map(from);
    for (const [key, item] of this.#items) this.#partitionOf(item).set(key, item);
  }

  get items(): ReadonlyMap<string, Attributes> {
    return this.#items;
  }

  get(key: string): Attributes | undefined {
    return this.#items.get(key);
  }

  keyOf(item: Attributes): string {
    return keyOf(this.design, item);
  }

  partition(value: unknown): ReadonlyMap<string, Attributes> {
    return this.#partitions.get(value) ?? new Map();
  }

  write(key: string, item: Attributes | undefined): void {
    const before = this.#items.get(key);
    const at = this.#around.now();
    if (at - (this.#history[0]?.at ?? at) > 2 * LAG_KEPT_MS)
      this.#history = this.#history.filter((written) => at - written.at < LAG_KEPT_MS);
    this.#history.push({ at, key, before });
    for (const items of [this.#items, this.#partitionOf(item ?? before)])
      if (item) items.set(key, item);
      else items.delete(key);
    this.#around.watch(before, item);
  }

  /** The item as it was this long ago. */
  getAsOf(key: string, lagMs: number): Attributes | undefined {
    const since = this.#around.now() - lagMs;
    const written = lagMs === 0 ? undefined : this.#history.find((one) => one.key === key && one.at >= since);
    return written ? written.before : this.get(key);
  }

  /** The items as they were this long ago. */
  asOf(lagMs: number): ReadonlyMap<string, Attributes> {
    if (lagMs === 0) return this.#items;
    const since = this.#around.now() - lagMs;
    const view = new Map(this.#items);
    for (const { at, key, before } of this.#history.toReversed()) {
      if (at < since) break;
      if (before) view.set(key, before);
      else view.delete(key);
    }
    return view;
  }

  #partitionOf(item: Attributes | undefined): Items {
    const value = item?.[this.design.partition];
    const known = this.#partitions.get(value) ?? new Map<string, Attributes>();
    this.#partitions.set(value, known);
    return known;
  }
}
