import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { contentId } from '#shared/runtime/content-id.ts';
import { putItem, removeItem } from './conditional-write.ts';
import { queryPages } from './query-all.ts';
import { expiryOf } from './expiry.ts';
import { SHARDS } from './shards.ts';

const DueMessage = z.object({
  dueShard: z.string(),
  dueAt: z.string(),
  /** The name of the queue that the message is for. */
  queue: z.string(),
  body: z.string(),
  /** What the message goes back to. */
  files: z.array(z.string()).readonly(),
  companies: z.array(z.string()).readonly(),
});
export type DueMessage = z.infer<typeof DueMessage>;

/**
 * The table `due-messages`: PK dueShard, SK dueAt (`<ISO instant>#<queue>#<id of the body>`). It stores messages that wait
 * for longer than a minute, until the clock sends them.
 */
export const dueMessagesTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** A message that is stored twice for one instant is sent once. */
  async keep(message: Omit<DueMessage, 'dueShard' | 'dueAt'>, at: string): Promise<void> {
    const { queue, body } = message;
    const id = contentId(body);
    const dueShard = String((id.codePointAt(0) ?? 0) % SHARDS);
    const expiresAt = expiryOf('dueMessages', at);
    await putItem(db, table, { dueShard, dueAt: `${at}#${queue}#${id}`, ...message, expiresAt });
  },

  /** Yields the messages of a shard that are due until an instant, the earliest first, page by page. */
  async *due(shard: string, until: string): AsyncGenerator<DueMessage[]> {
    for await (const items of queryPages(db, table, { dueShard: shard, dueAt: ['<', `${until}~`] }))
      yield items.map((item) => DueMessage.parse(item));
  },

  remove: ({ dueShard, dueAt }: DueMessage) => removeItem(db, table, { dueShard, dueAt }),
});
export type DueMessages = ReturnType<typeof dueMessagesTable>;
