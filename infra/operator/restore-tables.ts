import { type DynamoDBClient, RestoreTableToPointInTimeCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { batchGet } from '#shared/tables/batch-get.ts';
import { batchWrite } from '#shared/tables/batch-write.ts';
import { removeItem, type StoredItem } from '#shared/tables/conditional-write.ts';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import type { TableName } from '#shared/tables/table-designs.ts';

const AT_ONCE = 8;
/** Restoring a large table takes AWS hours. */
const WAITS_SECONDS = 12 * 3600;

/**
 * Has AWS make a table with the items of that second, or of the latest one that can be restored. A copy that an
 * interrupted call has begun is used.
 */
export async function copyTable(
  client: DynamoDBClient,
  { table, copy, at }: { readonly table: string; readonly copy: string; readonly at?: Date },
): Promise<void> {
  const second = at === undefined ? { UseLatestRestorableTime: true } : { RestoreDateTime: at };
  await client
    .send(new RestoreTableToPointInTimeCommand({ SourceTableName: table, TargetTableName: copy, ...second }))
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'TableAlreadyExistsException') throw error;
    });
  await waitUntilTableExists({ client, maxWaitTime: WAITS_SECONDS, minDelay: 1, maxDelay: 20 }, { TableName: copy });
}

/** How many items a table got back from its copy, and how many were taken out. */
interface RestoredTable {
  readonly back: number;
  readonly out: number;
}

/**
 * Gives a table the items of its copy, which holds what the table held at an earlier second, and takes out what came
 * later. The table keeps its name, so that no function has to learn another one. If it is interrupted, it is repeated.
 * @param copy the name of the copy
 */
export async function restoreTable(
  db: DynamoDBDocumentClient,
  { name, table, copy }: { readonly name: TableName; readonly table: string; readonly copy: string },
): Promise<RestoredTable> {
  const keyOf = (item: StoredItem) => keyOfItem(name, item);
  const textOf = (item: StoredItem) => JSON.stringify(keyOf(item));
  let out = 0;
  for await (const items of pagesOf(db, table)) {
    const kept = new Set((await batchGet(db, copy, items.map(keyOf))).map(textOf));
    const later = items.filter((item) => !kept.has(textOf(item)));
    await inParallel(later, AT_ONCE, (item) => removeItem(db, table, keyOf(item)));
    out += later.length;
  }
  let back = 0;
  for await (const items of pagesOf(db, copy)) {
    await batchWrite(db, table, items, textOf);
    back += items.length;
  }
  return { back, out };
}

async function* pagesOf(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<StoredItem[]> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) yield Items;
}
