import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { Counterparty, InvoicePair } from './company-facts.ts';
import { finestOnly } from './finest-only.ts';

/** A row of the payments between an account and another one (mã đối ứng), which is named by a keyed hash. */
export interface CounterpartyRow {
  readonly ref: string;
  readonly period: string;
  readonly debit: number;
  readonly credit: number;
}

/** One entry for each other account, the largest debit first. Of two rows for one period the larger counts. */
export function foldCounterparties(rows: readonly CounterpartyRow[]): readonly Counterparty[] | undefined {
  if (rows.length === 0) return undefined;
  const folded = [...Map.groupBy(rows, ({ ref }) => ref)].map(([ref, own]): Counterparty => {
    const periods = finestOnly(largestOf(own, (a, b) => a.debit + a.credit - b.debit - b.credit || a.debit - b.debit));
    const days = periods.map(({ period }) => daysOfPeriod(period));
    return {
      ref,
      debit: sum(periods.map(({ debit }) => debit)),
      credit: sum(periods.map(({ credit }) => credit)),
      from: days.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
      to: days.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
    };
  });
  return folded.sort((a, b) => b.debit - a.debit || (a.ref < b.ref ? -1 : 1));
}

/** One entry for each other party and period, sorted by party. Of two rows for one period the larger counts. */
export function foldInvoicePairs(rows: readonly InvoicePair[]): readonly InvoicePair[] {
  return [...Map.groupBy(rows, ({ party }) => party)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) =>
      finestOnly(largestOf(own, (a, b) => a.total - b.total)).sort((a, b) => (a.period < b.period ? -1 : 1)),
    )
    .map(({ party, period, total }) => ({ party, period, total }));
}

function largestOf<T extends { readonly period: string }>(rows: readonly T[], compare: (a: T, b: T) => number): T[] {
  const byPeriod = new Map<string, T>();
  for (const row of rows) {
    const held = byPeriod.get(row.period);
    if (!held || compare(row, held) > 0) byPeriod.set(row.period, row);
  }
  return [...byPeriod.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
