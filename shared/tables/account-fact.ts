import type * as z from 'zod';
import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import type { AccountFlow, AccountItem, AccountRegister, CounterpartyItem, Listing } from './account-item.ts';

/** A row of an account with its source. */
export interface AccountOrigin {
  readonly feed: 'accounts' | 'flows' | 'counterparties' | 'devices' | 'suspicious-accounts' | 'crime-reports';
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
    | { readonly device: string; readonly devicePeriod?: string | undefined }
    | { readonly listing: Listing }
  );

/** The keys under which a fact of an account is stored. */
export interface AccountKeys {
  readonly accountRef: string;
  readonly readingRef?: string | undefined;
  readonly written?: AccountItem['written'];
}

/** A spreadsheet's number, with the companies that a register assigns it to, and the number of accounts that it may mean. */
export interface UncertainAccountNumber {
  readonly bank: string;
  readonly accountNumber: string;
  readonly companies: readonly string[];
  readonly known: number;
}

/** All facts of one account, unordered. */
export interface RecordedAccount {
  readonly accountRef: string;
  /** The reference of the spreadsheet's form of the number, where that can mean no other account. */
  readonly readingRef?: string | undefined;
  /** Whether the number is known only from a spreadsheet or may belong to two accounts, so that a notice may only name it as its bank wrote it. */
  readonly numberUnsure?: true;
  readonly bank: string;
  readonly accountNumber: string;
  readonly registers: readonly AccountRegister[];
  /** The companies to which only register entries that count no longer assigned the account. */
  readonly formerHolders: readonly string[];
  readonly flows: readonly z.infer<typeof AccountFlow>[];
  readonly counterparties: readonly z.infer<typeof CounterpartyItem>[];
  readonly devices: readonly string[];
  readonly listings: readonly (Listing & { readonly recordedAt: string })[];
  readonly origins: readonly AccountOrigin[];
}
