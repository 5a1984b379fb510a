import type { AccountFacts, CompanyFacts } from './company-facts.ts';
import { isDeclared, isReturnFiledOrDue, revenueOf, type Returns } from './returns.ts';
import { type QuarterNumber, quarterOfMonth } from './tax-calendar.ts';

/** The receivers of a company's payments, as far as its banks report counterparties; money in đồng. */
export interface PaidPartners {
  /** The sorted BINs of the banks that report counterparties. */
  readonly banks: string;
  readonly debit: number;
  /** The numbers of receivers that two to nine companies of the province pay, and that two or three pay. */
  readonly ofNine: number;
  readonly ofThree: number;
  /** The quarters of these payments: the first, the last, and how many of them have a filed return. */
  readonly fromQuarter: QuarterNumber;
  readonly toQuarter: QuarterNumber;
  readonly filed: number;
  /** The revenue declared for the same time; undefined where no return covers it. */
  readonly revenue: number | undefined;
}

/**
 * From this number of companies on, a shared receiver may be a local supplier; two or three companies that share two
 * such receivers are seldom unrelated.
 */
const FEW = { from: 2, below: 10 } as const;
const THREE = 4;

/** Adds up the receivers of all accounts; undefined where no bank reported any. */
export function partnersOf(
  { accounts, bands, registeredOn, asOf }: CompanyFacts,
  returns: Returns,
): PaidPartners | undefined {
  if (!accounts.some(tellsPartners)) return undefined;
  const banks = new Set<string>();
  const few = new Map<string, number>();
  let debit = 0;
  let [from, to] = ['~', ''];
  for (const { bank, counterparties } of accounts) {
    if (counterparties === undefined) continue;
    banks.add(bank);
    for (const one of counterparties) {
      debit += one.debit;
      if (one.from < from) from = one.from;
      if (one.to > to) to = one.to;
      const payers = payersOf(one.ref, bands);
      if (payers >= FEW.from && payers < FEW.below) few.set(one.ref, payers);
    }
  }
  // A bank may report a whole year, of which the company has lived only a part
  const fromQuarter = quarterOfMonth(registeredOn > from && registeredOn <= to ? registeredOn : from);
  const toQuarter = quarterOfMonth(asOf < to ? asOf : to);
  const { filed, revenue } = debit > 0 ? declaredWithin(fromQuarter, toQuarter, returns) : NOTHING_DECLARED;
  const payers = [...few.values()];
  return {
    banks: [...banks].sort().join(', '),
    debit,
    ofNine: payers.length,
    ofThree: payers.filter((count) => count < THREE).length,
    fromQuarter,
    toQuarter,
    filed,
    revenue,
  };
}

const NOTHING_DECLARED = { filed: 0, revenue: undefined } as const;

const tellsPartners = ({ counterparties }: AccountFacts): boolean => counterparties !== undefined;

/**
 * The least number of the province's companies that have the receiver `ref` among their main receivers; 0 where this
 * company has not.
 */
const payersOf = (ref: string, bands: CompanyFacts['bands']): number =>
  bands.find((band) => band.kind === 'counterparty' && band.ref === ref)?.size ?? 0;

function declaredWithin(first: QuarterNumber, last: QuarterNumber, returns: Returns) {
  let [answered, filed] = [0, 0];
  for (let quarter = first; quarter <= last; quarter += 1) {
    if (isReturnFiledOrDue(returns, quarter)) answered += 1;
    if (isDeclared(returns.declared, quarter)) filed += 1;
  }
  if (answered === 0 || !returns.known) return NOTHING_DECLARED;
  return { filed, revenue: revenueOf(returns.declared, first, last) };
}
