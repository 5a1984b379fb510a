import { type Instant, instantAfter, secondsUntil } from './instant.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/**
 * The waits between twelve attempts. They are the Standard Webhooks specification's example with two more quick retries
 * before its five minutes. For an endpoint that fails 30 % of calls, 1 % of the notices instead of 9 % then wait for
 * five minutes. A dead endpoint isn't called more often, because it is paused in between.
 */
const WAITS = [5, 15, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
export const LONGEST_WAIT_SECONDS = 24 * HOUR;
/** The time until the last attempt is at least 75 h 36 min 20 s, because the jitter only lengthens waits. */
const GIVE_UP_AFTER = WAITS.reduce((sum, wait) => sum + wait, 0);
const JITTER = 0.1;

/** The part of a delivery that a schedule needs: the attempts made, and the instant of the first try. */
export interface RetryProgress {
  readonly attempts: number;
  readonly since: Instant;
}

export const isGivenUp = ({ since }: Pick<RetryProgress, 'since'>, now: Date): boolean =>
  -secondsUntil(since, now) >= GIVE_UP_AFTER;

/**
 * The instant of the next try after a failed attempt; undefined after the last one. @param random 0…1, so that
 * deliveries that failed together are not repeated together
 */
export function nextAttemptAfter(tried: RetryProgress, now: Date, random: number): Instant | undefined {
  if (isGivenUp(tried, now)) return undefined;
  return instantAfter(now, (WAITS[tried.attempts - 1] ?? LONGEST_WAIT_SECONDS) * (1 + JITTER * random));
}
