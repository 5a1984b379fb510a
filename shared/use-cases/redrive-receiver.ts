import { restartedDelivery } from '#shared/domain/notification/delivery/next-delivery.ts';
import { UNACKNOWLEDGED_STATUSES } from '#shared/domain/notification/notice/handling-status.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Deliveries, StoredDelivery } from '#shared/tables/deliveries.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Receivers } from '#shared/tables/receivers.ts';

export interface RedrivePorts {
  readonly notices: Pick<Notices, 'waiting' | 'announceAgain'>;
  readonly deliveries: Pick<Deliveries, 'ofReceiver' | 'write'>;
  readonly receivers: Pick<Receivers, 'get' | 'reopen'>;
  readonly deliver: (messages: readonly DeliveryDue[]) => Promise<void>;
  readonly now: WireClock;
}

/** How many were moved on, by what held them. */
export interface RedriveCounts {
  readonly stuck: number;
  readonly waiting: number;
  /** Unacknowledged ones that the feed gives once more. */
  readonly announced: number;
}

/**
 * Opens a receiver's endpoint again (paused, or gone) and sends on whatever is stuck or waits for it, oldest change first.
 * Of a receiver that reads the feed alone, what it has not acknowledged moves to the feed's end: it meets it again,
 * wherever it has read to. Undefined where there is neither such a receiver nor a notice for it.
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
    // Somebody wrote it meanwhile: it moves by itself.
    if (await ports.deliveries.write(again, delivery)) moved.push(delivery);
  }
  // Issued before its endpoint was registered
  const known = new Set(begun.map(({ noticeId }) => noticeId));
  const unsent = (await ports.notices.waiting(receiver, 'issued')).filter(({ noticeId }) => !known.has(noticeId));
  await ports.deliver([...moved, ...unsent].map(({ noticeId }) => ({ receiver, noticeId })));
  const count = (state: string) => moved.filter((delivery) => delivery.state === state).length;
  return { stuck: count('stuck'), waiting: count('waiting') + unsent.length };
}

/** Moves each to where the feed ends by then: a reader may have come past where it ended before. @returns how many */
async function announceAgain(receiver: string, { notices, now }: RedrivePorts): Promise<number> {
  let announced = 0;
  for (const handlingStatus of UNACKNOWLEDGED_STATUSES) {
    for (const notice of await notices.waiting(receiver, handlingStatus))
      if (await notices.announceAgain(receiver, notice, now())) announced += 1;
  }
  return announced;
}
