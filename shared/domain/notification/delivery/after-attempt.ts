import { type Attempt, type Delivery, movedTo } from './delivery.ts';
import { type EndpointHealth, isResting } from './endpoint-health.ts';
import { instantAfter, secondsUntil } from './instant.ts';
import type { AttemptOutcome } from './judge-answer.ts';
import { RECHECK_AFTER_SECONDS, stuckDelivery, nextAttemptAfter } from './next-delivery.ts';

/** The time to wait for an acknowledgement before the notice is sent again. */
const ACKNOWLEDGED_WITHIN_SECONDS = 86_400;
/** The clock finds longer waits in the table, so that no chain of messages passes the same queue for hours. */
const SHORT_WAIT_SECONDS = 60;

/** The number of stored attempts: all tries of one sequence, and a few earlier ones. */
const MOST_TRIED = 20;

/** Records an attempt before it is made, so that it is repeated under the same id if its outcome is lost. */
export function attemptedDelivery(delivery: Delivery, now: Date): Delivery {
  const checkAt = instantAfter(now, RECHECK_AFTER_SECONDS);
  return {
    ...delivery,
    attempts: delivery.attempts + 1,
    lastAttemptAt: now.toISOString(),
    tried: [...(delivery.tried ?? []), { sequence: delivery.sequence, at: now.toISOString() }].slice(-MOST_TRIED),
    nextAttemptAt: checkAt,
    checkAt,
  };
}

/**
 * Records the outcome of an attempt: a delivered notice waits for its acknowledgement, and a failed one for its next
 * attempt or, where the endpoint is paused, for the end of the pause. @param random 0…1 @param status the HTTP status
 * of the endpoint's answer
 */
export function afterAttempt(
  recorded: Delivery,
  outcome: AttemptOutcome,
  { health, now, random, status }: { health: EndpointHealth; now: Date; random: number; status?: number | undefined },
): Delivery {
  const delivery = { ...recorded, tried: withOutcome(recorded.tried, { outcome: outcome.kind, status }) };
  if (outcome.kind === 'delivered') {
    const nextAttemptAt = instantAfter(now, ACKNOWLEDGED_WITHIN_SECONDS);
    const deliveredAt = now.toISOString();
    return movedTo(delivery, 'delivered', { deliveredAt, nextAttemptAt, checkAt: nextAttemptAt });
  }
  if (outcome.kind === 'gone') return stuckDelivery(delivery, 'endpoint_gone');
  const own = nextAttemptAfter(delivery, now, random);
  if (own === undefined) return stuckDelivery(delivery, 'undeliverable');
  const nextAttemptAt = isResting(health, now) && health.restUntil !== undefined ? health.restUntil : own;
  const checkAt = isShortWait(nextAttemptAt, now) ? instantAfter(nextAttemptAt, RECHECK_AFTER_SECONDS) : nextAttemptAt;
  return { ...delivery, nextAttemptAt, checkAt };
}

const withOutcome = (
  tried: readonly Attempt[] | undefined,
  came: Pick<Attempt, 'outcome' | 'status'>,
): readonly Attempt[] | undefined =>
  tried?.map((attempt, n) => (n === tried.length - 1 ? { ...attempt, ...came } : attempt));

/** The message waits in the queue, and the stored time is used only if that message is lost. */
export const isShortWait = (nextAttemptAt: string, now: Date): boolean =>
  secondsUntil(nextAttemptAt, now) < SHORT_WAIT_SECONDS;
