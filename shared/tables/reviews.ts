import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REVIEW_STATES } from '#shared/domain/notification/review/review.ts';
import { putRevision } from './conditional-write.ts';
import { allAs, queryAll } from './query-all.ts';
import { expiryOf } from './expiry.ts';

const ReviewItem = z.object({
  /** The notice that is objected to: a bank's own, or the police's notice of the objecting company. */
  noticeId: z.string(),
  reviewId: z.string(),
  /** The author: a receiver, or `office` where the office passes on a company's objection. */
  askedBy: z.string(),
  sequence: z.int().positive(),
  reason: z.string(),
  /** The ISO instant of the objection. */
  askedAt: z.string(),
  /** The person's id at the sign-in provider, where a person objected at a desk. */
  askedByOfficer: z.string().optional(),
  enterpriseCode: z.string().optional(),
  /** The account of a bank's notice. */
  accountNumber: z.string().optional(),
  /** The last day for a decision (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  state: z.enum(REVIEW_STATES),
  /** The decision, with its officer, instant and reason. */
  decided: z.object({ officer: z.string(), at: z.string(), reason: z.string() }).optional(),
  /** Whether what follows from the decision may not have been done yet; it stays in the queue until then. */
  unfinished: z.literal(true).optional(),
  revision: z.int().positive(),
});
export type StoredReview = z.infer<typeof ReviewItem>;

const WAITING = 'waiting';

/**
 * The table `reviews`: PK noticeId, SK reviewId, with the objections to a notice. Index `waiting`: PK queue (while the
 * objection waits, or its decision is not carried out), SK dueAt (`dueOn#reviewId`).
 */
export const reviewsTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** All objections to a notice, the latest first. */
  async ofNotice(noticeId: string): Promise<StoredReview[]> {
    const items = await queryAll(db, table, { noticeId });
    return items.map((item) => ReviewItem.parse(item)).toSorted((a, b) => (a.askedAt > b.askedAt ? -1 : 1));
  },

  /** All objections that wait or whose decision is not carried out, the earliest due first. */
  waiting: () => allAs(ReviewItem, queryAll(db, table, { queue: WAITING }, { IndexName: 'waiting' })),

  /** False where the objection is stored already, or another writer has written it since `before` was read. */
  write(next: StoredReview, before: StoredReview | undefined): Promise<boolean> {
    const { noticeId, reviewId, ...rest } = next;
    const waits = (next.state === WAITING || next.unfinished) && { queue: WAITING, dueAt: `${next.dueOn}#${reviewId}` };
    const expiresAt = expiryOf('reviews', next.askedAt);
    return putRevision(db, table, { noticeId, reviewId }, { ...rest, ...waits, expiresAt }, before);
  },
});
export type Reviews = ReturnType<typeof reviewsTable>;
