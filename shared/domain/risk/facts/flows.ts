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
export interface FlowTotals {
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
export const LEAST_MONTHLY_MOVEMENT = 1_000_000;

/** Something moved in the month. */
export const isMoved = ({ credit, debit }: Pick<Flow, 'credit' | 'debit'>): boolean =>
  credit >= LEAST_MONTHLY_MOVEMENT || debit >= LEAST_MONTHLY_MOVEMENT;

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
  for (const { flows } of accounts) {
    // An account's flows mostly come in order: the place of one is after that of the one before it.
    let place = 0;
    for (const flow of flows) {
      if (!isMoved(flow)) continue;
      place = placeOf(flow.period, months, place);
      const month = place < months.length ? months[place] : undefined;
      if (month === undefined) months.push(monthOf(flow));
      else if (month.period === flow.period) addTo(month, flow);
      else months.splice(place, 0, monthOf(flow));
      place += 1;
    }
  }
  return months;
}

/** Where a period stands or belongs among months that are in order; looked for from a place on. */
function placeOf(period: string, months: readonly Month[], from: number): number {
  let place = from;
  while (place > 0 && (months[place - 1]?.period ?? '') >= period) place -= 1;
  while (place < months.length && (months[place]?.period ?? '') < period) place += 1;
  return place;
}

const monthOf = ({ period, credit, debit, medianHoldMinutes }: Flow): Adding => ({
  period,
  credit,
  debit,
  holdMinutes: credit > 0 ? medianHoldMinutes : undefined,
  timedCredit: medianHoldMinutes === undefined ? 0 : credit,
});

function addTo(month: Adding, { credit, debit, medianHoldMinutes }: Flow): void {
  month.credit += credit;
  month.debit += debit;
  if (medianHoldMinutes === undefined || credit === 0) return;
  const held = month.timedCredit + credit;
  month.holdMinutes = ((month.holdMinutes ?? 0) * month.timedCredit + medianHoldMinutes * credit) / held;
  month.timedCredit = held;
}

/** The banks that reported flows of the accounts, BIN in order. */
export function banksOf(accounts: readonly AccountFacts[]): string {
  let first: string | undefined;
  let several: string[] | undefined;
  for (const { bank, flows } of accounts) {
    if (flows.length === 0) continue;
    first ??= bank;
    if (bank === first) continue;
    several ??= [first];
    if (!several.includes(bank)) several.push(bank);
  }
  return several === undefined ? (first ?? '') : several.sort().join(', ');
}

/** Sums over months that are in order. */
export function flowTotalsOf(months: readonly Month[]): FlowTotals {
  let credit = 0;
  let debit = 0;
  let held = 0;
  let holding = 0;
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

/** Share of the transactions that came from foreign IP addresses, over the rows that have both counts; 0 where none has. */
export function foreignShareOf(accounts: readonly AccountFacts[]): number {
  let foreign = 0;
  let all = 0;
  for (const { flows } of accounts) {
    for (const { transactions, foreignIpShare } of flows) {
      if (transactions === undefined || foreignIpShare === undefined) continue;
      foreign += transactions * foreignIpShare;
      all += transactions;
    }
  }
  return all > 0 ? foreign / all : 0;
}
