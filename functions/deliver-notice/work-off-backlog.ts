import { type EndpointHealth, isInTrouble, isResting } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { secondsUntil } from '#shared/domain/notification/delivery/instant.ts';
import { isReady } from '#shared/domain/notification/delivery/next-delivery.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import { reconcileDelivery } from './reconcile-delivery.ts';
import type { LeasedEndpoint } from './endpoint-lease.ts';
import type { DeliverNoticePorts, PushedReceiver } from './ports.ts';
import { sendNotice } from './send-notice.ts';

/** After this time the lease is released and a message sent, so that every receiver gets its turn. */
const TURN_SECONDS = 5;
const LOOKED_UP_AT_ONCE = 50;
const CALLS_AT_ONCE = 8;

/**
 * Sends the waiting deliveries of an endpoint that may be sent now, in the order in which the notices changed, until
 * the turn is over or the endpoint is paused.
 * @param own the delivery that the message named, which the backlog's index may not show yet
 */
export async function workOffBacklog(
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
    if (due) await sendNotice(due, { endpoint, secrets, work }, ports);
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
