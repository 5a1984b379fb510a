/** Instants are kept as ISO text in UTC, which sorts as time does. */
export type Instant = string;

export const instantAfter = (from: Date | Instant, seconds: number): Instant =>
  new Date(new Date(from).getTime() + seconds * 1000).toISOString();

export const secondsUntil = (instant: Instant, now: Date): number => (Date.parse(instant) - now.getTime()) / 1000;

/** Clocks of two machines differ a little: what is due within a second is due. */
export const isReached = (instant: Instant, now: Date): boolean => secondsUntil(instant, now) <= 1;
