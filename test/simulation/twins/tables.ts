import type { Attributes } from './expressions.ts';
import { keptValue } from './kept-value.ts';
import type { TwinTableDesign } from './table-keys.ts';
import { queryTable } from './table-query.ts';
import { scanTable } from './table-scan.ts';
import { TableRefuses } from './table-refusal.ts';
import { deleteItem, putItem, updateItem } from './table-write.ts';
import { TableTwin } from './table.ts';

/** A command of the document client, with the fields that this copy of the tables uses. */
export interface Command {
  readonly name: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each command has an input of its own
  readonly input: any;
}
export type Watch = (table: string, before: Attributes | undefined, after: Attributes | undefined) => void;

const BATCH_WRITES = 25;
const BATCH_READS = 100;

/** DynamoDB in memory, as far as the functions use it, with readings that are late by a given time. */
export class TablesTwin {
  readonly #tables = new Map<string, TableTwin>();

  /** @param from the items of each table at the beginning, by their keys */
  constructor(
    designs: Readonly<Record<string, TwinTableDesign>>,
    now: () => number,
    watch: Watch = () => undefined,
    from: ReadonlyMap<string, ReadonlyMap<string, Attributes>> = new Map(),
  ) {
    for (const [name, design] of Object.entries(designs)) {
      const watchTable = (before?: Attributes, after?: Attributes) => watch(name, before, after);
      this.#tables.set(name, new TableTwin(design, { now, watch: watchTable }, from.get(name)));
    }
  }

  /** The items of each table. They are frozen. */
  snapshot(): ReadonlyMap<string, ReadonlyMap<string, Attributes>> {
    return new Map([...this.#tables].map(([name, { items }]) => [name, new Map(items)]));
  }

  items(table: string): readonly Attributes[] {
    return [...this.#table(table).items.values()];
  }

  /** The key of an item of a table in one text. */
  keyIn(table: string, item: Attributes): string {
    return this.#table(table).keyOf(item);
  }

  /** @param lagMs how late the answer to a reading is */
  send({ name, input }: Command, lagMs = 0): Attributes {
    const table = () => this.#table(String(input.TableName));
    switch (name) {
      case 'GetCommand':
        return { Item: table().getAsOf(table().keyOf(input.Key), lagMs) };
      case 'BatchGetCommand':
        return { Responses: this.#batchGet(input.RequestItems, lagMs), UnprocessedKeys: {} };
      case 'QueryCommand':
        return queryTable(table(), input, lagMs);
      case 'ScanCommand':
        return scanTable(table(), input);
      case 'PutCommand':
        putItem(table(), input);
        return {};
      case 'UpdateCommand':
        return updateItem(table(), input);
      case 'DeleteCommand':
        deleteItem(table(), input);
        return {};
      case 'BatchWriteCommand':
        return this.#batchWrite(input.RequestItems);
      default:
        throw new TableRefuses('ValidationException', `${name} is not known here`);
    }
  }

  #table(name: string): TableTwin {
    const table = this.#tables.get(name);
    if (!table) throw new TableRefuses('ResourceNotFoundException', `no table ${name}`);
    return table;
  }

  #batchWrite(
    requests: Record<string, { PutRequest?: { Item: Attributes }; DeleteRequest?: { Key: Attributes } }[]>,
  ): Attributes {
    for (const [name, list] of Object.entries(requests)) {
      const table = this.#table(name);
      const keys = list.map((one) => table.keyOf(one.PutRequest?.Item ?? one.DeleteRequest?.Key ?? {}));
      if (list.length > BATCH_WRITES || list.length === 0 || new Set(keys).size < keys.length)
        throw new TableRefuses('ValidationException', 'too many items, none, or one twice');
      for (const [n, one] of list.entries()) table.write(keys[n] ?? '', keptValue(one.PutRequest?.Item));
    }
    return { UnprocessedItems: {} };
  }

  #batchGet(requests: Record<string, { Keys: Attributes[] }>, lagMs: number): Attributes {
    return Object.fromEntries(
      Object.entries(requests).map(([name, { Keys }]) => {
        const table = this.#table(name);
        const keys = Keys.map((key) => table.keyOf(key));
        if (keys.length > BATCH_READS || keys.length === 0 || new Set(keys).size < keys.length)
          throw new TableRefuses('ValidationException', 'too many keys, none, or one twice');
        return [name, keys.flatMap((key) => table.getAsOf(key, lagMs) ?? [])];
      }),
    );
  }
}
