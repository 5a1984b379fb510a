import type { WireClock } from './clock.ts';

/** When DynamoDB deletes an item that is written now: whole seconds since 1970. */
export type Expiry = () => number;

const SECONDS_A_DAY = 86_400;

export const expiresAfter =
  (days: number, now: WireClock): Expiry =>
  () =>
    Math.floor(now().getTime() / 1000) + days * SECONDS_A_DAY;
