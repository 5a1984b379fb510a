import { setImmediate } from 'node:timers/promises';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { InProcessService } from '../in-process/services.ts';
import type { StoredItem } from '#shared/tables/conditional-write.ts';

/** Yields every item of a table; only the end of an embedded run scans whole tables. */
export async function* itemsOf(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<StoredItem> {
  for await (const page of paginateScan({ client }, { TableName })) yield* page.Items ?? [];
}

/**
 * Yields the same where the tables are in this process, without the SDK. The engine scans the next page while the caller
 * works on this one.
 */
export async function* itemsInProcess(tables: InProcessService, TableName: string): AsyncGenerator<StoredItem> {
  const scan = async (ExclusiveStartKey?: StoredItem): Promise<ScannedPage> =>
    tables('Scan', { TableName, ExclusiveStartKey });
  let ahead: Promise<ScannedPage> | undefined = scan();
  while (ahead) {
    const { Items = [], LastEvaluatedKey: last }: ScannedPage = await ahead;
    ahead = last && scan(last);
    // A caller that stops earlier does not wait for it
    ahead?.catch(() => {});
    // Questions to an engine are sent at the end of a turn of the event loop
    await setImmediate();
    yield* Items;
  }
}

interface ScannedPage {
  readonly Items?: readonly StoredItem[];
  readonly LastEvaluatedKey?: StoredItem;
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
