import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The wire's clock: signatures, retries and waits live on it. */
export type WireClock = () => Date;

/** The rules' clock: the day they look back from, and the instant they date notices with. */
export interface RulesClock {
  today(): IsoDate;
  now(): Date;
}

/** @param setting `real`, or a day (`yyyy-mm-dd`) that a replay stands on until it ends. */
export function rulesClock(setting: string, wire: WireClock): RulesClock {
  if (setting === 'real') return { today: () => dayInVietnam(wire()), now: wire };
  return { today: () => setting, now: () => new Date(`${setting}T16:59:59Z`) };
}
