import { instantAfter, secondsUntil } from '#shared/domain/notification/delivery/instant.ts';
import { RECHECK_AFTER_SECONDS } from '#shared/domain/notification/delivery/next-delivery.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { log } from '#shared/runtime/log.ts';
import type { Deliveries, DueDelivery } from '#shared/tables/deliveries.ts';

export interface SendDueDeliveriesPorts {
  readonly deliveries: Pick<Deliveries, 'due' | 'lookAfter'>;
  readonly deliver: SendMessages<DeliveryDue>;
  readonly now: RealClock;
}

const WRITES_AT_ONCE = 16;

/** Sends the deliveries that fall due until an instant, each with its remaining delay. A repetition does no harm. */
export async function sendDueDeliveries(
  until: string,
  { deliveries, deliver, now }: SendDueDeliveriesPorts,
): Promise<void> {
  const instant = now();
  const due = await deliveries.due(new Date(until));
  const delayOf = ({ dueAt }: DueDelivery) => Math.max(0, Math.ceil(secondsUntil(instantOf(dueAt), instant)));
  for (const [delay, together] of Map.groupBy(due, delayOf)) {
    await deliver(
      together.map(({ receiver, noticeId }) => ({ receiver, noticeId })),
      delay,
    );
    await inParallel(together, WRITES_AT_ONCE, (one) =>
      deliveries.lookAfter(one, instantAfter(instant, delay + RECHECK_AFTER_SECONDS)),
    );
  }
  log('DUE_DELIVERIES_SENT', { count: due.length });
}

const instantOf = (dueAt: string) => dueAt.slice(0, dueAt.indexOf('#'));
