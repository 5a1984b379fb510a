import type { ReplyTaken, ReviewRequest } from '#shared/contracts/replies.ts';
import type { Reviews } from '#shared/tables/reviews.ts';
import { findNotice, RefusedRequest, type Replier, replyToNotice } from './take-reply.ts';
import type { ReplyPorts } from './ports.ts';

interface AskReviewPorts extends ReplyPorts {
  readonly reviews: Pick<Reviews, 'ofNotice'>;
}

/**
 * Stores a receiver's objection to one of its notices. Only one may wait at a time; a repetition is the same objection.
 * @throws {RefusedRequest}
 */
export async function askReview(
  noticeId: string,
  body: ReviewRequest,
  replier: Replier,
  ports: AskReviewPorts,
): Promise<ReplyTaken> {
  await findNotice(replier.receiver, noticeId, ports);
  const waiting = (await ports.reviews.ofNotice(noticeId)).find(({ state }) => state === 'waiting');
  if (waiting && (waiting.reason !== body.reason || waiting.sequence !== body.sequence)) {
    throw new RefusedRequest('review_waits');
  }
  return replyToNotice({ kind: 'review-request', noticeId, body }, replier, ports);
}
