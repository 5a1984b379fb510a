import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type DeclaredRevenue, declaredRevenueOf } from './declared-revenue.ts';
import { banksOf, type Month, monthsOf } from './flows.ts';
import { firstMonthUnder, type RepresentativeChange, representativeChangeOf } from './representative-change.ts';
import { type MoneyHistory, moneyHistoryOf } from './money-history.ts';
import { type PaidPartners, partnersOf } from './partners.ts';
import { type PassThrough, flowTotalsToClassify } from './pass-through.ts';
import { isReturnFiledOrDue, isDeclared, type Returns, returnsOf } from './returns.ts';
import { type Staff, staffOf } from './staff.ts';
import { type OfficialStatus, officialStatusOf } from './official-status.ts';
import { quarterNumber } from './tax-calendar.ts';

/** What follows from a company's facts, derived once for all rules, with "unknown" kept apart from "no". */
export interface CompanyProfile {
  readonly facts: CompanyFacts;
  /** Measures switched on (khi có chỉ đạo). */
  readonly measures: readonly Measure[];
  readonly ageDays: number;
  readonly officialStatus: OfficialStatus;
  /** Capital paid in by the covered rows, đồng. */
  readonly contributed: number;
  readonly returns: Returns;
  /** All invoices reported; those of quarters for which a return was filed or is owed; and those of quarters for which one was filed. */
  readonly invoiced: number;
  readonly invoicedAnswered: number;
  readonly invoicedDeclared: number;
  /** Every return gave its revenue, every invoice its total: only then may little be held against a company. */
  readonly salesKnown: boolean;
  readonly staff: Staff;
  readonly months: readonly Month[];
  /** The banks that reported flows, BIN in order. */
  readonly banks: string;
  /** How money went, in each stretch that is asked about; the first is of all accounts and months. */
  readonly stretches: readonly PassThrough[];
  readonly declared: DeclaredRevenue;
  /** From when to when money worth asking about came; undefined where none did. */
  readonly moneyLife: MoneyHistory | undefined;
  /** Whom it pays; undefined where no bank tells. */
  readonly partners: PaidPartners | undefined;
  readonly representativeChange: RepresentativeChange | undefined;
}

/** Reads the facts of one company. */
export function profileOf(facts: CompanyFacts, measures: readonly Measure[] = MEASURES): CompanyProfile {
  const ageDays = daysBetween(facts.registeredOn, facts.asOf);
  const officialStatus = officialStatusOf(facts);
  const returns = returnsOf(facts, officialStatus.suspendedFrom);
  let contributed = 0;
  for (const { amount } of facts.contributions) contributed += amount;
  const representativeChange = representativeChangeOf(facts, returns);
  const months = monthsOf(facts.accounts);
  const invoices = invoicesOf(facts, returns);
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
    months,
    banks: banksOf(facts.accounts),
    stretches: flowTotalsToClassify(
      facts.accounts,
      months,
      representativeChange && firstMonthUnder(representativeChange),
    ),
    declared: declaredRevenueOf(months, returns, contributed),
    moneyLife: moneyHistoryOf(months, returns),
    partners: partnersOf(facts, returns),
    representativeChange,
  };
}

function invoicesOf(facts: CompanyFacts, returns: Returns) {
  let invoiced = 0;
  let invoicedAnswered = 0;
  let invoicedDeclared = 0;
  let salesKnown = returns.known;
  for (const { period, total } of facts.invoices) {
    if (total === undefined) {
      salesKnown = false;
      continue;
    }
    invoiced += total;
    const quarter = quarterNumber(period);
    if (quarter === undefined || isReturnFiledOrDue(returns, quarter)) invoicedAnswered += total;
    if (quarter !== undefined && isDeclared(returns.declared, quarter)) invoicedDeclared += total;
  }
  return { invoiced, invoicedAnswered, invoicedDeclared, salesKnown };
}
