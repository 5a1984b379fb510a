import type { Cells } from './rows.ts';

export interface Month {
  readonly bank: string;
  readonly number: string;
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  readonly payments: number | undefined;
  readonly held: number | undefined;
  readonly foreign: number | undefined;
  /** The number of totals that are empty in the rows. */
  readonly empty: number;
}

/** What the rows of a world say about one company. */
export interface Company {
  readonly code: string;
  readonly versions: readonly { readonly on: string; readonly rows: readonly Cells[] }[];
  readonly first: Cells;
  readonly people: readonly Cells[];
  readonly registeredOn: string;
  readonly capital: number;
  readonly accounts: readonly Cells[];
  readonly months: readonly Month[];
  readonly signals: (kind: string) => readonly Signal[];
  readonly paid: readonly {
    readonly bank: string;
    readonly number: string;
    readonly receiver: string;
    readonly period: string;
    readonly debit: number;
  }[];
}

export interface Signal {
  readonly on: string;
  readonly value: string;
  readonly note: string;
  readonly amount: number | undefined;
}
