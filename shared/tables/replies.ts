import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Reply } from '#shared/contracts/replies.ts';
import { batchGet } from './batch-get.ts';
import { itemAt, putIf, updateIf } from './conditional-write.ts';
import { oneAs } from './query-all.ts';

const ReplyItem = z.object({
  receiver: z.string(),
  replyId: z.string(),
  reply: Reply,
  fingerprint: z.string(),
  /** The basis of a police decision: the findings in its notice at that time. */
  basis: z.strictObject({ enterpriseCode: z.string(), codes: z.array(z.string()) }).optional(),
  /** Of a decision the id of the receiver's decision before it on the same notice. */
  follows: z.string().optional(),
  takenAt: z.string(),
  /** The client that called. */
  client: z.string().optional(),
  /** The instant since which the reply has been acted on. */
  actedOnAt: z.string().optional(),
  /** The person's id at the sign-in provider, where a person replied at a desk. */
  officer: z.string().optional(),
});
export type ReplyItem = z.infer<typeof ReplyItem>;

/** The order of replies: of two to one notice, the one with the greater text was stored later. */
export const replyOrder = ({ takenAt, replyId }: Pick<ReplyItem, 'takenAt' | 'replyId'>): string =>
  `${takenAt}#${replyId}`;

const LastDecision = z.object({
  lastId: z.string(),
  fingerprint: z.string(),
  takenAt: z.string(),
  outcome: z.string().optional(),
  /** The person who made the decision at a desk, if any. */
  officer: z.string().optional(),
  /** The id of the decision before it. */
  follows: z.string().optional(),
  /** The officers who made the same decision before, with no other outcome since. */
  earlierOfficers: z.array(z.string()).optional(),
});
/** The last decision of a receiver on a notice; the same content directly after it by the same person is a repetition. */
export type LastDecision = z.infer<typeof LastDecision>;

/**
 * The table `replies`: PK receiver, SK replyId (made from the caller's idempotency key or otherwise from the content,
 * and for a decision also from the one before it). The SK `last#` with a notice's id has the last decision on that
 * notice.
 */
export const repliesTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** False where a reply with that id is stored already. */
  record(item: ReplyItem, expiresAt: number): Promise<boolean> {
    const { receiver, replyId, ...rest } = item;
    const isNew = { when: 'attribute_not_exists(replyId)' };
    return putIf(db, table, { receiver, replyId }, { ...rest, expiresAt }, isNew);
  },

  get: (receiver: string, replyId: string) => oneAs(ReplyItem, itemAt(db, table, { receiver, replyId })),

  /** Records the first time at which the reply was acted on; repetitions keep it. */
  async markActedOn(receiver: string, replyId: string, at: string): Promise<void> {
    await updateIf(
      db,
      table,
      { receiver, replyId },
      { set: { actedOnAt: at } },
      { when: 'attribute_exists(replyId) AND attribute_not_exists(actedOnAt)' },
    );
  },

  lastDecision: (receiver: string, noticeId: string) =>
    oneAs(LastDecision, itemAt(db, table, { receiver, replyId: lastKey(noticeId) })),

  /** The last decision on each of those notices that has one, by notice. */
  async lastDecisions(receiver: string, noticeIds: readonly string[]): Promise<ReadonlyMap<string, LastDecision>> {
    const keys = noticeIds.map((noticeId) => ({ receiver, replyId: lastKey(noticeId) }));
    const items = await batchGet(db, table, keys);
    return new Map(items.map((item) => [String(item['replyId']).slice(LAST.length), LastDecision.parse(item)]));
  },

  /** False where another decision was stored since `before` was read. */
  decideLast(
    { receiver, noticeId }: { readonly receiver: string; readonly noticeId: string },
    last: LastDecision,
    before: LastDecision | undefined,
    expiresAt: number,
  ): Promise<boolean> {
    const unchanged = before
      ? {
          // A decision that is sent again has the same id, and a later instant
          when: 'lastId = :before AND takenAt = :takenAt',
          values: { ':before': before.lastId, ':takenAt': before.takenAt },
        }
      : { when: 'attribute_not_exists(replyId)' };
    return putIf(db, table, { receiver, replyId: lastKey(noticeId) }, { ...last, expiresAt }, unchanged);
  },
});
export type Replies = ReturnType<typeof repliesTable>;

const LAST = 'last#';
const lastKey = (noticeId: string) => `${LAST}${noticeId}`;
