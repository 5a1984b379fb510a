import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { StoredItem } from '#shared/tables/conditional-write.ts';

/** Yields every item of a table; only the end of an embedded run scans whole tables. */
export async function* itemsOf(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<StoredItem> {
  for await (const page of paginateScan({ client }, { TableName })) yield* page.Items ?? [];
}

export async function scanTable<T>(
  client: DynamoDBDocumentClient,
  TableName: string,
  schema: { parse(item: StoredItem): T },
): Promise<T[]> {
  const items: T[] = [];
  for await (const item of itemsOf(client, TableName)) items.push(schema.parse(item));
  return items;
}
