import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { putItem, removeIf } from './conditional-write.ts';
import { allAs, queryAll, queryFirst } from './query-all.ts';
import { expiryOf } from './expiry.ts';

export const ParkedMessage = z.object({
  queue: z.string(),
  messageId: z.string(),
  why: z.string(),
  body: z.string(),
  parkedAt: z.string(),
});
export type ParkedMessage = z.infer<typeof ParkedMessage>;

/**
 * The table `parked`: PK queue (its name), SK messageId. It stores messages that could never succeed until an operator
 * replays them.
 */
export const parkedTable = (db: DynamoDBDocumentClient, table: string) => ({
  park: (message: ParkedMessage) => putItem(db, table, { ...message, expiresAt: expiryOf('parked', message.parkedAt) }),

  of: (queue: string) => allAs(ParkedMessage, queryAll(db, table, { queue })),

  /** Reads some of a queue's messages in the order of their ids. */
  async someOf(queue: string, most: number): Promise<ParkedMessage[]> {
    return (await queryFirst(db, table, { queue }, most)).map((item) => ParkedMessage.parse(item));
  },

  /** Removes a message, unless it was parked again since it was read. */
  async release({
    queue,
    messageId,
    parkedAt,
  }: Pick<ParkedMessage, 'queue' | 'messageId' | 'parkedAt'>): Promise<void> {
    const isSame = { when: 'parkedAt = :parkedAt', values: { ':parkedAt': parkedAt } };
    await removeIf(db, table, { queue, messageId }, isSame);
  },
});
export type Parked = ReturnType<typeof parkedTable>;
