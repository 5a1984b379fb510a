import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import { inWrittenForm } from '#shared/tables/packed.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { changeInPlace, eachChangedItem } from './change-items.ts';

/**
 * Brings every item into the form that the functions write, while they run. After an interruption the command is started
 * again, and finds only the remaining items. @param tables their names, by design @returns the number of items in another form, by table
 */
export async function migrateTables(
  db: DynamoDBDocumentClient,
  tables: ReadonlyMap<TableName, string>,
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const [name, table] of tables) {
    const items = await eachChangedItem(db, table, inWrittenForm, (before, after) =>
      changeInPlace(db, table, keyOfItem(name, before), { before, after }),
    );
    if (items > 0) found[name] = items;
  }
  return found;
}
