import { namesOf, type TableLayout } from './memory-table.ts';

/** What DynamoDB says of a table's backups. */
export const backups = (now: Date): object => ({
  ContinuousBackupsDescription: {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: 'ENABLED',
      LatestRestorableDateTime: now.getTime() / 1000,
    },
  },
});

/** What DynamoDB says of a table. */
export const describe = (TableName: string, design: TableLayout): object => ({
  TableName,
  TableStatus: 'ACTIVE',
  KeySchema: namesOf(design).map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? 'HASH' : 'RANGE' })),
});
