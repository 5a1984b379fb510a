import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLE_DESIGNS, type TableName } from '#shared/tables/table-designs.ts';
import { StoredTable } from './stored-table.ts';

interface Props {
  readonly encryptionKey: Key;
  readonly keepsData: boolean;
}

/** All designed tables as resources of the stack. */
export type Tables = Readonly<Record<TableName, StoredTable>>;

export function createTables(scope: Construct, id: string, props: Props): Tables {
  const parent = new Construct(scope, id);
  const table = (name: TableName) =>
    new StoredTable(
      parent,
      name.replace(/^./u, (first) => first.toUpperCase()),
      {
        design: TABLE_DESIGNS[name],
        ...props,
      },
    );
  return {
    companies: table('companies'),
    policeRecords: table('policeRecords'),
    accounts: table('accounts'),
    subscribers: table('subscribers'),
    links: table('links'),
    verifications: table('verifications'),
    assessments: table('assessments'),
    notices: table('notices'),
    replies: table('replies'),
    receivers: table('receivers'),
    callers: table('callers'),
    calls: table('calls'),
    log: table('log'),
    deliveries: table('deliveries'),
    dueMessages: table('dueMessages'),
    releases: table('releases'),
    caseRecords: table('caseRecords'),
    tasks: table('tasks'),
    outcomes: table('outcomes'),
    reviews: table('reviews'),
    sessions: table('sessions'),
    measures: table('measures'),
    files: table('files'),
    takingsBack: table('takingsBack'),
    rejections: table('rejections'),
    parked: table('parked'),
  };
}
