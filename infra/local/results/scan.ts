import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/** Yields every item of a table; only the end of an embedded run scans whole tables. */
export async function scanTable<T>(
  client: DynamoDBDocumentClient,
  TableName: string,
  schema: { parse(item: Record<string, unknown>): T },
): Promise<T[]> {
  const items: T[] = [];
  for await (const page of paginateScan({ client }, { TableName })) {
    for (const item of page.Items ?? []) items.push(schema.parse(item));
  }
  return items;
}
