import { restartedDelivery } from '#shared/domain/notification/delivery/next-delivery.ts';
import { UNACKNOWLEDGED_STATUSES } from '#shared/domain/notification/states.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Deliveries, StoredDelivery } from '#shared/tables/deliveries.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Receivers } from '#shared/tables/receivers.ts';

export interface RedrivePorts {
  readonly notices: Pick<Notices, 'waiting' | 'announceAgain'>;
  readonly deliveries: Pick<Deliveries, 'ofReceiver' | 'write'>;
  readonly receivers: Pick<Receivers, 'get' | 'reopen'>;
  readonly deliver: (messages: readonly DeliveryDue[]) => Promise<void>;
  readonly now: RealClock;
}

/** The number of notices that were sent again, by the reason for their delay. */
export interface RedriveCounts {
  readonly stuck: number;
  readonly waiting: number;
  /** The number of unacknowledged notices that the feed repeats. */
  readonly announced: number;
}

/**
 * Allows calls of a paused or gone endpoint again and sends all stuck or waiting notices, the oldest change first. For
 * a receiver that only reads the feed, unacknowledged notices move to the feed's end, where it reads them again.
 * Undefined where there is neither such a receiver nor a notice for it.
 */
export async function redriveReceiver(receiver: string, ports: RedrivePorts): Promise<RedriveCounts | undefined> {
  const registered = await ports.receivers.get(receiver);
  if (registered?.mode === 'push') return { ...(await sendOn(receiver, ports)), announced: 0 };
  const announced = await announceAgain(receiver, ports);
  return registered || announced > 0 ? { stuck: 0, waiting: 0, announced } : undefined;
}

async function sendOn(receiver: string, ports: RedrivePorts): Promise<Omit<RedriveCounts, 'announced'>> {
  await ports.receivers.reopen(receiver, ports.now());
  const begun = await ports.deliveries.ofReceiver(receiver);
  const held = begun
    .filter(({ state }) => state === 'stuck' || state === 'waiting')
    .sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
  const moved: StoredDelivery[] = [];
  for (const delivery of held) {
    const again = { ...restartedDelivery(delivery, ports.now()), resends: 0 };
    // Another writer changed the delivery meanwhile, so it needs no help.
    if (await ports.deliveries.write(again, delivery)) moved.push(delivery);
  }
  // The notice was issued before the endpoint was registered
  const known = new Set(begun.map(({ noticeId }) => noticeId));
  const unsent = (await ports.notices.waiting(receiver, 'issued')).filter(({ noticeId }) => !known.has(noticeId));
  await ports.deliver([...moved, ...unsent].map(({ noticeId }) => ({ receiver, noticeId })));
  const count = (state: string) => moved.filter((delivery) => delivery.state === state).length;
  return { stuck: count('stuck'), waiting: count('waiting') + unsent.length };
}

/**
 * Moves each notice to the present end of the feed, because a reader may have passed its earlier end. @returns the
 * number of moved notices
 */
async function announceAgain(receiver: string, { notices, now }: RedrivePorts): Promise<number> {
  let announced = 0;
  for (const handlingStatus of UNACKNOWLEDGED_STATUSES) {
    for (const notice of await notices.waiting(receiver, handlingStatus))
      if (await notices.announceAgain(receiver, notice, now())) announced += 1;
  }
  return announced;
}
