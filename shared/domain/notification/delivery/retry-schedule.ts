import { type Instant, instantAfter, secondsUntil } from './instant.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/**
 * Waits between twelve attempts: at once, then after … It is the Standard Webhooks specification's example, with two
 * more quick retries before its five minutes: of an endpoint that fails 30 % of calls, 1 % of the notices wait so long,
 * not 9 %. A dead endpoint isn't called more often by that, because it rests in between.
 */
const WAITS = [5, 15, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
export const LONGEST_WAIT_SECONDS = 24 * HOUR;
/** 75 h 36 min 20 s: a wait is drawn out by the jitter, never cut, so the last attempt comes no sooner. */
const GIVE_UP_AFTER = WAITS.reduce((sum, wait) => sum + wait, 0);
const JITTER = 0.1;

/** The part of a delivery that a schedule needs: the attempts made, and since when it has been tried. */
export interface RetryProgress {
  readonly attempts: number;
  readonly since: Instant;
}

export const isGivenUp = ({ since }: Pick<RetryProgress, 'since'>, now: Date): boolean =>
  -secondsUntil(since, now) >= GIVE_UP_AFTER;

/**
 * When to try again after a failed attempt; undefined where that was the last one.
 * @param random 0…1, so that deliveries that failed together don't come back together
 */
export function nextAttemptAfter(tried: RetryProgress, now: Date, random: number): Instant | undefined {
  if (isGivenUp(tried, now)) return undefined;
  return instantAfter(now, (WAITS[tried.attempts - 1] ?? LONGEST_WAIT_SECONDS) * (1 + JITTER * random));
}
