import {
  type DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Every item of a query, page by page, read consistently where the table allows. */
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

/** A page of an order by day. */
export interface QueryPage<T> {
  readonly found: readonly T[];
  /** After which place the next page begins; undefined where this was the last. */
  readonly next: string | undefined;
}
/** Before every day: where the first page begins. */
export const FIRST_POSITION = '0';

/** @param sort the sort key of the index that is asked, alone in its partition */
export async function queryPage(
  client: DynamoDBDocumentClient,
  sort: string,
  input: QueryCommandInput,
): Promise<{ readonly items: readonly Record<string, unknown>[]; readonly next: string | undefined }> {
  const { Items = [], LastEvaluatedKey: last } = await client.send(new QueryCommand(input));
  return { items: Items, next: last && z.string().parse(last[sort]) };
}
