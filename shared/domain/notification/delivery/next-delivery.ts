import { type Attempt, type Delivery, movedTo, type StuckBecause } from './delivery.ts';
import { type EndpointHealth, isInTrouble, isResting } from './endpoint-health.ts';
import { type Instant, instantAfter, isReached, secondsUntil } from './instant.ts';
import { type AttemptOutcome, LONGEST_WAIT_SECONDS } from './judge-answer.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/**
 * The waits between twelve attempts. They are the Standard Webhooks specification's example with two more quick retries
 * before its five minutes. For an endpoint that fails 30 % of calls, 1 % of the notices instead of 9 % then wait for
 * five minutes. A dead endpoint isn't called more often, because it is paused in between.
 */
const WAITS = [5, 15, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** The time until the last attempt is at least 75 h 36 min 20 s, because the jitter only lengthens waits. */
const GIVE_UP_AFTER = WAITS.reduce((sum, wait) => sum + wait, 0);
const JITTER = 0.1;

/** The part of a delivery that a schedule needs: the attempts made, and the instant of the first try. */
interface RetryProgress {
  readonly attempts: number;
  readonly since: Instant;
}

const isGivenUp = ({ since }: Pick<RetryProgress, 'since'>, now: Date): boolean =>
  -secondsUntil(since, now) >= GIVE_UP_AFTER;

/**
 * The instant of the next try after a failed attempt; undefined after the last one. @param random 0…1, so that
 * deliveries that failed together are not repeated together
 */
export function nextAttemptAfter(tried: RetryProgress, now: Date, random: number): Instant | undefined {
  if (isGivenUp(tried, now)) return undefined;
  return instantAfter(now, (WAITS[tried.attempts - 1] ?? LONGEST_WAIT_SECONDS) * (1 + JITTER * random));
}

/** The part of a notice's newest state that its delivery needs. */
export interface DeliverableNotice {
  readonly receiver: string;
  readonly noticeId: string;
  readonly sequence: number;
  readonly changedAt: string;
  /** Whether this sequence has been acknowledged or decided. */
  readonly answered: boolean;
  /**
   * Whether the receiver's own reply caused this sequence; such a state is delivered without waiting for an
   * acknowledgement.
   */
  readonly causedByReceiver: boolean;
}

/** The time after which a delivery whose message was sent is checked again. */
export const RECHECK_AFTER_SECONDS = 120;
const REST_LOOK_AFTER_SECONDS = 600;
const RESENDS = 3;

/** The next state of a delivery, which is the same object where nothing changed, and whether it is to be sent at once. */
export interface NextDelivery {
  readonly delivery: Delivery;
  readonly due: boolean;
}

/**
 * Updates a delivery to its notice's newest state. An older sequence is superseded, an answered one is done, an
 * unacknowledged one is sent again three times, and all wait while the endpoint is paused.
 */
export function nextDelivery(
  before: Delivery | undefined,
  notice: DeliverableNotice,
  health: EndpointHealth,
  now: Date,
): NextDelivery {
  const current =
    before && before.sequence >= notice.sequence ? before : { ...begun(notice, now), tried: before?.tried };
  const delivery = unlessAnswered(current, notice, now);
  if (delivery.state !== 'waiting') return { delivery, due: false };
  if (health.goneSince !== undefined) return { delivery: stuckDelivery(delivery, 'endpoint_gone'), due: false };
  if (isResting(health, now)) {
    const givenUp = isGivenUp(delivery, now);
    return { delivery: givenUp ? stuckDelivery(delivery, 'undeliverable') : rested(delivery, health), due: false };
  }
  return { delivery, due: isReady(delivery, health, now) };
}

/**
 * Selects the waiting deliveries of an endpoint that may be sent now: by their own schedule, as a probe, or after a
 * recovery.
 */
export function isReady(delivery: Delivery, health: EndpointHealth, now: Date): boolean {
  const { nextAttemptAt, lastAttemptAt } = delivery;
  if (isInTrouble(health) || nextAttemptAt === undefined || isReached(nextAttemptAt, now)) return true;
  return health.recoveredAt !== undefined && (lastAttemptAt ?? '') < health.recoveredAt;
}

export const stuckDelivery = (delivery: Delivery, because: StuckBecause): Delivery => ({
  ...closedDelivery(delivery, 'stuck'),
  stuckBecause: because,
});

/** Starts the delivery again, with its hours counted from now, for an operator's redrive or a missing acknowledgement. */
export function restartedDelivery(delivery: Delivery, now: Date): Delivery {
  const { receiver, noticeId, sequence, changedAt, resends, deliveredAt, tried } = delivery;
  const anew = begun({ receiver, noticeId, sequence, changedAt }, now);
  const ended = { lastAttemptAt: undefined, stuckBecause: undefined };
  return movedTo(delivery, 'waiting', { ...anew, ...ended, resends, deliveredAt, tried });
}

function begun(
  { receiver, noticeId, sequence, changedAt }: Pick<Delivery, 'receiver' | 'noticeId' | 'sequence' | 'changedAt'>,
  now: Date,
): Delivery {
  const since = now.toISOString();
  const checkAt = instantAfter(now, RECHECK_AFTER_SECONDS);
  return {
    receiver,
    noticeId,
    sequence,
    changedAt,
    state: 'waiting',
    attempts: 0,
    resends: 0,
    since,
    nextAttemptAt: since,
    checkAt,
  };
}

function unlessAnswered(delivery: Delivery, { answered, causedByReceiver }: DeliverableNotice, now: Date): Delivery {
  const { state, nextAttemptAt, resends } = delivery;
  if (state === 'acknowledged' || state === 'superseded') return delivery;
  if (answered && (!causedByReceiver || state === 'delivered')) return closedDelivery(delivery, 'acknowledged');
  if (state !== 'delivered' || nextAttemptAt === undefined || !isReached(nextAttemptAt, now)) return delivery;
  if (resends === RESENDS) return stuckDelivery(delivery, 'unacknowledged');
  return { ...restartedDelivery(delivery, now), resends: resends + 1 };
}

/** Ends the delivery; `superseded` means that the receiver now reads the feed. */
export const closedDelivery = (delivery: Delivery, state: 'acknowledged' | 'superseded' | 'stuck'): Delivery =>
  movedTo(delivery, state, { nextAttemptAt: undefined, checkAt: undefined });

/**
 * A probe tests the endpoint after its pause, and the other deliveries are checked later. This only saves looks of the
 * clock, which would find the endpoint resting.
 */
function rested(delivery: Delivery, { restUntil = '' }: EndpointHealth): Delivery {
  if ((delivery.checkAt ?? '') > restUntil) return delivery;
  return { ...delivery, checkAt: instantAfter(restUntil, REST_LOOK_AFTER_SECONDS) };
}

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
