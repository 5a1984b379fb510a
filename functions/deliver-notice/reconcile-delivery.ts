import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import {
  type DeliverableNotice,
  nextDelivery,
  stuckDelivery,
} from '#shared/domain/notification/delivery/next-delivery.ts';
import { isAnswered } from '#shared/domain/notification/states.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { OVERTAKEN, untilWrittenFrom } from '#shared/runtime/until-written.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import { logStuckDelivery, type DeliverNoticePorts } from './ports.ts';

/** A due delivery with the newest state of its notice. */
export interface DeliveryToSend {
  readonly delivery: StoredDelivery;
  readonly notice: Notice;
}

/**
 * Updates the delivery of a notice to the notice's newest state; undefined where there is nothing to send now.
 * @param known the delivery as it was just read; if it has changed since, the conditional write fails
 * @throws {NeverPossible} where there is no such notice, or none that can be read
 */
export async function reconcileDelivery(
  { receiver, noticeId }: DeliveryDue,
  health: EndpointHealth,
  ports: DeliverNoticePorts,
  known?: StoredDelivery,
): Promise<DeliveryToSend | undefined> {
  const read = () => ports.deliveries.get(receiver, noticeId);
  // The delivery is read before the notice, so that the notice is never older than its delivery
  return untilWrittenFrom(known ?? (await read()), read, async (before) => {
    const notice = await noticeFor({ receiver, noticeId }, before, ports);
    const next = nextDelivery(before, deliverable(notice), health, ports.now());
    if (next.delivery === before) return next.due ? { delivery: before, notice } : undefined;
    const delivery = await ports.deliveries.write(next.delivery, before);
    if (!delivery) return OVERTAKEN;
    logStuckDelivery(delivery);
    return next.due ? { delivery, notice } : undefined;
  });
}

/** A notice that cannot be read would hold up the next ones, so its delivery is given up. */
async function noticeFor(
  { receiver, noticeId }: DeliveryDue,
  before: StoredDelivery | undefined,
  { notices, deliveries }: DeliverNoticePorts,
): Promise<Notice> {
  try {
    const notice = await notices.get(receiver, noticeId);
    if (notice) return notice;
    throw new NeverPossible('notice_unknown');
  } catch (error) {
    if (error instanceof NeverPossible && before?.state === 'waiting') {
      const next = stuckDelivery(before, 'undeliverable');
      if (await deliveries.write(next, before)) logStuckDelivery(next);
    }
    throw error;
  }
}

const deliverable = (notice: Notice): DeliverableNotice => {
  const { receiver, noticeId, sequence, changedAt, handlingStatus, causedByReceiver = false } = notice;
  return { receiver, noticeId, sequence, changedAt, answered: isAnswered(handlingStatus), causedByReceiver };
};
