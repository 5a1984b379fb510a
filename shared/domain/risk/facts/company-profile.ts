import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { type AccountSurge, accountSurgeOf } from './account-surge.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type DeclaredRevenue, declaredRevenueOf } from './declared-revenue.ts';
import { banksOf, type Month, monthsOf } from './flows.ts';
import { firstMonthUnder, type RepresentativeChange, representativeChangeOf } from './representative-change.ts';
import { type MoneyHistory, moneyHistoryOf } from './money-history.ts';
import { type PaidPartners, partnersOf } from './partners.ts';
import { type PassThrough, classifiedStretches } from './pass-through.ts';
import { declaredIn, isReturnFiledOrDue, type Returns, returnsOf } from './returns.ts';
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
   * The sums of all reported invoices, of those in quarters with a filed or owed return, and of those in quarters with
   * a filed return, but for a single quarter without revenue: its return is mostly filed again.
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

/** Derives the profile of one company. */
export function profileOf(facts: CompanyFacts, measures: readonly Measure[] = MEASURES): CompanyProfile {
  const ageDays = daysBetween(facts.registeredOn, facts.asOf);
  const officialStatus = officialStatusOf(facts);
  const returns = returnsOf(facts, officialStatus.suspendedFrom);
  let contributed = 0;
  for (const { amount } of facts.contributions) contributed += amount;
  const representativeChange = representativeChangeOf(facts, returns);
  const invoices = invoicesOf(facts, returns);
  const money = moneyOf(facts, { returns, contributed, representativeChange });
  return {
    facts,
    measures,
    ageDays,
    officialStatus,
    contributed,
    returns,
    // Named one by one: an object spread among others is copied slowly, and every company is read
    invoiced: invoices.invoiced,
    invoicedAnswered: invoices.invoicedAnswered,
    invoicedDeclared: invoices.invoicedDeclared,
    salesKnown: invoices.salesKnown,
    staff: staffOf(facts, ageDays),
    months: money.months,
    banks: money.banks,
    stretches: money.stretches,
    surge: money.surge,
    declared: money.declared,
    moneyLife: money.moneyLife,
    partners: money.partners,
    representativeChange,
  };
}

/** What follows from the accounts. */
function moneyOf(
  facts: CompanyFacts,
  {
    returns,
    contributed,
    representativeChange: change,
  }: Pick<CompanyProfile, 'returns' | 'contributed' | 'representativeChange'>,
) {
  const months = monthsOf(facts.accounts);
  const surge = accountSurgeOf(facts.accounts);
  const stretches = classifiedStretches(facts.accounts, months, change && firstMonthUnder(change));
  return {
    months,
    banks: banksOf(facts.accounts),
    stretches: surge ? [...stretches, surge.money] : stretches,
    surge,
    declared: declaredRevenueOf(months, returns, contributed),
    moneyLife: moneyHistoryOf(months, returns),
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
    if (quarter === undefined || isReturnFiledOrDue(returns, quarter)) invoicedAnswered += total;
    if (quarter === undefined) continue;
    const revenue = declaredIn(returns.declared, quarter);
    if (revenue === undefined) continue;
    invoicedDeclared += total;
    if (revenue > 0) continue;
    ofNought += total;
    nought = nought === 'none' || nought === quarter ? quarter : 'several';
  }
  if (nought !== 'several') invoicedDeclared -= ofNought;
  return { invoiced, invoicedAnswered, invoicedDeclared, salesKnown };
}
