import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { RELEASE_STATES } from '#shared/domain/notification/release/release-policy.ts';
import { itemAt, putRevision } from './conditional-write.ts';
import { allAs, oneAs, queryAll } from './query-all.ts';
import { VoteItem } from './vote-item.ts';

const ReleaseItem = z.object({
  /** The notice's id; a notice has at most one proposed change. */
  noticeId: z.string(),
  receiver: z.string(),
  /** The account's reference. */
  subject: z.string(),
  /**
   * The change's id, which is made from the content that would be sent, so that another content is another change with
   * its own votes.
   */
  changeId: z.string(),
  act: z.enum(['issue', 'update', 'withdraw']),
  level: z.enum(['watch', 'act']),
  /** The code of the reason, for a withdrawal. */
  withdrawnBecause: z.string().optional(),
  accountNumber: z.string(),
  enterpriseCode: z.string().optional(),
  /** The number of different people who must release the change. */
  needed: z.int().nonnegative(),
  proposedAt: z.string(),
  /** The last day for a decision (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  state: z.enum(RELEASE_STATES),
  /** The instant at which the change was no longer due. */
  lapsedAt: z.string().optional(),
  votes: z.array(VoteItem),
  /** The officers who released earlier changes of the notice. */
  releasedBefore: z.array(z.string()).optional(),
  revision: z.int().positive(),
});
export type ProposedRelease = z.infer<typeof ReleaseItem>;

const WAITING = 'waiting';

/**
 * The table `releases`: PK noticeId, with the proposed change of a notice and people's votes before the bank is
 * notified. Index `waiting`: PK queue (while the change waits), SK dueAt (`dueOn#noticeId`).
 */
export const releasesTable = (db: DynamoDBDocumentClient, table: string) => ({
  get: (noticeId: string) => oneAs(ReleaseItem, itemAt(db, table, { noticeId })),

  /** False where another writer has written the change since `before` was read. */
  write(next: ProposedRelease, before: ProposedRelease | undefined, expiresAt: number): Promise<boolean> {
    const { noticeId, dueOn, state, ...rest } = next;
    const waits = state === WAITING && { queue: WAITING, dueAt: `${dueOn}#${noticeId}` };
    return putRevision(db, table, { noticeId }, { ...rest, dueOn, state, ...waits, expiresAt }, before);
  },

  /** All waiting changes, the earliest due first. */
  waiting: () => allAs(ReleaseItem, queryAll(db, table, { queue: WAITING }, { IndexName: 'waiting' })),
});
export type Releases = ReturnType<typeof releasesTable>;
