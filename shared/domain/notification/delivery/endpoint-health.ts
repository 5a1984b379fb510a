import { type Instant, isReached, instantAfter, secondsUntil } from './instant.ts';
import type { AttemptOutcome } from './judge-answer.ts';

/** How a receiver's endpoint has been doing. */
export interface EndpointHealth {
  /** Failed calls in a row. */
  readonly failures: number;
  readonly failingSince?: Instant | undefined;
  /**
   * The notice to which it last answered with an error: the same one failing again and again says nothing about the
   * endpoint.
   */
  readonly failedOn?: string | undefined;
  /** Not to be called before. */
  readonly restUntil?: Instant | undefined;
  /** Reported as paused, until a probe succeeds. */
  readonly pausedSince?: Instant | undefined;
  /** It asked never to be called again (410). */
  readonly goneSince?: Instant | undefined;
  /** When it last came back: what was tried before then goes out in order, whatever its own schedule says. */
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

/** It may be called only with one notice at a time, as a probe. */
export const isInTrouble = ({ failures, restUntil }: EndpointHealth): boolean =>
  failures >= FAILURES_THAT_REST || restUntil !== undefined;

export function afterSuccess(health: EndpointHealth, now: Date): EndpointHealth {
  if (health.failures === 0 && !isInTrouble(health)) return health;
  // A call that was under way when another one was asked to wait doesn't end that wait.
  if (isResting(health, now)) return { ...health, failures: 0, failingSince: undefined, failedOn: undefined };
  return { failures: 0, recoveredAt: isInTrouble(health) ? now.toISOString() : health.recoveredAt };
}

/**
 * After several failures in a row an endpoint is not called for a while, longer each time; one that stays down is reported as paused.
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
