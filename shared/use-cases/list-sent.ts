import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { SentNotice } from '#shared/contracts/connection.ts';
import type { Deliveries, StoredDelivery } from '#shared/tables/deliveries.ts';
import type { Notices } from '#shared/tables/notices.ts';

interface ListSentPorts {
  readonly notices: Pick<Notices, 'latest'>;
  readonly deliveries: Pick<Deliveries, 'ofNotices'>;
}

/** A notice with its delivery to the receiver's endpoint. */
export interface SentToReceiver {
  readonly notice: Notice;
  readonly sent: SentNotice;
}

const A_PAGE = 50;
/** Matches a position of the feed; for any other text the list begins at the latest. */
const PLACE = /^[\w:.#-]{1,80}$/u;

/**
 * The notices of a receiver with their deliveries, the latest change first. @param before the position from the
 * previous page
 */
export async function listSent(
  receiver: Receiver,
  before: string | undefined,
  { notices, deliveries }: ListSentPorts,
): Promise<{ readonly page: readonly SentToReceiver[]; readonly before: string | undefined }> {
  const place = PLACE.test(before ?? '') ? before : undefined;
  const changed = await notices.latest(receiver, place, A_PAGE);
  const found = await deliveries.ofNotices(
    receiver,
    changed.map(({ notice: { noticeId } }) => noticeId),
  );
  const byNotice = new Map(found.map((delivery) => [delivery.noticeId, delivery]));
  return {
    page: changed.map(({ notice }) => ({ notice, sent: deliveryView(notice, byNotice.get(notice.noticeId)) })),
    before: changed.length < A_PAGE ? undefined : changed.at(-1)?.position,
  };
}

export const deliveryView = (
  { noticeId, sequence, changedAt }: Pick<Notice, 'noticeId' | 'sequence' | 'changedAt'>,
  delivery: StoredDelivery | undefined,
): SentNotice => ({
  noticeId,
  sequence,
  changedAt,
  state: delivery?.state ?? 'feed',
  attempts: delivery?.tried ?? [],
  nextAttemptAt: delivery?.state === 'waiting' ? delivery.nextAttemptAt : undefined,
});
