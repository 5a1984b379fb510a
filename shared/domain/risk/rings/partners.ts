import { fairShare } from '../fair-share.ts';
import type { AccountFacts, CompanyFacts, InvoicePair } from '../facts/company-facts.ts';
import type { Sender } from '../senders/sender.ts';

/**
 * The most main partners of a company. A hub such as a power company has many payers, and a shop's thousand buyers are
 * no ring.
 */
const MOST_PARTNERS = 6;
/** The most devices of a company at one bank. Real companies have a few. */
export const MOST_DEVICES = 200;
/** The most devices of a company at all banks together. */
const MOST_DEVICES_IN_ALL = 500;
/** Below this share of an account's payments, or below this sum, a receiver is no main partner. */
const MAIN_SHARE_PAID = 0.05;
const MAIN_SUM_PAID = 50_000_000;
/** The least share of sales or purchases of a main partner. */
const MAIN_SHARE_INVOICED = 0.3;

/** Values that banks report of a company, each with the banks that do, sorted. */
export type BanksByValue = ReadonlyMap<string, readonly Sender[]>;

/** The other accounts that received most of a company's money, the largest first. */
export function mainCounterparties(accounts: readonly AccountFacts[]): BanksByValue {
  const paid = new Map<string, { readonly debit: number; readonly banks: ReadonlySet<Sender> }>();
  let all = 0;
  for (const { bank, counterparties = [] } of accounts) {
    for (const { ref, debit } of counterparties) {
      const known = paid.get(ref);
      paid.set(ref, { debit: (known?.debit ?? 0) + debit, banks: new Set([...(known?.banks ?? []), bank]) });
      all += debit;
    }
  }
  const sums = new Map([...paid].map(([ref, { debit }]) => [ref, debit]));
  return new Map(
    largest(sums).flatMap(([ref, debit]) =>
      debit >= MAIN_SUM_PAID && debit >= all * MAIN_SHARE_PAID ? [[ref, [...(paid.get(ref)?.banks ?? [])].sort()]] : [],
    ),
  );
}

/**
 * The devices of a company that count, of each bank the first ones in the order of their hashes, and as many of each
 * where several banks have very many. Without a limit a bank could keep a company from being assessed at all, because
 * its item has no room for thousands of values.
 */
export function countedDevices(accounts: readonly AccountFacts[]): BanksByValue {
  const ofBank = new Map<string, Set<string>>();
  for (const { bank, devices = [] } of accounts) {
    const known = ofBank.get(bank) ?? new Set();
    for (const device of devices) known.add(device);
    ofBank.set(bank, known);
  }
  const counts = [...ofBank.values()].map(({ size }) => Math.min(size, MOST_DEVICES));
  const most = Math.min(MOST_DEVICES, fairShare(counts, MOST_DEVICES_IN_ALL));
  const told = new Map<string, Sender[]>();
  for (const [bank, devices] of [...ofBank].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const device of [...devices].sort().slice(0, most)) told.set(device, [...(told.get(device) ?? []), bank]);
  return told;
}

/** The possible sellers of an invoice circle: the company itself where it sells, and its main partners on both sides. */
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
