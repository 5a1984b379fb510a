import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type RepresentativeChange, representativeChangeOf } from './representative-change.ts';
import { type MoneyThrough, moneyThrough } from './flows.ts';
import { filesReturns, isAnswered, isDeclared, type Returns, returnsOf } from './returns.ts';
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
  /** Old enough and not suspended: only then may inactivity be asked about (domain rule of 90 days). */
  readonly answersForActivity: boolean;
  /** Paid in as far as reported, đồng. */
  readonly contributed: number;
  readonly returns: Returns;
  /** All invoices reported; those of quarters that a return answers for, or should; and those of quarters for which one was filed. */
  readonly invoiced: number;
  readonly invoicedAnswered: number;
  readonly invoicedDeclared: number;
  /** Every return gave its revenue, every invoice its total: only then may little be held against a company. */
  readonly salesKnown: boolean;
  readonly staff: Staff;
  readonly money: MoneyThrough;
  readonly representativeChange: RepresentativeChange | undefined;
}

/** Under this age a company is never held for inactivity. */
const YOUNG_DAYS = 90;

/** Reads the facts of one company. */
export function profileOf(facts: CompanyFacts, measures: readonly Measure[] = MEASURES): CompanyProfile {
  const ageDays = daysBetween(facts.registeredOn, facts.asOf);
  const officialStatus = officialStatusOf(facts);
  const returns = returnsOf(facts, officialStatus.suspendedFrom);
  let contributed = 0;
  let invoiced = 0;
  let invoicedAnswered = 0;
  let invoicedDeclared = 0;
  for (const { amount } of facts.contributions) contributed += amount;
  let salesKnown = returns.known;
  for (const { period, total } of facts.invoices) {
    if (total === undefined) {
      salesKnown = false;
      continue;
    }
    invoiced += total;
    const quarter = quarterNumber(period);
    if (quarter === undefined || isAnswered(returns, quarter)) invoicedAnswered += total;
    if (quarter !== undefined && isDeclared(returns.declared, quarter)) invoicedDeclared += total;
  }
  return {
    facts,
    measures,
    ageDays,
    officialStatus,
    answersForActivity: ageDays >= YOUNG_DAYS && officialStatus.suspendedFrom === undefined && filesReturns(facts),
    contributed,
    returns,
    invoiced,
    invoicedAnswered,
    invoicedDeclared,
    salesKnown,
    staff: staffOf(facts, ageDays),
    money: moneyThrough(facts.accounts, returns),
    representativeChange: representativeChangeOf(facts, returns),
  };
}
