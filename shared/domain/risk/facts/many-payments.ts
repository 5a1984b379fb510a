import type { CompanyProfile } from './company-profile.ts';
import { mostMonthsAgree, PASS_THROUGH, type PassThrough } from './pass-through.ts';
import { declaresSales, filesReturns, isDependentUnit } from './returns.ts';

/** All thresholds of many payments: time in minutes, shares 0…1. */
export const MANY_PAYMENTS = {
  /** Two people serve hardly more customers and suppliers in a month. */
  payments: 200,
  /** Money that leaves sooner is compared by the rules about pass-through, because shops and brokers are as quick. */
  longerThan: PASS_THROUGH.hours,
  /** Five days; money that stays longer rests. */
  within: 7200,
  /** A month agrees with the whole period where their shares differ by no more than this. */
  spread: 0.05,
  /** More insured people than this may serve that many customers. */
  staff: 2,
} as const;

/** A period with hundreds of payments a month. */
export type OfManyPayments = PassThrough & { readonly payments: number };

const hasManyPayments = (period: PassThrough): period is OfManyPayments =>
  period.payments !== undefined && period.payments >= MANY_PAYMENTS.payments;

/**
 * Money of hundreds of payments a month, nearly all of which leaves within days, in most months nearly the same share,
 * while hardly any sale is known to be declared, now or before, and hardly anybody works there. A trade with that many customers has
 * staff, and what it buys and pays differs from month to month.
 */
export function manyPaymentsPassedOn(reading: CompanyProfile): OfManyPayments | undefined {
  const [money] = reading.stretches;
  if (money?.holdMinutes === undefined || money.volume === 'little' || money.remainder === 'kept') return undefined;
  if (money.holdMinutes <= MANY_PAYMENTS.longerThan || money.holdMinutes > MANY_PAYMENTS.within) return undefined;
  const { facts, months, staff, declared, returns } = reading;
  if (declared.explained === 'fully' || declared.explained === 'partly' || !filesReturns(facts)) return undefined;
  if (declared.explained === 'unknown' && declaresSales(returns)) return undefined;
  if ((staff.insured ?? 0) > MANY_PAYMENTS.staff) return undefined;
  if (!hasManyPayments(money)) return undefined;
  return mostMonthsAgree(months, money.outShare, MANY_PAYMENTS.spread) ? money : undefined;
}

/**
 * Money of hundreds of payments a month of which a small share stays, in one to three months that kept the same share. In
 * the first months of a business nobody else passes on so many payments within the hour.
 */
export function firstPaymentsPassedOn(
  { stretches, facts }: CompanyProfile,
  isPace: (period: PassThrough) => boolean,
): OfManyPayments | undefined {
  if (isDependentUnit(facts)) return undefined;
  for (const period of stretches) {
    if (period.volume === 'little' || period.remainder !== 'slice' || period.evenness !== 'short') continue;
    if (isPace(period) && hasManyPayments(period)) return period;
  }
  return undefined;
}
