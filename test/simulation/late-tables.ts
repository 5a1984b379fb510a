import type { Item } from '#infra/local/tables/item.ts';
import type { TableLayout } from '#infra/local/tables/memory-table.ts';
import { MemoryTables } from '#infra/local/tables/memory-tables.ts';
import { frozen } from './remembered.ts';

/** A command of the document client, by the name of its class. */
export interface Command {
  readonly name: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each command has an input of its own
  readonly input: any;
}
export type Watch = (table: string, before: Item | undefined, after: Item | undefined) => void;
interface Written {
  readonly at: number;
  readonly table: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** The time for which writes are kept, which is longer than any answer is late. */
const WRITES_KEPT_MS = 60_000;
/** A page of a scan: of DynamoDB's megabyte, no scan of a few companies would see the end. */
const SCANNED = 8;

/** The embedded run's tables, with readings that are late by a given time. Their items are frozen. */
export class LateTables {
  readonly #engine = new MemoryTables();
  readonly #names: readonly string[];
  readonly #now: () => number;
  #written: Written[] = [];

  /** @param from the items of each table at the beginning */
  constructor(
    designs: Readonly<Record<string, TableLayout>>,
    now: () => number,
    watch: Watch = () => undefined,
    from: ReadonlyMap<string, readonly Item[]> = new Map(),
  ) {
    this.#names = Object.keys(designs);
    this.#now = now;
    for (const [table, design] of Object.entries(designs)) {
      this.#engine.add(table, design, (before, after) => {
        this.#keep({ at: now(), table, before, after: frozen(after) });
        watch(table, before, after);
      });
      for (const item of from.get(table) ?? []) this.#engine.table(table).place(item);
    }
  }

  snapshot(): ReadonlyMap<string, readonly Item[]> {
    return new Map(this.#names.map((name) => [name, this.items(name)]));
  }

  items(table: string): readonly Item[] {
    return [...this.#engine.table(table).items(undefined).all()];
  }

  /** The key of an item of a table in one text. */
  keyIn(table: string, item: Item): string {
    const { partition, sort } = this.#engine.table(table).design;
    return JSON.stringify([item[partition], sort === undefined ? undefined : item[sort]]);
  }

  /**
   * @param lagMs how late the answer to a reading is
   * @throws {TableError} with the name of DynamoDB's own error
   */
  send({ name, input }: Command, lagMs = 0): Record<string, unknown> {
    const since = this.#now() - lagMs;
    const unseen = lagMs === 0 ? [] : this.#written.filter(({ at }) => at >= since);
    for (const { table, before, after } of unseen.toReversed()) this.#restore(table, before, after);
    try {
      return { ...this.#engine.run(operationOf(name), name === 'ScanCommand' ? { ...input, Limit: SCANNED } : input) };
    } finally {
      for (const { table, before, after } of unseen) this.#restore(table, after, before);
    }
  }

  #keep(written: Written): void {
    if (written.at - (this.#written[0]?.at ?? written.at) > 2 * WRITES_KEPT_MS)
      this.#written = this.#written.filter(({ at }) => written.at - at < WRITES_KEPT_MS);
    this.#written.push(written);
  }

  #restore(table: string, item: Item | undefined, instead: Item | undefined): void {
    if (item) this.#engine.table(table).place(item);
    else if (instead) this.#engine.table(table).remove(instead);
  }
}

/** DynamoDB's operation of a command of the document client: `GetCommand` is `GetItem`. */
const operationOf = (command: string) => command.replace(/(?<!Query|Scan)Command$/u, 'Item').replace(/Command$/u, '');
