import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLE_DESIGNS, TABLE_NAMES, type TableName } from '#shared/tables/table-designs.ts';
import { StoredTable } from './stored-table.ts';

interface Props {
  readonly encryptionKey: Key;
  readonly keepsData: boolean;
}

/** All designed tables as resources of the stack. */
export type Tables = Readonly<Record<TableName, StoredTable>>;

export function createTables(scope: Construct, id: string, props: Props): Tables {
  const parent = new Construct(scope, id);
  const tables: Partial<Record<TableName, StoredTable>> = {};
  for (const name of TABLE_NAMES) {
    const logicalName = name.replace(/^./u, (first) => first.toUpperCase());
    tables[name] = new StoredTable(parent, logicalName, { design: TABLE_DESIGNS[name], ...props });
  }
  if (!areAll(tables)) throw new Error('A designed table was not created');
  return tables;
}

const areAll = (tables: Partial<Tables>): tables is Tables => TABLE_NAMES.every((name) => tables[name] !== undefined);
