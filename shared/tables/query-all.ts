import {
  type DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { allShards } from './shards.ts';

/** Yields every item of a query page by page, with consistent reads where the table allows them. */
export async function queryAll(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  const consistent = input.IndexName === undefined;
  for await (const page of paginateQuery({ client }, { ConsistentRead: consistent, ...input }))
    items.push(...(page.Items ?? []));
  return items;
}

/** Yields at most `count` items of a query, the first ones by their sort key, with a consistent read of a table. */
export async function queryFirst(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
  count: number,
): Promise<readonly Record<string, unknown>[]> {
  const consistent = input.IndexName === undefined;
  return (await upToLimit(client, { ConsistentRead: consistent, ...input, Limit: count })).items;
}

/** All items of an index over all companies. @param input a query of one `:shard` */
export async function queryShards(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
): Promise<Record<string, unknown>[]> {
  const shards = await Promise.all(
    allShards.map((shard) => queryAll(client, { ...input, ExpressionAttributeValues: { ':shard': shard } })),
  );
  return shards.flat();
}

/** A page of items sorted by day. */
export interface QueryPage<T> {
  readonly found: readonly T[];
  /** The key after which the next page begins; undefined on the last page. */
  readonly next: string | undefined;
}
/** The start of the first page, before every day. */
export const FIRST_POSITION = '0';

/** @param sort the sort key of the index */
export async function queryPage(
  client: DynamoDBDocumentClient,
  sort: string,
  input: QueryCommandInput,
): Promise<{ readonly items: readonly Record<string, unknown>[]; readonly next: string | undefined }> {
  const { items, last } = await upToLimit(client, input);
  return { items, next: last && z.string().parse(last[sort]) };
}

/**
 * DynamoDB ends a page at one megabyte too, so that a page that is shorter than the limit may have others behind it. A
 * query without a limit is one page.
 */
async function upToLimit(client: DynamoDBDocumentClient, input: QueryCommandInput) {
  const items: Record<string, unknown>[] = [];
  let last: QueryCommandInput['ExclusiveStartKey'];
  do {
    const missing = input.Limit === undefined ? {} : { Limit: input.Limit - items.length };
    const page = await client.send(
      new QueryCommand({ ...input, ...missing, ...(last && { ExclusiveStartKey: last }) }),
    );
    items.push(...(page.Items ?? []));
    last = page.LastEvaluatedKey;
  } while (last && items.length < (input.Limit ?? 0));
  return { items, last };
}
