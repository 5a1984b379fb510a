import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REVIEW_STATES } from '#shared/domain/notification/review/review.ts';
import { putIf } from './conditional-write.ts';
import { queryAll } from './query-all.ts';
import { expiryOf } from './retention-register.ts';

const ReviewItem = z.object({
  /** The notice that is objected to: a bank's own, or the police's on a company that objects. */
  noticeId: z.string(),
  reviewId: z.string(),
  /** A receiver, or `office` where the office passes on what a company says. */
  askedBy: z.string(),
  sequence: z.int().positive(),
  reason: z.string(),
  /** ISO instant. */
  askedAt: z.string(),
  /** The person's id at the sign-in provider, where a person asked at a desk. */
  askedByOfficer: z.string().optional(),
  enterpriseCode: z.string().optional(),
  /** Of a bank's notice. */
  accountNumber: z.string().optional(),
  /** The last day on which somebody should have decided (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  state: z.enum(REVIEW_STATES),
  /** Who decided it, when and why. */
  decided: z.object({ officer: z.string(), at: z.string(), reason: z.string() }).optional(),
  revision: z.int().positive(),
});
export type StoredReview = z.infer<typeof ReviewItem>;

const WAITING = 'waiting';

/**
 * `reviews`: PK noticeId, SK reviewId; objections to a notice, each a case of its own. Index `waiting`: PK queue (while it
 * waits), SK dueAt (`dueOn#reviewId`).
 */
export const reviewsTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** All that was ever asked about a notice, the latest first. */
  async ofNotice(noticeId: string): Promise<StoredReview[]> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'noticeId = :noticeId',
      ExpressionAttributeValues: { ':noticeId': noticeId },
    });
    return items.map((item) => ReviewItem.parse(item)).toSorted((a, b) => (a.askedAt > b.askedAt ? -1 : 1));
  },

  /** Everything that waits for a decision, what is due first. */
  async waiting(): Promise<StoredReview[]> {
    const items = await queryAll(db, {
      TableName: table,
      IndexName: 'waiting',
      KeyConditionExpression: 'queue = :waiting',
      ExpressionAttributeValues: { ':waiting': WAITING },
    });
    return items.map((item) => ReviewItem.parse(item));
  },

  /** False where it stands already, or somebody else has written it since `before` was read. */
  write(next: StoredReview, before: StoredReview | undefined): Promise<boolean> {
    const { noticeId, reviewId, ...rest } = next;
    const waits = next.state === WAITING && { queue: WAITING, dueAt: `${next.dueOn}#${reviewId}` };
    return putIf(
      db,
      table,
      { noticeId, reviewId },
      { ...rest, ...waits, expiresAt: expiryOf('reviews', next.askedAt) },
      before
        ? { when: 'revision = :before', values: { ':before': before.revision } }
        : { when: 'attribute_not_exists(reviewId)' },
    );
  },
});
export type Reviews = ReturnType<typeof reviewsTable>;
