import type { RealClock } from './clock.ts';

/** The time at which DynamoDB deletes an item that is written now, in whole seconds since 1970. */
export type Expiry = () => number;

const SECONDS_A_DAY = 86_400;

export const expiresAfter =
  (days: number, now: RealClock): Expiry =>
  () =>
    Math.floor(now().getTime() / 1000) + days * SECONDS_A_DAY;
