import { reviewDueOn } from '#shared/domain/notification/review/review.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Reply } from '#shared/contracts/replies.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import type { RecordReplyPorts } from './ports.ts';

type ReviewRequested = Extract<Reply, { kind: 'review-request' }>;

/**
 * Opens the case of an objection. A repetition changes nothing, and a case that was decided meanwhile stays decided.
 * @throws {NeverPossible} where there is no such notice any more
 */
export async function openReview(
  { receiver, replyId, client, officer, takenAt }: ReplyItem,
  { noticeId, body }: ReviewRequested,
  { notices, reviews, enter }: Pick<RecordReplyPorts, 'notices' | 'reviews' | 'enter'>,
): Promise<void> {
  const notice = await notices.get(receiver, noticeId);
  if (!notice) throw new NeverPossible('notice_unknown');
  const { content } = notice;
  const review = {
    noticeId,
    reviewId: replyId,
    askedBy: receiver,
    sequence: body.sequence,
    reason: body.reason,
    askedAt: takenAt,
    askedByOfficer: officer,
    enterpriseCode: content.enterpriseCode,
    accountNumber: 'accountNumber' in content ? content.accountNumber : undefined,
    dueOn: reviewDueOn(new Date(takenAt)),
    state: 'waiting',
    revision: 1,
  } as const;
  await reviews.write(review, undefined);
  const says = { receiver, noticeId, sequence: body.sequence, reviewId: replyId };
  const by = actorOf({ client, officer }, receiver);
  await enter([entryOf({ kind: 'review-asked', at: takenAt, by, says }, says)]);
}
