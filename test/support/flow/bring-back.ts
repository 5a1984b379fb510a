import { DeleteCommand, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_DESIGNS, type TableName } from '#shared/tables/table-designs.ts';
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
  const { partition, ...design } = TABLE_DESIGNS[table];
  const keys = 'sort' in design ? [partition, design.sort] : [partition];
  for (const item of await itemsOf(run, table)) {
    const Key = Object.fromEntries(keys.map((name) => [name, item[name]]));
    await run.db.send(new DeleteCommand({ TableName, Key }));
  }
  for (const Item of earlier) await run.db.send(new PutCommand({ TableName, Item }));
}
