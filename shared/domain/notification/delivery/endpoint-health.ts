import { type Instant, isReached, instantAfter, secondsUntil } from './instant.ts';
import type { AttemptOutcome } from './judge-answer.ts';

/** The health of a receiver's endpoint. */
export interface EndpointHealth {
  /** The number of consecutive failed calls. */
  readonly failures: number;
  readonly failingSince?: Instant | undefined;
  /**
   * The notice to which the endpoint last answered with an error. Repeated failures of the same notice say nothing
   * about the endpoint.
   */
  readonly failedOn?: string | undefined;
  /** The instant before which the endpoint must not be called. */
  readonly restUntil?: Instant | undefined;
  /** Whether the endpoint was reported as paused, until a probe succeeds. */
  readonly pausedSince?: Instant | undefined;
  /** Whether the endpoint asked never to be called again (410). */
  readonly goneSince?: Instant | undefined;
  /**
   * The instant of the last recovery. Deliveries that were tried before are then sent in order, whatever their own
   * schedules.
   */
  readonly recoveredAt?: Instant | undefined;
}

export const HEALTHY: EndpointHealth = { failures: 0 };

const FAILURES_THAT_REST = 3;
const FAILURES_THAT_PAUSE = 5;
const PAUSED_AFTER_SECONDS = 300;
const SHORTEST_REST_SECONDS = 5;
const LONGEST_REST_SECONDS = 1800;
const JITTER = 0.1;

export const isResting = ({ restUntil }: EndpointHealth, now: Date): boolean =>
  restUntil !== undefined && !isReached(restUntil, now);

/** Whether the endpoint may be called only with one notice at a time, as a probe. */
export const isInTrouble = ({ failures, restUntil }: EndpointHealth): boolean =>
  failures >= FAILURES_THAT_REST || restUntil !== undefined;

export function afterSuccess(health: EndpointHealth, now: Date): EndpointHealth {
  if (health.failures === 0 && !isInTrouble(health)) return health;
  // A call that was running when another one got a `Retry-After` does not end that wait.
  if (isResting(health, now)) return { ...health, failures: 0, failingSince: undefined, failedOn: undefined };
  return { failures: 0, recoveredAt: isInTrouble(health) ? now.toISOString() : health.recoveredAt };
}

/**
 * Updates the health by an outcome. After several consecutive failures an endpoint is not called for a while, longer
 * each time, and one that stays down is reported as paused.
 * @param random 0…1
 */
export function afterFailure(
  health: EndpointHealth,
  { outcome, noticeId, now, random }: { outcome: AttemptOutcome; noticeId: string; now: Date; random: number },
): EndpointHealth {
  if (outcome.kind === 'delivered' || outcome.kind === 'refused') return health;
  if (outcome.kind === 'gone') return { ...health, goneSince: now.toISOString() };
  const failedOn = outcome.kind === 'answered' ? noticeId : undefined;
  const failures = health.failures + (failedOn !== undefined && failedOn === health.failedOn ? 0 : 1);
  const failingSince = health.failingSince ?? now.toISOString();
  const isDead = failures >= FAILURES_THAT_PAUSE && -secondsUntil(failingSince, now) >= PAUSED_AFTER_SECONDS;
  const asked = outcome.kind === 'unreachable' ? outcome.restSeconds : undefined;
  const rest = asked ?? (failures >= FAILURES_THAT_REST ? restSeconds(failures) * (1 + JITTER * random) : undefined);
  return {
    ...health,
    failures,
    failingSince,
    failedOn,
    restUntil: rest === undefined ? health.restUntil : longest(health.restUntil, instantAfter(now, rest)),
    pausedSince: health.pausedSince ?? (isDead ? now.toISOString() : undefined),
  };
}

const restSeconds = (failures: number) =>
  Math.min(LONGEST_REST_SECONDS, SHORTEST_REST_SECONDS * 2 ** (failures - FAILURES_THAT_REST));

const longest = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a > b ? a : b);
