import type { CompanyProfile } from './company-profile.ts';
import { mostMonthsAgree, PASS_THROUGH, type PassThrough } from './pass-through.ts';
import { ageInMonth } from './money-history.ts';
import { declaresSales, filesReturns } from './returns.ts';

/** All thresholds of many payments: time in minutes, shares 0…1. */
export const MANY_PAYMENTS = {
  /** Two people serve hardly more customers and suppliers in a month. */
  payments: 200,
  /** Money that leaves sooner is compared by the rules about pass-through, because shops and brokers are as quick. */
  longerThan: PASS_THROUGH.hours,
  /** Five days; money that stays longer rests. */
  within: 7200,
  /** A month agrees with the whole period where their shares differ by no more than this. */
  spread: 0.08,
  /** More insured people than this may serve that many customers. */
  staff: 2,
} as const;

/** The thresholds of a young company's first money. */
export const FIRST_MONEY = {
  /** Fewer payments of so much money are those of a group, an owner or a single customer. */
  payments: 50,
  /** The largest mean of a payment; larger ones are those of a few customers. */
  each: 200_000_000,
  credit: 1_000_000_000,
  /** The age in the first month of money; a company that was founded for it needs no longer to open its accounts. */
  ageDays: 270,
} as const;

/** A period whose payments every bank counted. */
export type OfManyPayments = PassThrough & { readonly payments: number };

const hasPayments = (period: PassThrough, atLeast: number): period is OfManyPayments =>
  period.payments !== undefined && period.payments >= atLeast;

/**
 * Money of hundreds of payments a month, nearly all of which leaves within days, in most months nearly the same share,
 * while hardly any sale is known to be declared, now or before, and hardly anybody works there. A trade with that many customers has
 * staff, and what it buys and pays differs from month to month.
 */
export function manyPaymentsPassedOn(reading: CompanyProfile): OfManyPayments | undefined {
  const [money] = reading.stretches;
  if (money?.holdMinutes === undefined || money.volume === 'little' || money.remainder === 'kept') return undefined;
  if (money.holdMinutes <= MANY_PAYMENTS.longerThan || money.holdMinutes > MANY_PAYMENTS.within) return undefined;
  if (!hasPayments(money, MANY_PAYMENTS.payments) || isKnownToTrade(reading)) return undefined;
  return mostMonthsAgree(reading.months, money.outShare, MANY_PAYMENTS.spread) ? money : undefined;
}

/** Whether returns declare the money or an earlier trade, or people work there; or whether no returns of its own can be expected. */
export function isKnownToTrade({ facts, staff, declared, returns }: CompanyProfile): boolean {
  if (declared.explained === 'fully' || declared.explained === 'partly' || !filesReturns(facts)) return true;
  if (declared.explained === 'unknown' && declaresSales(returns)) return true;
  return (staff.insured ?? 0) > MANY_PAYMENTS.staff;
}

/**
 * Money of hundreds of payments a month of which a small share stays, in one to three months that kept the same share,
 * where no trade is known. In the first months of a business nobody else passes on so many payments within the hour.
 */
export function firstPaymentsPassedOn(
  reading: CompanyProfile,
  isPace: (period: PassThrough) => boolean,
): OfManyPayments | undefined {
  for (const period of reading.stretches) {
    if (period.volume === 'little' || period.remainder !== 'slice' || period.evenness !== 'short') continue;
    if (isPace(period) && hasPayments(period, MANY_PAYMENTS.payments))
      return isKnownToTrade(reading) ? undefined : period;
  }
  return undefined;
}

/**
 * The first money of a young company that is not known to sell anything: much money of dozens of payments, nearly all of which leaves
 * within the hour. A trade begins with less, and what its first customers pay stays for longer.
 */
export function firstMoneyPassedOn(reading: CompanyProfile): OfManyPayments | undefined {
  const { stretches, moneyLife, facts } = reading;
  const [money] = stretches;
  if (money === undefined || moneyLife === undefined || money.credit < FIRST_MONEY.credit) return undefined;
  if (money.pace !== 'minutes' && money.pace !== 'hour') return undefined;
  if (money.evenness !== 'short' || money.remainder === 'kept' || money.remainder === 'margin') return undefined;
  if (ageInMonth(moneyLife.firstMonth, facts) > FIRST_MONEY.ageDays) return undefined;
  if (!hasPayments(money, FIRST_MONEY.payments) || isKnownToTrade(reading)) return undefined;
  return money.credit <= money.payments * money.months * FIRST_MONEY.each ? money : undefined;
}
