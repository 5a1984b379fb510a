import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

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
