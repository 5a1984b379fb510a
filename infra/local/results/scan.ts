import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';

/** Every item of a table. A whole scan is for the end of an embedded run alone. */
export async function scan<S extends z.ZodType>(
  client: DynamoDBDocumentClient,
  TableName: string,
  schema: S,
): Promise<z.infer<S>[]> {
  const items: z.infer<S>[] = [];
  for await (const page of paginateScan({ client }, { TableName })) {
    for (const item of page.Items ?? []) items.push(schema.parse(item));
  }
  return items;
}
