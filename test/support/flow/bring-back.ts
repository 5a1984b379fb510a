import { DeleteCommand, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import type { FlowRun } from '#test/support/flow.ts';

type FlowStorage = Pick<FlowRun, 'db' | 'names'>;
export type TableItems = readonly Record<string, unknown>[];

export async function itemsOf(run: FlowStorage, table: TableName): Promise<TableItems> {
  const found: Record<string, unknown>[] = [];
  const TableName = run.names.get(table) ?? '';
  for await (const { Items = [] } of paginateScan({ client: run.db }, { TableName, ConsistentRead: true }))
    found.push(...Items);
  return found;
}

/** Restores a table to its earlier items. */
export async function bringBack(run: FlowStorage, table: TableName, earlier: TableItems): Promise<void> {
  const TableName = run.names.get(table) ?? '';
  for (const item of await itemsOf(run, table)) {
    await run.db.send(new DeleteCommand({ TableName, Key: keyOfItem(table, item) }));
  }
  for (const Item of earlier) await run.db.send(new PutCommand({ TableName, Item }));
}
