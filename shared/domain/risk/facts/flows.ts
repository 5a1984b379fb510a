import type { AccountFacts, Flow } from './company-facts.ts';

/** The money through the examined accounts in one calendar month, in đồng. */
export interface Month {
  /** The month, as `yyyy-mm`. */
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  /** The number of totals that a bank left empty. */
  readonly untold: number;
  /** The credit for which a bank reported how long it stayed. */
  readonly timedCredit: number;
  /**
   * The sum of these credits, each times its median minutes, in đồng-minutes. A sum is kept because means of means are
   * not exact.
   */
  readonly creditMinutes: number;
  /** The number of payments; undefined where a bank did not count them. */
  readonly payments: number | undefined;
}

/** The money through accounts in some months, in đồng. */
export interface FlowTotals {
  /** The number of calendar months with movements. */
  readonly months: number;
  /** The first and the last of these months, `yyyy-mm`; empty where there are none. */
  readonly from: string;
  readonly to: string;
  readonly credit: number;
  readonly debit: number;
  /** The money that left for each đồng that came in, 0…1 or more; 0 without credit. */
  readonly outShare: number;
  /** The median minutes for which money stayed, averaged by credit; undefined where no bank reported it. */
  readonly holdMinutes: number | undefined;
  /** The same of the month in which money stayed for the shortest and the longest time. */
  readonly leastHoldMinutes: number | undefined;
  readonly mostHoldMinutes: number | undefined;
  /** The credit for which it was reported. */
  readonly timedCredit: number;
  /** The number of totals that a bank left empty, which add nothing. */
  readonly untold: number;
  /** The mean number of payments in a month, rounded; undefined where those of a month were not counted. */
  readonly payments: number | undefined;
}

/** A monthly amount that an account's interest and fees (lãi, phí) do not reach; a month below it is no month of business. */
export const LEAST_MONTHLY_MOVEMENT = 1_000_000;

/** Whether money moved in the month. */
export const hasMovement = ({ credit, debit }: Pick<Flow, 'credit' | 'debit'>): boolean =>
  credit >= LEAST_MONTHLY_MOVEMENT || debit >= LEAST_MONTHLY_MOVEMENT;

interface AddedMonth {
  period: string;
  credit: number;
  debit: number;
  untold: number;
  timedCredit: number;
  creditMinutes: number;
  payments: number | undefined;
}

/** The months in which money moved through the accounts, the oldest first, independently of the order of accounts and flows. */
export function monthsOf(accounts: readonly AccountFacts[]): readonly Month[] {
  const months: AddedMonth[] = [];
  for (const { flows } of accounts) {
    // An account's flows are mostly sorted, so the search for a month begins at the one before it.
    let place = 0;
    for (const flow of flows) {
      if (!hasMovement(flow)) continue;
      if (months[place]?.period !== flow.period) place = placeOf(flow.period, months, place);
      const month = place < months.length ? months[place] : undefined;
      if (month === undefined) months.push(monthOf(flow));
      else if (month.period === flow.period) addTo(month, flow);
      else months.splice(place, 0, monthOf(flow));
      place += 1;
    }
  }
  return months;
}

/** The index of a period, or the index at which it belongs, among sorted months, searched from an index on. */
function placeOf(period: string, months: readonly Month[], from: number): number {
  let place = from;
  while (place > 0 && (months[place - 1]?.period ?? '') >= period) place -= 1;
  while (place < months.length && (months[place]?.period ?? '') < period) place += 1;
  return place;
}

const monthOf = ({ period, credit, debit, untold, medianHoldMinutes, transactions }: Flow): AddedMonth => ({
  period,
  credit,
  debit,
  untold: untold === undefined ? 0 : 1,
  timedCredit: medianHoldMinutes === undefined ? 0 : credit,
  creditMinutes: credit * (medianHoldMinutes ?? 0),
  payments: transactions,
});

function addTo(month: AddedMonth, { credit, debit, untold, medianHoldMinutes, transactions }: Flow): void {
  month.credit += credit;
  month.debit += debit;
  if (untold !== undefined) month.untold += 1;
  month.payments =
    transactions === undefined || month.payments === undefined ? undefined : month.payments + transactions;
  if (medianHoldMinutes === undefined) return;
  month.timedCredit += credit;
  month.creditMinutes += credit * medianHoldMinutes;
}

/** The banks that reported flows of the accounts, sorted by BIN. */
export function banksOf(accounts: readonly AccountFacts[]): string {
  const banks: string[] = [];
  for (const { bank, flows } of accounts) if (flows.length > 0) addInOrder(bank, banks);
  return banks.length > 1 ? banks.join(', ') : (banks[0] ?? '');
}

/** Adds a bank at its place among sorted ones, of which a company has few. */
export function addInOrder(bank: string, sorted: string[]): void {
  let place = sorted.length;
  while (place > 0 && (sorted[place - 1] ?? '') > bank) place -= 1;
  if (place > 0 && sorted[place - 1] === bank) return;
  if (place === sorted.length) sorted.push(bank);
  else sorted.splice(place, 0, bank);
}

/** Adds up sorted months. */
export function flowTotalsOf(months: readonly Month[]): FlowTotals {
  let credit = 0;
  let debit = 0;
  let untold = 0;
  let timedCredit = 0;
  let creditMinutes = 0;
  let [least, most]: [number | undefined, number | undefined] = [undefined, undefined];
  let payments: number | undefined = 0;
  for (const month of months) {
    credit += month.credit;
    debit += month.debit;
    untold += month.untold;
    timedCredit += month.timedCredit;
    creditMinutes += month.creditMinutes;
    if (month.timedCredit > 0) {
      const held = month.creditMinutes / month.timedCredit;
      least = Math.min(held, least ?? held);
      most = Math.max(held, most ?? held);
    }
    payments = payments === undefined || month.payments === undefined ? undefined : payments + month.payments;
  }
  return {
    months: months.length,
    from: months[0]?.period ?? '',
    to: months.at(-1)?.period ?? '',
    credit,
    debit,
    outShare: credit > 0 ? debit / credit : 0,
    holdMinutes: timedCredit > 0 ? creditMinutes / timedCredit : undefined,
    leastHoldMinutes: least,
    mostHoldMinutes: most,
    timedCredit,
    untold,
    payments: payments === undefined || months.length === 0 ? undefined : Math.round(payments / months.length),
  };
}

/** The transactions from foreign IP addresses, as far as banks report from where transactions came. */
interface ForeignUse {
  /** The share of them in the transactions of which it is reported; 0 where it is reported of none. */
  readonly share: number;
  /** The number of transactions of which it is reported, and their banks, sorted by BIN. */
  readonly told: number;
  readonly banks: string;
  /** The number of other transactions. */
  readonly untold: number;
}

export function foreignUseOf(accounts: readonly AccountFacts[]): ForeignUse {
  let [foreign, told, all] = [0, 0, 0];
  const banks: string[] = [];
  for (const { bank, flows } of accounts) {
    for (const { transactions, foreignIpShare, foreignIpOf = transactions } of flows) {
      all += transactions ?? 0;
      if (foreignIpOf === undefined || foreignIpShare === undefined || foreignIpOf === 0) continue;
      foreign += foreignIpOf * foreignIpShare;
      told += foreignIpOf;
      addInOrder(bank, banks);
    }
  }
  return { share: told > 0 ? foreign / told : 0, told, banks: banks.join(', '), untold: all - told };
}
