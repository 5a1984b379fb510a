import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import {
  type CompanyProfile,
  hasPayments,
  isKnownToTrade,
  MANY_PAYMENTS,
  type OfManyPayments,
} from './company-profile.ts';
import { flowTotalsOf } from './flows.ts';
import { ageInMonth } from './money-history.ts';
import type { PassThrough } from './pass-through.ts';
import { firstMonthUnder, isStaffOfPresent, sellsUnderPresent } from './representative-change.ts';
import { filesReturns } from './returns.ts';

/** The thresholds of the first money of a young company or under a new representative. */
export const FIRST_MONEY = {
  /** Fewer payments of so much money are those of a group, an owner or a single customer. */
  payments: 50,
  /** The largest mean of a payment; larger ones are those of a few customers. */
  each: 200_000_000,
  credit: 1_000_000_000,
  /** The age in the first month of money; a company that was founded for it needs no longer to open its accounts. */
  ageDays: 270,
  /** A trade goes on under a new representative if its monthly money before was more than this share of the present. */
  earlierShare: 0.5,
} as const;

/** Money that is examined from its first month on. */
export type FirstMoney = OfManyPayments & {
  /** The day of the change of representative (thay đổi người đại diện), where it is the first money since then. */
  readonly representativeOn?: IsoDate;
  /** The monthly mean of the money before that change, in đồng; undefined where none is known. */
  readonly monthlyBefore?: number | undefined;
};

/** All money of a company whose first money came while it was young. */
export function moneyOfTheYoung({ stretches, moneyLife, facts }: CompanyProfile): PassThrough | undefined {
  const isYoung = moneyLife !== undefined && ageInMonth(moneyLife.firstMonth, facts) <= FIRST_MONEY.ageDays;
  return isYoung ? stretches[0] : undefined;
}

/** All money since a change of representative within a year. */
export function moneyUnderTheNew({ stretches, representativeChange }: CompanyProfile): PassThrough | undefined {
  if (!representativeChange) return undefined;
  const since = firstMonthUnder(representativeChange);
  return stretches.find(({ accountRef, from }) => accountRef === undefined && from >= since);
}

/**
 * The first money of a young company, or since a change of representative, where no trade is known that could explain it:
 * much money of dozens of payments, nearly all of which leaves within the hour. A trade begins with less, and what its first
 * customers pay stays for longer.
 */
export function firstMoneyPassedOn(reading: CompanyProfile): FirstMoney | undefined {
  const ofTheYoung = moneyOfTheYoung(reading);
  if (ofTheYoung && isPassedOn(ofTheYoung) && !isKnownToTrade(reading)) return ofTheYoung;
  const { representativeChange: change } = reading;
  const money = change && moneyUnderTheNew(reading);
  if (!money || !isPassedOn(money)) return undefined;
  const monthlyBefore = monthlyMoneyBefore(money, reading);
  if (isKnownToTrade(reading) && !isTradeOfTheFormer(reading, money, monthlyBefore)) return undefined;
  return { ...money, representativeOn: change.on, monthlyBefore };
}

function monthlyMoneyBefore({ from }: PassThrough, { months }: CompanyProfile): number | undefined {
  const before = flowTotalsOf(months.filter(({ period }) => period < from));
  return before.months === 0 ? undefined : Math.round(before.credit / before.months);
}

/**
 * Whether only a former representative is known to have traded, and money at least doubled since. Where no earlier money is
 * known, the trade is taken to go on.
 */
function isTradeOfTheFormer(reading: CompanyProfile, money: PassThrough, monthlyBefore: number | undefined): boolean {
  if (!filesReturns(reading.facts) || sellsUnderPresent(reading)) return false;
  if (isStaffOfPresent(reading) && (reading.staff.insured ?? 0) > MANY_PAYMENTS.staff) return false;
  return monthlyBefore !== undefined && monthlyBefore <= (money.credit / money.months) * FIRST_MONEY.earlierShare;
}

function isPassedOn(money: PassThrough): money is OfManyPayments {
  if (money.credit < FIRST_MONEY.credit || (money.pace !== 'minutes' && money.pace !== 'hour')) return false;
  if (money.evenness !== 'short' || money.remainder === 'kept' || money.remainder === 'margin') return false;
  if (!hasPayments(money, FIRST_MONEY.payments)) return false;
  return money.credit <= money.payments * money.months * FIRST_MONEY.each;
}
