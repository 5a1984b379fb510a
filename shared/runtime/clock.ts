import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The real clock, which signatures, retries and waits use. */
export type RealClock = () => Date;

/** The clock of the rules: the date as of which they assess, and the instant that dates notices. */
export interface RulesClock {
  today(): IsoDate;
  /** The rules' day at an instant of the real clock, which is the same for each repetition. */
  dayOf(instant: Date): IsoDate;
  now(): Date;
}

/** @param setting `real`, or the day (`yyyy-mm-dd`) that a replay treats as today. */
export function rulesClock(setting: string, real: RealClock): RulesClock {
  if (setting === 'real') return { today: () => dayInVietnam(real()), dayOf: dayInVietnam, now: real };
  return { today: () => setting, dayOf: () => setting, now: () => new Date(`${setting}T16:59:59Z`) };
}
