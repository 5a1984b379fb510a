import { type Attributes, condition, orderOf, updated } from './expressions.ts';

/** How a table of the template is keyed. */
export interface TableDesign {
  readonly partition: string;
  readonly sort?: string | undefined;
  readonly indexes: Readonly<Record<string, IndexDesign>>;
}
export interface IndexDesign {
  readonly partition: string;
  readonly sort?: string | undefined;
  /** Attributes beside the keys; undefined for all. */
  readonly projected?: readonly string[] | undefined;
}
interface Written {
  readonly at: number;
  readonly key: string;
  readonly before: Attributes | undefined;
}
type Items = Map<string, Attributes>;
/** `partitions` holds the same items by the value of their partition key. */
type Table = TableDesign & { readonly items: Items; readonly partitions: Map<unknown, Items>; history: Written[] };

/** What the tables say in DynamoDB's name: `name` is the class of the error. */
export class TableRefuses extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** A command of the document client, as far as the twin looks. */
export interface Command {
  readonly name: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly input: any;
}
export type Watch = (table: string, before: Attributes | undefined, after: Attributes | undefined) => void;

const LAG_KEPT_MS = 60_000;
const BATCH_WRITES = 25;
const BATCH_READS = 100;

/** DynamoDB in memory, as far as the functions use it. Its index is as late as it is told to be. */
export class TablesTwin {
  readonly #tables = new Map<string, Table>();
  readonly #now: () => number;
  readonly #watch: Watch;

  /** @param from the items of each table at the beginning, by their keys */
  constructor(
    designs: Readonly<Record<string, TableDesign>>,
    now: () => number,
    watch: Watch = () => undefined,
    from: ReadonlyMap<string, ReadonlyMap<string, Attributes>> = new Map(),
  ) {
    for (const [name, design] of Object.entries(designs)) {
      const items = new Map(from.get(name));
      const partitions = new Map<unknown, Items>();
      for (const [key, item] of items) partitionOf(partitions, item[design.partition]).set(key, item);
      this.#tables.set(name, { ...design, items, partitions, history: [] });
    }
    this.#now = now;
    this.#watch = watch;
  }

  /** The items of each table. They are frozen. */
  snapshot(): ReadonlyMap<string, ReadonlyMap<string, Attributes>> {
    return new Map([...this.#tables].map(([name, { items }]) => [name, new Map(items)]));
  }

  items(table: string): readonly Attributes[] {
    return [...this.#table(table).items.values()];
  }

  /** @param lagMs how late an index is */
  send({ name, input }: Command, lagMs = 0): Attributes {
    switch (name) {
      case 'GetCommand':
        return { Item: this.#table(input.TableName).items.get(this.#keyOf(input.TableName, input.Key)) };
      case 'BatchGetCommand':
        return { Responses: this.#batchGet(input.RequestItems), UnprocessedKeys: {} };
      case 'QueryCommand':
        return this.#query(input, lagMs);
      case 'PutCommand':
        this.#put(input.TableName, input.Item, input);
        return {};
      case 'UpdateCommand':
        return this.#update(input);
      case 'DeleteCommand':
        this.#write(input.TableName, this.#keyOf(input.TableName, input.Key), undefined);
        return {};
      case 'BatchWriteCommand':
        return this.#batchWrite(input.RequestItems);
      default:
        throw new TableRefuses('ValidationException', `${name} is not known here`);
    }
  }

  #table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new TableRefuses('ResourceNotFoundException', `no table ${name}`);
    return table;
  }

  #keyOf(name: string, key: Attributes): string {
    const { partition, sort } = this.#table(name);
    return JSON.stringify(
      keysOf({ partition, sort }).map((attribute) => {
        const value = key[attribute];
        if (typeof value === 'number') return value;
        if (typeof value !== 'string' || value === '')
          throw new TableRefuses('ValidationException', `the key ${attribute} is missing or empty`);
        return value;
      }),
    );
  }

  #write(name: string, key: string, item: Attributes | undefined): void {
    const table = this.#table(name);
    const before = table.items.get(key);
    const at = this.#now();
    if (at - (table.history[0]?.at ?? at) > 2 * LAG_KEPT_MS)
      table.history = table.history.filter((written) => at - written.at < LAG_KEPT_MS);
    table.history.push({ at, key, before });
    const partition = partitionOf(table.partitions, (item ?? before)?.[table.partition]);
    for (const items of [table.items, partition])
      if (item) items.set(key, item);
      else items.delete(key);
    this.#watch(name, before, item);
  }

  #refuse(
    name: string,
    key: string,
    { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues }: Attributes,
  ) {
    if (typeof ConditionExpression !== 'string') return;
    const placeholders = {
      names: ExpressionAttributeNames as Record<string, string>,
      values: ExpressionAttributeValues as Attributes,
    };
    if (condition(ConditionExpression, placeholders)(this.#table(name).items.get(key))) return;
    throw new TableRefuses('ConditionalCheckFailedException', 'The conditional request failed');
  }

  #put(name: string, item: Attributes, input: Attributes): void {
    const key = this.#keyOf(name, item);
    this.#refuse(name, key, input);
    this.#write(name, key, copy(item));
  }

  #update(input: Attributes): Attributes {
    const name = String(input['TableName']);
    const given = input['Key'] as Attributes;
    const key = this.#keyOf(name, given);
    this.#refuse(name, key, input);
    const placeholders = {
      names: input['ExpressionAttributeNames'] as Record<string, string>,
      values: input['ExpressionAttributeValues'] as Attributes,
    };
    const next = updated(
      this.#table(name).items.get(key) ?? { ...given },
      String(input['UpdateExpression']),
      placeholders,
    );
    const kept = copy(next);
    this.#write(name, key, kept);
    return input['ReturnValues'] === 'ALL_NEW' ? { Attributes: kept } : {};
  }

  #batchWrite(
    requests: Record<string, { PutRequest?: { Item: Attributes }; DeleteRequest?: { Key: Attributes } }[]>,
  ): Attributes {
    for (const [name, list] of Object.entries(requests)) {
      const keys = list.map((one) => this.#keyOf(name, one.PutRequest?.Item ?? one.DeleteRequest?.Key ?? {}));
      if (list.length > BATCH_WRITES || list.length === 0 || new Set(keys).size < keys.length)
        throw new TableRefuses('ValidationException', 'too many items, none, or one twice');
      for (const [n, one] of list.entries()) this.#write(name, keys[n] ?? '', copy(one.PutRequest?.Item));
    }
    return { UnprocessedItems: {} };
  }

  #batchGet(requests: Record<string, { Keys: Attributes[] }>): Attributes {
    return Object.fromEntries(
      Object.entries(requests).map(([name, { Keys }]) => {
        const keys = Keys.map((key) => this.#keyOf(name, key));
        if (keys.length > BATCH_READS || keys.length === 0 || new Set(keys).size < keys.length)
          throw new TableRefuses('ValidationException', 'too many keys, none, or one twice');
        return [name, keys.flatMap((key) => this.#table(name).items.get(key) ?? [])];
      }),
    );
  }

  #query(input: Attributes, lagMs: number): Attributes {
    const table = this.#table(String(input['TableName']));
    const index = typeof input['IndexName'] === 'string' ? table.indexes[input['IndexName']] : undefined;
    if (input['IndexName'] !== undefined && !index) throw new TableRefuses('ValidationException', 'no such index');
    if (index && input['ConsistentRead'] === true)
      throw new TableRefuses('ValidationException', 'an index is never consistent');
    const order = index ?? table;
    const text = String(input['KeyConditionExpression']);
    const values = input['ExpressionAttributeValues'] as Attributes;
    const isWanted = condition(text, { names: input['ExpressionAttributeNames'] as Record<string, string>, values });
    // A key condition begins with its partition
    const [, partition = ''] = /^\S+ = (:\w+)/u.exec(text) ?? [];
    const items = index ? this.#asOf(table, lagMs) : (table.partitions.get(values[partition]) ?? new Map());
    const found = [...items.values()]
      .filter((item) => keysOf(order).every((name) => item[name] !== undefined) && isWanted(item))
      .sort((a, b) => byKeys(a, b, order, table));
    const all = input['ScanIndexForward'] === false ? found.reverse() : found;
    const start = input['ExclusiveStartKey'] as Attributes | undefined;
    const after =
      start === undefined ? 0 : all.findIndex((item) => keysOf(table).every((name) => item[name] === start[name])) + 1;
    const page = typeof input['Limit'] === 'number' ? all.slice(after, after + input['Limit']) : all.slice(after);
    const last = page.at(-1);
    const stopped = last !== undefined && page.length === input['Limit'];
    const keys = [...new Set([...keysOf(order), ...keysOf(table)])];
    const projected = index?.projected;
    return {
      Items: page.map((item) => (projected ? pick(item, [...keys, ...projected]) : item)),
      Count: page.length,
      ...(stopped && { LastEvaluatedKey: pick(last, keys) }),
    };
  }

  /** The items as an index sees them that is late. */
  #asOf({ items, history }: Table, lagMs: number): ReadonlyMap<string, Attributes> {
    if (lagMs === 0) return items;
    const since = this.#now() - lagMs;
    const view = new Map(items);
    for (const { at, key, before } of history.toReversed()) {
      if (at < since) break;
      if (before) view.set(key, before);
      else view.delete(key);
    }
    return view;
  }
}

function partitionOf(partitions: Map<unknown, Items>, value: unknown): Items {
  const known = partitions.get(value) ?? new Map<string, Attributes>();
  partitions.set(value, known);
  return known;
}

const keysOf = ({ partition, sort }: IndexDesign): string[] => (sort === undefined ? [partition] : [partition, sort]);

function byKeys(a: Attributes, b: Attributes, order: IndexDesign, table: IndexDesign): number {
  for (const name of [...keysOf(order), ...keysOf(table)]) {
    const found = orderOf(a[name], b[name]) ?? 0;
    if (found !== 0) return found;
  }
  return 0;
}

const pick = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));

/** What the document client would have made of a value on its way there and back: absent values are left out. Nobody changes it. */
function copy<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.filter((one) => one !== undefined).map(copy)) as T;
  if (value instanceof Set) return new Set(value) as T;
  if (value instanceof Uint8Array) return Uint8Array.from(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copied: Attributes = {};
  for (const [key, one] of Object.entries(value)) if (one !== undefined) copied[key] = copy(one);
  return Object.freeze(copied) as T;
}
