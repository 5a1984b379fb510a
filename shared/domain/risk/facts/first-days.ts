import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, Pace } from './company-facts.ts';
import { type CompanyProfile, isKnownToTrade } from './company-profile.ts';
import { hasMovement, LEAST_MONTHLY_MOVEMENT } from './flows.ts';
import { FIRST_MONEY, moneyOfTheYoung, moneyUnderTheNew } from './first-money.ts';
import { PASS_THROUGH, type PassThrough } from './pass-through.ts';
import { firstMonthUnder } from './representative-change.ts';
import { isDependentUnit } from './returns.ts';

/** The thresholds of the first days of money, where banks report days. */
export const FIRST_DAYS = {
  /** The days that are looked at, from the first day of money on. */
  days: 7,
  credit: 150_000_000,
  /** Money that leaves within minutes counts from the amount on from which months are compared. */
  creditAtOnce: PASS_THROUGH.month,
  /** The payments on a day with money; fewer are those of a group, an owner or a single customer. */
  payments: 5,
  /** Where no bank says how long money stays, only so many payments a day count. */
  paymentsUntimed: 10,
  /** The largest mean of a payment; larger ones are those of a few customers. */
  each: 200_000_000,
  /** The age in the first month of money; a company that was founded for it needs no longer to open its accounts. */
  ageDays: FIRST_MONEY.ageDays,
} as const;

/** The money that came in within the first days, in đồng. */
export interface FirstDays {
  /** The first day with money. */
  readonly firstDay: IsoDate;
  /** The number of days on which money came in. */
  readonly daysWithMoney: number;
  readonly creditThen: number;
  /** The mean number of payments on such a day, rounded down. */
  readonly paymentsADay: number;
}

/** Money that is examined from its first day on. */
export interface EarlyMoney extends FirstDays {
  readonly money: PassThrough;
}

/**
 * The first days of a young company's money, and those since a change of representative, as far as banks report them by
 * days and count the payments.
 */
function firstDaysIn(reading: CompanyProfile): EarlyMoney[] {
  return [moneyOfTheYoung(reading), moneyUnderTheNew(reading)].flatMap((money) => {
    const days = money && firstDaysOf(reading.facts.accounts, money.from);
    return days ? [{ money, ...days }] : [];
  });
}

/** The first days of a young company's money, where they brought enough, or money that left within minutes. */
export function firstDaysOfTheYoung(reading: CompanyProfile): FirstDays | undefined {
  const money = moneyOfTheYoung(reading);
  const days = money && firstDaysOf(reading.facts.accounts, money.from);
  if (!days) return undefined;
  return days.creditThen >= FIRST_DAYS.credit || isPassedOnAtOnce({ money, ...days }) ? days : undefined;
}

/** The first days of money since a change of representative, where they brought enough. */
export function firstDaysUnderTheNew({ facts, representativeChange }: CompanyProfile): FirstDays | undefined {
  const days = representativeChange && firstDaysOf(facts.accounts, firstMonthUnder(representativeChange));
  return days && days.creditThen >= FIRST_DAYS.credit ? days : undefined;
}

/** The first days of money since a month; undefined where a bank does not report each of these days with its payments. */
export function firstDaysOf(accounts: readonly AccountFacts[], since: string): FirstDays | undefined {
  const came = accounts
    .flatMap(({ paces = [] }) => paces)
    .filter(({ from, credit }) => from.slice(0, 7) >= since && credit >= LEAST_MONTHLY_MOVEMENT);
  const firstDay = came.reduce((first, { from }) => (first === '' || from < first ? from : first), '');
  if (firstDay === '') return undefined;
  const lastDay = addDays(firstDay, FIRST_DAYS.days - 1);
  if (!accounts.every((account) => isReportedByDays(account, since, lastDay))) return undefined;
  const then = came.filter(({ from }) => from <= lastDay);
  let [creditThen, payments] = [0, 0];
  for (const { credit, transactions } of then) {
    if (transactions === undefined) return undefined;
    creditThen += credit;
    payments += transactions;
  }
  const daysWithMoney = new Set(then.map(({ from }) => from)).size;
  return { firstDay, daysWithMoney, creditThen, paymentsADay: Math.floor(payments / daysWithMoney) };
}

/** Whether the account's money in these months is known by days; a week or a month may contain later days. */
function isReportedByDays({ flows, paces = [] }: AccountFacts, since: string, lastDay: IsoDate): boolean {
  const isThen = (month: string) => month >= since && month <= lastDay.slice(0, 7);
  const then = paces.filter(({ from }) => isThen(from.slice(0, 7)));
  if (!then.every(isDay)) return false;
  const months = new Set(then.map(({ from }) => from.slice(0, 7)));
  return flows.every((flow) => !isThen(flow.period) || !hasMovement(flow) || months.has(flow.period));
}

const isDay = ({ from, to }: Pace): boolean => from === to;

/**
 * First days of money of many payments by a company that is not known to sell anything: of all money so far, in months that
 * kept the same share, nearly all left.
 */
export function firstDaysPassedOn(
  reading: CompanyProfile,
  isMeant: (early: EarlyMoney) => boolean,
): EarlyMoney | undefined {
  return firstDaysIn(reading).find(
    (early) =>
      early.creditThen >= FIRST_DAYS.credit && isOfManyAlike(early) && isMeant(early) && !isKnownToTrade(reading),
  );
}

/**
 * First days of money of many payments, where nearly all money so far left within minutes, whatever the company declares. A
 * dependent unit has none, because its money is transferred to its parent's account.
 */
export const firstDaysPassedOnAtOnce = (reading: CompanyProfile): EarlyMoney | undefined =>
  isDependentUnit(reading.facts) ? undefined : firstDaysIn(reading).find(isPassedOnAtOnce);

/** Whether the months kept the same share, and the payments are not those of a few customers. */
const isOfManyAlike = ({ money, creditThen, paymentsADay, daysWithMoney }: EarlyMoney): boolean =>
  money.evenness === 'short' && creditThen <= paymentsADay * daysWithMoney * FIRST_DAYS.each;

function isPassedOnAtOnce(early: EarlyMoney): boolean {
  const { pace, remainder } = early.money;
  if (pace !== 'minutes' || (remainder !== 'slice' && remainder !== 'nothing')) return false;
  if (early.creditThen < FIRST_DAYS.creditAtOnce || early.paymentsADay < FIRST_DAYS.payments) return false;
  return isOfManyAlike(early);
}
