import {
  type EndpointHealth,
  HEALTHY,
  isInTrouble,
  isResting,
} from '#shared/domain/notification/delivery/endpoint-health.ts';
import { instantAfter, secondsUntil } from '#shared/domain/notification/delivery/instant.ts';
import {
  closedDelivery,
  type DeliverableNotice,
  isReady,
  nextDelivery,
  stuckDelivery,
} from '#shared/domain/notification/delivery/next-delivery.ts';
import { DELIVERY_SECONDS, type DeliveryDue } from '#shared/contracts/delivery-due.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import { type DeliverNoticePorts, isPushed, logStuckDelivery, type PushedReceiver } from './ports.ts';
import { untraced } from '#shared/runtime/chain.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { type DeliveryToSend, type LeasedEndpoint, sendNotice } from './send-notice.ts';
import { isAnswered } from '#shared/domain/notification/states.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { OVERTAKEN, untilWrittenFrom } from '#shared/runtime/until-written.ts';

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

/** After this time the lease is released and a message sent, so that every receiver gets its turn. */
const TURN_SECONDS = 5;
const LOOKED_UP_AT_ONCE = 50;
const CALLS_AT_ONCE = 8;

/**
 * Sends the waiting deliveries of an endpoint that may be sent now, in the order in which the notices changed, until
 * the turn is over or the endpoint is paused.
 * @param own the delivery that the message named, which the backlog's index may not show yet
 */
async function workOffBacklog(
  endpoint: PushedReceiver,
  own: StoredDelivery | undefined,
  work: LeasedEndpoint,
  ports: DeliverNoticePorts,
): Promise<void> {
  const startedAt = ports.now().toISOString();
  const secrets = await ports.secrets(endpoint.secretArn);
  const tried = new Set<string>();
  const mayGoOn = () => {
    const now = ports.now();
    return !isResting(work.health, now) && -secondsUntil(startedAt, now) < TURN_SECONDS;
  };
  const take = async (delivery: StoredDelivery): Promise<void> => {
    tried.add(nameOf(delivery));
    const due = await reconcileDelivery(delivery, work.health, ports, delivery).catch(ignoreNeverPossible);
    if (due) await untraced(() => sendNotice(due, { endpoint, secrets, work }, ports));
  };

  while (mayGoOn()) {
    const now = ports.now();
    const isWanted = (one: StoredDelivery) => !tried.has(nameOf(one)) && isReady(one, work.health, now);
    const waiting = await ports.deliveries.backlog(endpoint.receiver, isWanted, LOOKED_UP_AT_ONCE);
    if (waiting.length === 0 && own && isWanted(own)) waiting.push(own);
    if (waiting.length === 0) return;
    while (waiting.length > 0 && mayGoOn()) {
      const isProbe = isInTrouble(work.health);
      const round = waiting.splice(0, callsAtOnce(work.health, waiting[0]));
      await allOf(round.map(take));
      const [probed] = round;
      if (isProbe && probed?.noticeId === work.health.failedOn) await secondOpinion(waiting, work, take);
    }
  }
}

/** A notice has one delivery at a time; after trouble the backlog is sent one by one, so that it arrives in order. */
function callsAtOnce({ failures, recoveredAt = '' }: EndpointHealth, first: StoredDelivery | undefined): number {
  return failures > 0 || (first?.changedAt ?? '') < recoveredAt ? 1 : CALLS_AT_ONCE;
}

/**
 * An endpoint that answered with an error may have failed on that one notice, so another notice is tried before the
 * endpoint is paused again.
 */
async function secondOpinion(
  waiting: StoredDelivery[],
  work: LeasedEndpoint,
  take: (delivery: StoredDelivery) => Promise<void>,
): Promise<void> {
  const other = waiting.shift();
  if (!other) return;
  work.health = { ...work.health, restUntil: undefined };
  await take(other);
}

/** Waits for all calls, also after one failed: the lease is released only when no call is under way. */
async function allOf(calls: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(calls)) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Whether the error says that the notice can never be sent; then its delivery has been given up, and the others are sent. */
function ignoreNeverPossible(error: unknown): undefined {
  if (!(error instanceof NeverPossible)) throw error;
}

const nameOf = ({ noticeId, sequence }: StoredDelivery) => `${noticeId}.${sequence}`;

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
