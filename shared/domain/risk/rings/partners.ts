import type { AccountFacts, CompanyFacts, InvoicePair } from '../facts/company-facts.ts';

/** Main partners are few: a hub such as a power company is nobody's alone, and a shop's thousand buyers are no ring. */
const MOST_PARTNERS = 6;
/** Less than this share of what an account paid, or less than this sum, is a purchase like any other. */
const MAIN_SHARE_PAID = 0.05;
const MAIN_SUM_PAID = 50_000_000;
/** Of sales or purchases. */
const MAIN_SHARE_INVOICED = 0.3;

/** The other accounts that most of a company's money went to, largest first. */
export function mainCounterparties(accounts: readonly AccountFacts[]): string[] {
  const paid = new Map<string, number>();
  let all = 0;
  for (const { counterparties = [] } of accounts) {
    for (const { ref, debit } of counterparties) {
      paid.set(ref, (paid.get(ref) ?? 0) + debit);
      all += debit;
    }
  }
  return largest(paid).flatMap(([ref, debit]) =>
    debit >= MAIN_SUM_PAID && debit >= all * MAIN_SHARE_PAID ? [ref] : [],
  );
}

/** The sellers that an invoice circle may turn around: the company itself where it sells, and its main partners on either side. */
export function invoicePartners(enterpriseCode: string, pairs: CompanyFacts['invoicePairs']): string[] {
  if (pairs === undefined) return [];
  const partners = [...mainOf(pairs.sold), ...mainOf(pairs.bought)];
  return [...new Set([...(pairs.sold.length > 0 ? [enterpriseCode] : []), ...partners])];
}

function mainOf(pairs: readonly InvoicePair[]): string[] {
  const totals = new Map<string, number>();
  let all = 0;
  for (const { party, total } of pairs) {
    totals.set(party, (totals.get(party) ?? 0) + total);
    all += total;
  }
  return largest(totals).flatMap(([party, total]) => (total > 0 && total >= all * MAIN_SHARE_INVOICED ? [party] : []));
}

const largest = (sums: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...sums].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).slice(0, MOST_PARTNERS);
