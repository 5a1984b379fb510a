import type { CompanyProfile } from './company-profile.ts';
import { paymentsAMonth } from './flows.ts';
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
  spread: 0.05,
  /** More insured people than this may serve that many customers. */
  staff: 2,
} as const;

/** Money of many payments that was passed on. */
export interface PaymentsPassedOn {
  readonly money: PassThrough;
  /** The mean number of payments in a month. */
  readonly payments: number;
}

/**
 * Money of hundreds of payments a month, nearly all of which leaves within days, in most months nearly the same share,
 * while hardly any sale is known to be declared, now or before, and hardly anybody works there. A trade with that many customers has
 * staff, and what it buys and pays differs from month to month.
 */
export function manyPaymentsPassedOn(reading: CompanyProfile): PaymentsPassedOn | undefined {
  const [money] = reading.stretches;
  if (money?.holdMinutes === undefined || money.volume === 'little' || money.remainder === 'kept') return undefined;
  if (money.holdMinutes <= MANY_PAYMENTS.longerThan || money.holdMinutes > MANY_PAYMENTS.within) return undefined;
  const { facts, months, staff, declared, returns } = reading;
  if (declared.explained === 'fully' || declared.explained === 'partly' || !filesReturns(facts)) return undefined;
  if (declared.explained === 'unknown' && declaresSales(returns)) return undefined;
  if ((staff.insured ?? 0) > MANY_PAYMENTS.staff) return undefined;
  const payments = paymentsAMonth(facts.accounts);
  if (payments === undefined || payments < MANY_PAYMENTS.payments) return undefined;
  return mostMonthsAgree(months, money.outShare, MANY_PAYMENTS.spread) ? { money, payments } : undefined;
}
