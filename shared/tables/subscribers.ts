import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchWrite, putRequests } from './batch-write.ts';
import { type ReferenceForms, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryAll } from './query-all.ts';

const Item = z.object({ documentRef: z.string() });

/** The table `subscribers`: PK phoneRef, SK documentRef. Both are keyed hashes, and no phone or document number is stored. */
export const subscribersTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
  async record(rows: readonly { phoneRef: string; documentRef: string }[], expiresAt: number): Promise<void> {
    const items = rows.map((row) => ({ ...row, expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, (item) => `${item.phoneRef} ${item.documentRef}`),
    );
  },

  /** The documents that carriers reported for a phone; none means that no carrier reported any. */
  async holdersOf(phoneRef: string): Promise<readonly string[]> {
    const items = await queryUnderEachKey(phoneRef, hash, (ref) =>
      queryAll(db, {
        TableName: table,
        KeyConditionExpression: 'phoneRef = :ref',
        ExpressionAttributeValues: { ':ref': ref },
      }),
    );
    return renewedItems(items, ['documentRef'], hash).map((item) => Item.parse(item).documentRef);
  },
});
export type Subscribers = ReturnType<typeof subscribersTable>;
