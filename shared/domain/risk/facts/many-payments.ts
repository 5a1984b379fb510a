import type { CompanyProfile } from './company-profile.ts';
import { mostMonthsAgree, PASS_THROUGH, type PassThrough } from './pass-through.ts';
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
  /** A smaller mean payment is that of a shop's customers. */
  each: 500_000,
  /** More insured people than this may serve that many customers. */
  staff: 2,
} as const;

/** A period whose payments every bank counted. */
export type OfManyPayments = PassThrough & { readonly payments: number };

/** Whether every bank counted the payments of a period, and there are so many a month. */
export const hasPayments = (period: PassThrough, atLeast: number): period is OfManyPayments =>
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
  if (money.credit < money.payments * money.months * MANY_PAYMENTS.each) return undefined;
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
