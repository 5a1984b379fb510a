import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { addOne } from './conditional-write.ts';

/** `calls`: PK receiver, SK minute (`yyyy-mm-ddThh:mm`). How many calls each receiver has made, for an hour. */
export const callsTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** Counts one more. @returns how many there were in that minute with it */
  async count(receiver: string, minute: string, expiresAt: number): Promise<number> {
    return addOne(db, table, { receiver, minute }, 'calls', { expiresAt });
  },
});
export type Calls = ReturnType<typeof callsTable>;
