import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/** Every item of a table. A whole scan is for the end of an embedded run alone. */
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
