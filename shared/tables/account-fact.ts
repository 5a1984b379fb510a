import type * as z from 'zod';
import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import type { AccountFlow, AccountItem, AccountRegister, CounterpartyItem, Listing } from './account-item.ts';

/** A row of an account and where it was read. */
export interface AccountOrigin {
  readonly feed: 'accounts' | 'flows' | 'suspicious-accounts';
  readonly period?: string | undefined;
  readonly from: Provenance;
}

export type AccountFact = AccountKeys & {
  readonly bank: string;
  readonly accountNumber: string;
  readonly from?: Provenance | undefined;
} & (
    | { readonly register: AccountRegister }
    | { readonly flow: z.infer<typeof AccountFlow> }
    | { readonly counterparty: z.infer<typeof CounterpartyItem> }
    | { readonly device: string }
    | { readonly listing: Listing }
  );

/** Under which keys a fact of an account is kept. */
export interface AccountKeys {
  readonly accountRef: string;
  readonly readingRef?: string | undefined;
  readonly written?: AccountItem['written'];
}

/** A number as a spreadsheet gave it, the companies that a register gives it to, and how many accounts it could be. */
export interface UncertainAccountNumber {
  readonly bank: string;
  readonly accountNumber: string;
  readonly companies: readonly string[];
  readonly known: number;
}

/** Everything recorded of one account, in no order. */
export interface RecordedAccount {
  readonly accountRef: string;
  /** The number is known from a spreadsheet alone, or two accounts may have it: no notice may name it. */
  readonly numberUnsure?: true;
  readonly bank: string;
  readonly accountNumber: string;
  readonly registers: readonly AccountRegister[];
  readonly flows: readonly z.infer<typeof AccountFlow>[];
  readonly counterparties: readonly z.infer<typeof CounterpartyItem>[];
  readonly devices: readonly string[];
  readonly listings: readonly (Listing & { readonly recordedAt: string })[];
  readonly origins: readonly AccountOrigin[];
}
