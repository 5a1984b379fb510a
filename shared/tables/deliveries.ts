import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Delivery } from '#shared/domain/notification/delivery/delivery.ts';
import { DELIVERY_STATES } from '#shared/domain/notification/states.ts';
import { batchGet } from './batch-get.ts';
import { itemAt, putRevision, updateIf } from './conditional-write.ts';
import { allAs, oneAs, queryAll, queryPages, queryShards } from './query-all.ts';
import { expiryOf } from './expiry.ts';
import { SHARDS } from './shards.ts';

const instant = z.string().optional();

const Item = z.object({
  receiver: z.string(),
  noticeId: z.string(),
  sequence: z.int().positive(),
  changedAt: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int().nonnegative(),
  resends: z.int().nonnegative(),
  since: z.string(),
  lastAttemptAt: instant,
  nextAttemptAt: instant,
  checkAt: instant,
  deliveredAt: instant,
  stuckBecause: z.enum(['undeliverable', 'unacknowledged', 'endpoint_gone']).optional(),
  tried: z
    .array(
      z.object({
        sequence: z.int().positive(),
        at: z.string(),
        outcome: z.enum(['delivered', 'refused', 'answered', 'gone', 'unreachable']).optional(),
        status: z.int().optional(),
      }),
    )
    .readonly()
    .optional(),
  revision: z.int().positive(),
});
export type StoredDelivery = z.infer<typeof Item>;

const Due = z.object({ receiver: z.string(), noticeId: z.string(), dueShard: z.string(), dueAt: z.string() });
/** A delivery that must be checked, with the instant of the check. */
export type DueDelivery = z.infer<typeof Due>;

/**
 * The table `deliveries`: PK receiver, SK noticeId; one item for each notice that is sent to an endpoint. Index `due`:
 * PK dueShard, SK dueAt (`<ISO instant>#<receiver>#<noticeId>`), the deliveries that must still be checked. Index
 * `backlog`: PK backlog (the receiver, while the delivery waits), SK position (`changedAt#noticeId`).
 */
export const deliveriesTable = (db: DynamoDBDocumentClient, table: string) => ({
  get: (receiver: string, noticeId: string) => oneAs(Item, itemAt(db, table, { receiver, noticeId })),

  /** The present delivery; undefined where another function wrote it since `before` was read. */
  async write(next: Delivery, before: StoredDelivery | undefined): Promise<StoredDelivery | undefined> {
    const stored = { ...next, revision: (before?.revision ?? 0) + 1 };
    const expiresAt = expiryOf('deliveries', next.since);
    const { receiver, noticeId } = next;
    const item = { ...stored, ...indexed(next), expiresAt };
    return (await putRevision(db, table, { receiver, noticeId }, item, before)) ? stored : undefined;
  },

  /** The first `most` waiting deliveries of a receiver, in the order in which the notices changed. */
  async backlog(
    receiver: string,
    isWanted: (delivery: StoredDelivery) => boolean,
    most: number,
  ): Promise<StoredDelivery[]> {
    const found: StoredDelivery[] = [];
    for await (const items of queryPages(db, table, { backlog: receiver }, { IndexName: 'backlog', Limit: 100 })) {
      found.push(...items.map((item) => Item.parse(item)).filter(isWanted));
      if (found.length >= most) break;
    }
    return found.slice(0, most);
  },

  /** The deliveries to be checked until an instant, the earliest first within each shard. */
  async due(until: Date): Promise<DueDelivery[]> {
    const dueIn = (dueShard: string) => ({ dueShard, dueAt: ['<', `${until.toISOString()}~`] }) as const;
    return allAs(Due, queryShards(db, table, dueIn, { IndexName: 'due' }));
  },

  /** Records that a message was sent, so that the delivery is due again only at the given instant. */
  async lookAfter({ receiver, noticeId, dueAt }: DueDelivery, instantOfCheck: string): Promise<void> {
    const later = { set: { dueAt: `${instantOfCheck}#${receiver}#${noticeId}` } };
    await updateIf(db, table, { receiver, noticeId }, later, { when: 'dueAt = :seen', values: { ':seen': dueAt } });
  },

  /** The deliveries of a receiver's notices, unordered. */
  async ofNotices(receiver: string, noticeIds: readonly string[]): Promise<StoredDelivery[]> {
    const items = await batchGet(
      db,
      table,
      noticeIds.map((noticeId) => ({ receiver, noticeId })),
    );
    return items.map((item) => Item.parse(item));
  },

  ofReceiver: (receiver: string) => allAs(Item, queryAll(db, table, { receiver })),
});
export type Deliveries = ReturnType<typeof deliveriesTable>;

const indexed = ({ receiver, noticeId, changedAt, state, checkAt }: Delivery) => ({
  ...(checkAt !== undefined && {
    dueShard: String((noticeId.codePointAt(0) ?? 0) % SHARDS),
    dueAt: `${checkAt}#${receiver}#${noticeId}`,
  }),
  ...(state === 'waiting' && { backlog: receiver, position: `${changedAt}#${noticeId}` }),
});
