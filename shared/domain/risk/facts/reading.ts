import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type Hands, handsOf } from './hands.ts';
import { type MoneyThrough, moneyThrough } from './flows.ts';
import { filesReturns, isAnswered, isDeclared, type Returns, returnsOf } from './returns.ts';
import { type Staff, staffOf } from './staff.ts';
import { type Standing, standingOf } from './standing.ts';
import { quarterNumber } from './tax-calendar.ts';

/** A company's facts read once for all rules: what follows from them, with "unknown" apart from "no". */
export interface Reading {
  readonly facts: CompanyFacts;
  /** Measures switched on (khi có chỉ đạo). */
  readonly measures: readonly Measure[];
  readonly ageDays: number;
  readonly standing: Standing;
  /** Old enough and not suspended: only then may inactivity be asked about (domain rule of 90 days). */
  readonly answersForActivity: boolean;
  /** Paid in as far as heard, đồng. */
  readonly contributed: number;
  readonly returns: Returns;
  /** All invoices heard; those of quarters that a return answers for, or should; and those of quarters for which one was filed. */
  readonly invoiced: number;
  readonly invoicedAnswered: number;
  readonly invoicedDeclared: number;
  /** Every return gave its revenue, every invoice its total: only then may little be held against a company. */
  readonly salesKnown: boolean;
  readonly staff: Staff;
  readonly money: MoneyThrough;
  readonly hands: Hands | undefined;
}

/** Under this age a company is never held for inactivity. */
const YOUNG_DAYS = 90;

/** Reads the facts of one company. */
export function readFacts(facts: CompanyFacts, measures: readonly Measure[] = MEASURES): Reading {
  const ageDays = daysBetween(facts.registeredOn, facts.asOf);
  const standing = standingOf(facts);
  const returns = returnsOf(facts, standing.suspendedFrom);
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
    standing,
    answersForActivity: ageDays >= YOUNG_DAYS && standing.suspendedFrom === undefined && filesReturns(facts),
    contributed,
    returns,
    invoiced,
    invoicedAnswered,
    invoicedDeclared,
    salesKnown,
    staff: staffOf(facts, ageDays),
    money: moneyThrough(facts.accounts, returns),
    hands: handsOf(facts, returns),
  };
}
