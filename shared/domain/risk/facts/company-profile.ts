import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { type AccountSurge, accountSurgeOf } from './account-surge.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type DeclaredRevenue, declaredRevenueOf } from './declared-revenue.ts';
import { banksOf, type Month, monthsOf } from './flows.ts';
import { firstMonthUnder, type RepresentativeChange, representativeChangeOf } from './representative-change.ts';
import { type MoneyHistory, moneyHistoryOf } from './money-history.ts';
import { type PaidPartners, partnersOf } from './partners.ts';
import { classifiedStretches, mostMonthsAgree, PASS_THROUGH, type PassThrough } from './pass-through.ts';
import { declaredIn, declaresSales, filesReturns, isReturnFiledOrDue, type Returns, returnsOf } from './returns.ts';
import { type Staff, staffOf } from './staff.ts';
import { type OfficialStatus, officialStatusOf } from './official-status.ts';
import { type QuarterNumber, quarterNumber } from './tax-calendar.ts';

/** Values that are derived from a company's facts once for all rules, with "unknown" distinct from "no". */
export interface CompanyProfile {
  readonly facts: CompanyFacts;
  /** The measures that are on (khi có chỉ đạo). */
  readonly measures: readonly Measure[];
  readonly ageDays: number;
  readonly officialStatus: OfficialStatus;
  /** The capital paid in by the covered rows, in đồng. */
  readonly contributed: number;
  readonly returns: Returns;
  /**
   * The sums of all reported invoices, of those in quarters whose return is owed or filed with its revenue, and of those
   * in quarters with a filed return, but for a single quarter without revenue: its return is mostly filed again.
   */
  readonly invoiced: number;
  readonly invoicedAnswered: number;
  readonly invoicedDeclared: number;
  /** Whether every return has its revenue and every invoice its total; only then can low sales count against a company. */
  readonly salesKnown: boolean;
  readonly staff: Staff;
  readonly months: readonly Month[];
  /** The banks that reported flows, sorted by BIN. */
  readonly banks: string;
  /** The classified flow of money in each examined period; the first covers all accounts and months. */
  readonly stretches: readonly PassThrough[];
  /** The months in which an account is unlike itself; undefined where there are none. */
  readonly surge: AccountSurge | undefined;
  readonly declared: DeclaredRevenue;
  /** The months of considerable money; undefined where there are none. */
  readonly moneyLife: MoneyHistory | undefined;
  /** The accounts that the company pays; undefined where no bank reports them. */
  readonly partners: PaidPartners | undefined;
  readonly representativeChange: RepresentativeChange | undefined;
}

/** What is derived from a company's papers, whatever its accounts tell. */
type Papers = Omit<
  CompanyProfile,
  'facts' | 'months' | 'banks' | 'stretches' | 'surge' | 'declared' | 'moneyLife' | 'partners'
>;

/** Derives the profile of one company. */
export function profileOf(facts: CompanyFacts, measures: readonly Measure[] = MEASURES): CompanyProfile {
  const ageDays = daysBetween(facts.registeredOn, facts.asOf);
  const officialStatus = officialStatusOf(facts);
  const returns = returnsOf(facts, officialStatus.suspendedFrom);
  let contributed = 0;
  for (const { amount } of facts.contributions) contributed += amount;
  return profileWith(facts, {
    ...invoicesOf(facts, returns),
    measures,
    ageDays,
    officialStatus,
    contributed,
    returns,
    staff: staffOf(facts, ageDays),
    representativeChange: representativeChangeOf(facts, returns),
  });
}

/** The profile of the same company with other accounts and bands, whose papers stay. */
export function profileWith(facts: CompanyFacts, papers: Papers): CompanyProfile {
  const { returns, contributed, representativeChange: change } = papers;
  const months = monthsOf(facts.accounts);
  const surge = accountSurgeOf(facts.accounts);
  const stretches = classifiedStretches(facts.accounts, months, change && firstMonthUnder(change));
  return {
    ...papers,
    facts,
    months,
    banks: banksOf(facts.accounts),
    stretches: surge ? [...stretches, surge.money] : stretches,
    surge,
    declared: declaredRevenueOf(months, returns, contributed),
    moneyLife: moneyHistoryOf(months),
    partners: partnersOf(facts, returns),
  };
}

function invoicesOf(facts: CompanyFacts, returns: Returns) {
  let invoiced = 0;
  let invoicedAnswered = 0;
  let invoicedDeclared = 0;
  let salesKnown = returns.known;
  let nought: QuarterNumber | 'none' | 'several' = 'none';
  let ofNought = 0;
  for (const { period, total } of facts.invoices) {
    if (total === undefined) {
      salesKnown = false;
      continue;
    }
    invoiced += total;
    const quarter = quarterNumber(period);
    const declared = quarter === undefined ? undefined : declaredIn(returns.declared, quarter);
    const isRevenueUnknown = declared !== undefined && declared.revenue === undefined;
    if (!isRevenueUnknown && (quarter === undefined || isReturnFiledOrDue(returns, quarter))) invoicedAnswered += total;
    if (quarter === undefined || declared === undefined) continue;
    invoicedDeclared += total;
    if (declared.revenue !== 0) continue;
    ofNought += total;
    nought = nought === 'none' || nought === quarter ? quarter : 'several';
  }
  if (nought !== 'several') invoicedDeclared -= ofNought;
  return { invoiced, invoicedAnswered, invoicedDeclared, salesKnown };
}

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
