import type { CompanyFacts } from './company-facts.ts';
import { isReturnFiledOrDue, type Returns } from './returns.ts';
import { quarterOfMonth } from './tax-calendar.ts';

/** Whom the company's accounts paid, as far as their banks tell (counterparties). Money in đồng. */
export interface PaidPartners {
  /** BIN of those that tell, in order. */
  readonly banks: string;
  readonly debit: number;
  /** Receivers whom a few other companies of the province pay too, and what went to them. */
  readonly fewReceivers: number;
  readonly toFew: number;
  /** Declared for the same time; undefined where no return answers for it. */
  readonly revenue: number | undefined;
}

/** So many companies paying one receiver are a few: more pay a supplier, a public service, a marketplace. */
const FEW = { from: 2, below: 20 } as const;

/** Adds up the receivers of all accounts; undefined where no bank reported any. */
export function partnersOf({ accounts, bands }: CompanyFacts, returns: Returns): PaidPartners | undefined {
  const banks = new Set<string>();
  const few = new Set<string>();
  let [debit, toFew] = [0, 0];
  let [from, to] = ['~', ''];
  for (const { bank, counterparties } of accounts) {
    if (counterparties === undefined) continue;
    banks.add(bank);
    for (const one of counterparties) {
      debit += one.debit;
      if (one.from < from) from = one.from;
      if (one.to > to) to = one.to;
      if (!isOfFew(one.ref, bands)) continue;
      few.add(one.ref);
      toFew += one.debit;
    }
  }
  if (banks.size === 0) return undefined;
  const revenue = debit > 0 ? revenueWithin(from, to, returns) : undefined;
  return { banks: [...banks].sort().join(', '), debit, fewReceivers: few.size, toFew, revenue };
}

const isOfFew = (ref: string, bands: CompanyFacts['bands']): boolean =>
  bands.some(
    (band) => band.kind === 'counterparty' && band.ref === ref && band.size >= FEW.from && band.size < FEW.below,
  );

function revenueWithin(from: string, to: string, returns: Returns): number | undefined {
  const [first, last] = [quarterOfMonth(from), quarterOfMonth(to)];
  let [revenue, answered] = [0, 0];
  for (let quarter = first; quarter <= last; quarter += 1) if (isReturnFiledOrDue(returns, quarter)) answered += 1;
  if (answered === 0 || !returns.known) return undefined;
  for (const one of returns.declared) if (one.quarter >= first && one.quarter <= last) revenue += one.revenue;
  return revenue;
}
