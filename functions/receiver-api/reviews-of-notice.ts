import type { ReviewsOfNotice } from '#shared/contracts/replies.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { findNotice } from '#shared/use-cases/replies/find-notice.ts';
import type { ReceiverApiPorts } from './ports.ts';

/**
 * A receiver's own objections to one of its notices, with the outcome of each. The police's reasons and the deciding
 * officer are left out.
 * @throws {Refused} where it has no such notice
 */
export async function reviewsOfNotice(
  receiver: Receiver,
  noticeId: string,
  ports: Pick<ReceiverApiPorts, 'notices' | 'reviews'>,
): Promise<ReviewsOfNotice> {
  await findNotice(receiver, noticeId, ports);
  const own = (await ports.reviews.ofNotice(noticeId)).filter(({ askedBy }) => askedBy === receiver);
  return {
    data: own.map(({ reviewId, sequence, reason, askedAt, dueOn, state, decided }) => {
      return { reviewId, sequence, reason, askedAt, dueOn, state, decidedAt: decided?.at };
    }),
  };
}
