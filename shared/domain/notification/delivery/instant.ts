/** An instant as ISO text in UTC, whose order is the order of time. */
export type Instant = string;

export const instantAfter = (from: Date | Instant, seconds: number): Instant =>
  new Date(new Date(from).getTime() + seconds * 1000).toISOString();

export const secondsUntil = (instant: Instant, now: Date): number => (Date.parse(instant) - now.getTime()) / 1000;

/** Clocks of two machines differ a little, so anything due within a second counts as due. */
export const isReached = (instant: Instant, now: Date): boolean => secondsUntil(instant, now) <= 1;
