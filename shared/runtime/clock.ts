import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The real clock: signatures, retries and waits use it. */
export type WireClock = () => Date;

/** The clock of the rules: the day they look back from, and the instant that dates notices. */
export interface RulesClock {
  today(): IsoDate;
  /** The day that an instant of the wire's clock falls on: asked again it is the same. */
  dayOf(instant: Date): IsoDate;
  now(): Date;
}

/** @param setting `real`, or the day (`yyyy-mm-dd`) that a replay treats as today. */
export function rulesClock(setting: string, wire: WireClock): RulesClock {
  if (setting === 'real') return { today: () => dayInVietnam(wire()), dayOf: dayInVietnam, now: wire };
  return { today: () => setting, dayOf: () => setting, now: () => new Date(`${setting}T16:59:59Z`) };
}
