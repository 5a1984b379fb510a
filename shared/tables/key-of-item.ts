import { TABLE_DESIGNS, type TableDesign, type TableName } from './table-designs.ts';

/** The primary key of an item of a table. */
export function keyOfItem(table: TableName, item: Readonly<Record<string, unknown>>): Record<string, string> {
  const design: TableDesign = TABLE_DESIGNS[table];
  const names = [design.partition, ...(design.sort === undefined ? [] : [design.sort])];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}
