import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { incrementAttribute } from './conditional-write.ts';

/**
 * The table `calls`: PK receiver, SK minute (`yyyy-mm-ddThh:mm`). It counts each receiver's calls and keeps the counts
 * for an hour.
 */
export const callsTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** Counts one more call. @returns the number of calls in its minute */
  async count(receiver: string, minute: string, expiresAt: number): Promise<number> {
    return incrementAttribute(db, table, { receiver, minute }, 'calls', { expiresAt });
  },
});
export type Calls = ReturnType<typeof callsTable>;
