import {
  type DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { StoredItem } from './conditional-write.ts';
import { allShards } from './shards.ts';

/** A range of sort keys, in DynamoDB's words. `BETWEEN` includes both ends. */
type SortRange =
  | readonly [is: '<' | '<=' | '>' | '>=' | 'begins_with', value: string]
  | readonly [is: 'BETWEEN', from: string, to: string];
/** The partition key that a query asks for, then, where it wants only some of the items, the range of their sort keys. */
type QueriedKey = Readonly<Record<string, string | SortRange>>;
type QueryOptions = Omit<QueryCommandInput, 'TableName' | 'KeyConditionExpression' | 'ExpressionAttributeValues'>;

/** A query of a table or index, consistent where DynamoDB allows it. */
function queryOf(TableName: string, key: QueriedKey, options: QueryOptions): QueryCommandInput {
  const terms = Object.values(key).map((is, n) => {
    if (typeof is === 'string') return `#key${n} = :key${n}`;
    if (is[0] === 'begins_with') return `begins_with(#key${n}, :key${n})`;
    return is[0] === 'BETWEEN' ? `#key${n} BETWEEN :key${n} AND :to` : `#key${n} ${is[0]} :key${n}`;
  });
  const names = Object.keys(key).map((name, n) => [`#key${n}`, name]);
  const values = Object.values(key).flatMap((is, n) => {
    const [, value, to] = typeof is === 'string' ? ['=', is] : is;
    return [[`:key${n}`, value], ...(to === undefined ? [] : [[':to', to]])];
  });
  return {
    TableName,
    ...(options.IndexName === undefined && { ConsistentRead: true }),
    ...options,
    KeyConditionExpression: terms.join(' AND '),
    ExpressionAttributeNames: { ...Object.fromEntries(names), ...options.ExpressionAttributeNames },
    ExpressionAttributeValues: Object.fromEntries(values),
  };
}

/** Yields the pages of a query, as DynamoDB cuts them. */
export async function* queryPages(
  client: DynamoDBDocumentClient,
  table: string,
  key: QueriedKey,
  options: QueryOptions = {},
): AsyncGenerator<StoredItem[]> {
  for await (const { Items = [] } of paginateQuery({ client }, queryOf(table, key, options))) yield Items;
}

/** Every item of a query. */
export async function queryAll(
  client: DynamoDBDocumentClient,
  table: string,
  key: QueriedKey,
  options: QueryOptions = {},
): Promise<StoredItem[]> {
  return (await Array.fromAsync(queryPages(client, table, key, options))).flat();
}

/** At most `count` items of a query, the first ones by their sort key. */
export async function queryFirst(
  client: DynamoDBDocumentClient,
  table: string,
  key: QueriedKey,
  count: number,
  options: QueryOptions = {},
): Promise<readonly StoredItem[]> {
  return (await upToLimit(client, queryOf(table, key, options), count)).items;
}

/** All items of an index over all companies. @param keyOf the key of a shard's items */
export async function queryShards(
  client: DynamoDBDocumentClient,
  table: string,
  keyOf: (shard: string) => QueriedKey,
  options: QueryOptions,
): Promise<StoredItem[]> {
  return (await Promise.all(allShards.map((shard) => queryAll(client, table, keyOf(shard), options)))).flat();
}

/** Every item of a sparse index, whatever its partition. */
export async function scanAll(
  client: DynamoDBDocumentClient,
  TableName: string,
  options: { readonly IndexName: string },
): Promise<StoredItem[]> {
  const pages = await Array.fromAsync(paginateScan({ client }, { TableName, ...options }));
  return pages.flatMap(({ Items = [] }) => Items);
}

/** A page of items sorted by day. */
export interface QueryPage<T> {
  readonly found: readonly T[];
  /** The key after which the next page begins; undefined on the last page. */
  readonly next: string | undefined;
}
/** The start of the first page, before every day. */
const FIRST_POSITION = '0';

/** A page of at most `limit` items. @param sort the sort key, with its value after which the page begins */
export async function queryPage(
  client: DynamoDBDocumentClient,
  table: string,
  partition: Readonly<Record<string, string>>,
  [sort, after = FIRST_POSITION]: readonly [name: string, after: string | undefined],
  limit: number,
  options: QueryOptions = {},
): Promise<{ readonly items: readonly StoredItem[]; readonly next: string | undefined }> {
  const input = queryOf(table, { ...partition, [sort]: ['>', after] }, options);
  const { items, last } = await upToLimit(client, input, limit);
  return { items, next: last && z.string().parse(last[sort]) };
}

/** DynamoDB ends a page at one megabyte too, so that a page that is shorter than the limit may have others behind it. */
async function upToLimit(client: DynamoDBDocumentClient, input: QueryCommandInput, limit: number) {
  const items: StoredItem[] = [];
  let last: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({ ...input, Limit: limit - items.length, ...(last && { ExclusiveStartKey: last }) }),
    );
    items.push(...(page.Items ?? []));
    last = page.LastEvaluatedKey;
  } while (last && items.length < limit);
  return { items, last };
}

/** Items in the form of a schema. */
export const allAs = async <S extends z.ZodType>(
  schema: S,
  items: Promise<readonly StoredItem[]>,
): Promise<z.infer<S>[]> => (await items).map((item) => schema.parse(item));

/** An item in the form of a schema, where there is one. */
export async function oneAs<S extends z.ZodType>(
  schema: S,
  item: Promise<StoredItem | undefined>,
): Promise<z.infer<S> | undefined> {
  const found = await item;
  return found && schema.parse(found);
}
