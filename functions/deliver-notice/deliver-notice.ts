import {
  isInTrouble,
  isResting,
  type EndpointHealth,
  HEALTHY,
} from '#shared/domain/notification/delivery/endpoint-health.ts';
import { instantAfter, secondsUntil } from '#shared/domain/notification/delivery/instant.ts';
import { closedDelivery, isReady } from '#shared/domain/notification/delivery/next-delivery.ts';
import { type DeliveryDue, DELIVERY_SECONDS } from '#shared/contracts/delivery-due.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import { reconcileDelivery } from './reconcile-delivery.ts';
import { isPushed, type DeliverNoticePorts } from './ports.ts';
import { workOffBacklog } from './work-off-backlog.ts';

/** The backlog is read from an index, which shows a write only after a short delay. */
const INDEX_LAG_SECONDS = 2;

/**
 * Sends a notice's newest state to its receiver's endpoint. Where another function holds the endpoint's lease, the
 * notice stays in the backlog and the holder sends it. So a slow endpoint occupies one function, and other receivers do
 * not wait.
 */
export async function deliverNotice({ receiver, noticeId }: DeliveryDue, ports: DeliverNoticePorts): Promise<void> {
  const endpoint = await ports.receivers.get(receiver);
  if (!endpoint) return;
  if (!isPushed(endpoint)) return leaveToFeed(receiver, noticeId, ports);
  const { health = HEALTHY } = endpoint;
  const due = await reconcileDelivery({ receiver, noticeId }, health, ports);
  // The notice that tests a paused endpoint may be answered by now, but the others in its backlog still wait
  const wakes = isInTrouble(health) && !isResting(health, ports.now());
  if (!due && !wakes) return;

  const seen = await underLease(receiver, due?.delivery, ports);
  if (seen) await passOn(receiver, seen, ports);
  else if (due && isFresh(due.delivery, ports)) await ports.deliverLater([{ receiver, noticeId }], INDEX_LAG_SECONDS);
}

/** The health of the endpoint after sending; undefined where another function holds the lease. */
async function underLease(
  receiver: string,
  own: StoredDelivery | undefined,
  ports: DeliverNoticePorts,
): Promise<EndpointHealth | undefined> {
  const lease = ports.newId();
  const now = ports.now();
  const held = await ports.receivers.acquire(receiver, lease, now, instantAfter(now, DELIVERY_SECONDS));
  if (!held) return undefined;
  const work = { health: held.health ?? HEALTHY };
  try {
    if (isPushed(held)) await workOffBacklog(held, own, work, ports);
  } finally {
    await ports.receivers.release(receiver, lease, work.health);
  }
  return work.health;
}

/** The holder of the lease may not have seen so new a delivery: the message is sent once more. */
const isFresh = ({ since }: StoredDelivery, { now }: DeliverNoticePorts) =>
  -secondsUntil(since, now()) < INDEX_LAG_SECONDS;

/** Sends a message for deliveries that came into the backlog while the lease was held, or for which its time was too short. */
async function passOn(receiver: string, health: EndpointHealth, ports: DeliverNoticePorts): Promise<void> {
  const now = ports.now();
  // A message would find the endpoint resting, and the clock looks after what waits
  if (isResting(health, now)) return;
  const [next] = await ports.deliveries.backlog(receiver, (delivery) => isReady(delivery, health, now), 1);
  if (next) await ports.deliverLater([{ receiver, noticeId: next.noticeId }]);
}

/** Ends the deliveries of a receiver that now reads the feed, because nothing is pushed to it any more. */
async function leaveToFeed(receiver: string, noticeId: string, { deliveries }: DeliverNoticePorts): Promise<void> {
  const begun = await deliveries.get(receiver, noticeId);
  if (begun?.checkAt !== undefined) await deliveries.write(closedDelivery(begun, 'superseded'), begun);
}
