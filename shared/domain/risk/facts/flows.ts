import type { AccountFacts, Flow } from './company-facts.ts';

/** What went through the accounts asked about in one calendar month. Money in đồng. */
export interface Month {
  /** `yyyy-mm` */
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  /** Median minutes that money stayed, averaged by what came in; undefined if never given. */
  readonly holdMinutes: number | undefined;
  /** The credit for which a bank reported how long it stayed. */
  readonly timedCredit: number;
}

/** What went through accounts in some months. Money in đồng. */
export interface Stretch {
  /** Calendar months that money went through. */
  readonly months: number;
  /** The first and the last of them, `yyyy-mm`; empty where nothing went through. */
  readonly from: string;
  readonly to: string;
  readonly credit: number;
  readonly debit: number;
  /** What went out of every đồng that came in, 0…1 and more; 0 without credit. */
  readonly outShare: number;
  /** Median minutes that money stayed, averaged by what came in; undefined if never given. */
  readonly holdMinutes: number | undefined;
}

/** An account's interest and fees (lãi, phí) come to less in a month: they are no month of business. */
export const MOVED = 1_000_000;

interface Adding {
  period: string;
  credit: number;
  debit: number;
  holdMinutes: number | undefined;
  timedCredit: number;
}

/** The months in which anything moved through the accounts, oldest first. Order of accounts and flows decides nothing. */
export function monthsOf(accounts: readonly AccountFacts[]): readonly Month[] {
  const months: Adding[] = [];
  let sorted = true;
  for (const { flows } of accounts) {
    for (const flow of flows) {
      if (flow.credit < MOVED && flow.debit < MOVED) continue;
      const last = months.at(-1);
      // One account's flows mostly come in order: no month need be looked for.
      if (last === undefined || (sorted && flow.period > last.period)) months.push(monthOf(flow));
      else sorted = addTo(months, flow) && sorted;
    }
  }
  return sorted ? months : months.sort((a, b) => (a.period < b.period ? -1 : 1));
}

const monthOf = ({ period, credit, debit, medianHoldMinutes }: Flow): Adding => ({
  period,
  credit,
  debit,
  holdMinutes: credit > 0 ? medianHoldMinutes : undefined,
  timedCredit: medianHoldMinutes === undefined ? 0 : credit,
});

/** False where the month is new, and so out of order. */
function addTo(months: Adding[], flow: Flow): boolean {
  const month = months.find((one) => one.period === flow.period);
  if (!month) {
    months.push(monthOf(flow));
    return false;
  }
  const { credit, debit, medianHoldMinutes } = flow;
  month.credit += credit;
  month.debit += debit;
  if (medianHoldMinutes === undefined || credit === 0) return true;
  const held = month.timedCredit + credit;
  month.holdMinutes = ((month.holdMinutes ?? 0) * month.timedCredit + medianHoldMinutes * credit) / held;
  month.timedCredit = held;
  return true;
}

/** Sums over months that are in order. */
export function stretchOf(months: readonly Month[]): Stretch {
  let [credit, debit, held, holding] = [0, 0, 0, 0];
  for (const month of months) {
    credit += month.credit;
    debit += month.debit;
    if (month.holdMinutes === undefined) continue;
    held += month.timedCredit;
    holding += month.timedCredit * month.holdMinutes;
  }
  return {
    months: months.length,
    from: months[0]?.period ?? '',
    to: months.at(-1)?.period ?? '',
    credit,
    debit,
    outShare: credit > 0 ? debit / credit : 0,
    holdMinutes: held > 0 ? holding / held : undefined,
  };
}

/** Share of the transactions that came from foreign IP addresses, over the rows that tell both; 0 where none does. */
export function foreignShareOf(accounts: readonly AccountFacts[]): number {
  let [foreign, all] = [0, 0];
  for (const { flows } of accounts) {
    for (const { transactions, foreignIpShare } of flows) {
      if (transactions === undefined || foreignIpShare === undefined) continue;
      foreign += transactions * foreignIpShare;
      all += transactions;
    }
  }
  return all > 0 ? foreign / all : 0;
}
