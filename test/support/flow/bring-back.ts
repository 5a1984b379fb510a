import { paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import { restoreTable } from '#infra/operator/restore-tables.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import type { FlowRun } from '#test/support/flow.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

type FlowStorage = Pick<FlowRun, 'db' | 'names'>;
export type TableItems = readonly Record<string, unknown>[];

export async function itemsOf(run: FlowStorage, table: TableName): Promise<TableItems> {
  const found: Record<string, unknown>[] = [];
  const TableName = run.names.get(table) ?? '';
  for await (const { Items = [] } of paginateScan({ client: run.db }, { TableName, ConsistentRead: true }))
    found.push(...Items);
  return found;
}

/** Restores a table to its earlier items, as the operator's command does with the copy that AWS makes. */
export async function bringBack(run: FlowStorage, name: TableName, earlier: TableItems): Promise<void> {
  const copy = await memoryDatabase().createTable(name);
  for (const Item of earlier) await run.db.send(new PutCommand({ TableName: copy, Item }));
  await restoreTable(run.db, { name, table: run.names.get(name) ?? '', copy });
}
