import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchWrite, putRequests } from './batch-write.ts';
import { type ReferenceForms, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryAll } from './query-all.ts';

const Item = z.object({ documentRef: z.string() });

/** `subscribers`: PK phoneRef, SK documentRef: keyed hashes alone, neither a phone nor a document is kept. */
export const subscribersTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
  async record(rows: readonly { phoneRef: string; documentRef: string }[], expiresAt: number): Promise<void> {
    const items = rows.map((row) => ({ ...row, expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, (item) => `${item.phoneRef} ${item.documentRef}`),
    );
  },

  /** The documents that carriers named for a phone: none means that nobody asked or answered. */
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
