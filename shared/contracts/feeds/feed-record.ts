import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Flow, Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { CrimeReport } from '#shared/domain/risk/facts/crime-reports.ts';
import type { AccountRow } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import type { DeclaredOwner, Holding } from '#shared/domain/risk/owners/holding.ts';
import type { AccountHolders } from './account-holders.ts';
import type { ActivityRows } from './activity-senders.ts';
import type { Column } from './column.ts';
import type { ConfirmedHeading } from './confirmed-heading.ts';

/** The inbox's folders, one for each feed. */
export const FEED_FOLDERS = [
  'registrations',
  'identities',
  'activities',
  'accounts',
  'subscribers',
  'suspicious-accounts',
  'crime-reports',
] as const;
export type FeedFolder = (typeof FEED_FOLDERS)[number];

/**
 * The kind of a row, by its folder and, where a folder may hold several kinds (`accounts/`, `activities/`, `registrations/`), by the
 * headings.
 */
export type RowKind =
  | FeedFolder
  | 'register'
  | 'flows'
  | 'counterparties'
  | 'devices'
  | 'invoices'
  | 'members'
  | 'owners';

/** Mã nghi ngờ of the State Bank's fraud-risk exchange (SIMO); 0 clears, 8 (another sign) carries a reason. */
export type SuspicionCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * How far the account number is doubted: `number` where a spreadsheet's number may have lost zeros or digits,
 * `perhaps-without-zeros` for a text in a file in which no number begins with 0.
 */
export type NumberWritten = 'number' | 'perhaps-without-zeros' | undefined;

/** An account as a row names it. */
export interface NamedAccount {
  readonly bank: string;
  readonly accountNumber: string;
  readonly written?: NumberWritten;
}

/** One fact of a feed after reading and checking. */
export type FeedRecord =
  | ({ readonly feed: 'registrations' } & RegistrationRow)
  | { readonly feed: 'identities'; readonly record: PoliceRecord }
  | { readonly feed: 'activities'; readonly enterpriseCode: string; readonly signal: Signal }
  | { readonly feed: 'accounts'; readonly account: AccountRow; readonly written?: NumberWritten }
  | ({ readonly feed: 'flows'; readonly flow: Flow } & NamedAccount)
  | (NamedAccount & {
      readonly feed: 'counterparties';
      /** The banks' common pseudonym of the other account (mã đối ứng). */
      readonly counterparty: string;
      readonly period: string;
      readonly debit: number;
      readonly credit: number;
    })
  | (NamedAccount & {
      readonly feed: 'devices';
      readonly device: string;
      readonly period?: string | undefined;
    })
  | {
      readonly feed: 'invoices';
      /** An enterprise code, or the text as it was written where it is no such code. */
      readonly seller: string;
      readonly buyer: string;
      readonly period: string;
      readonly total: number;
    }
  | {
      /** Who holds a company, or whom it declared as its owners; one of the two. */
      readonly feed: 'owners';
      readonly enterpriseCode: string;
      readonly holding?: Holding;
      readonly declared?: DeclaredOwner;
    }
  | {
      readonly feed: 'subscribers';
      readonly phone: string;
      /** The holder's document number, or the enterprise code of an organisation. */
      readonly documentNumber: string;
      /** Since when the row holds. */
      readonly on?: IsoDate;
      /** The subscription was taken back, so that nobody holds it. */
      readonly isRecalled?: boolean;
    }
  | (NamedAccount & {
      readonly feed: 'suspicious-accounts';
      readonly code: SuspicionCode;
      readonly reason?: string | undefined;
      readonly on: IsoDate;
    })
  | {
      readonly feed: 'crime-reports';
      readonly report: CrimeReport;
      readonly account?: NamedAccount | undefined;
      readonly enterpriseCode?: string | undefined;
      readonly phone?: string | undefined;
    };

/**
 * A value that was repaired while reading, or left out (`proposed` is empty) where nothing depends on it. It may
 * contain personal data and must not be logged.
 */
export interface Repair {
  readonly row: number;
  readonly field: string;
  readonly current: string;
  readonly proposed: string;
  readonly why: string;
  readonly enterpriseCode?: string | undefined;
}

/** An event of reading a file; events come in the order of its rows. */
export type FeedEvent =
  | {
      /**
       * Headings were found. The event is repeated for a workbook's next sheet, and for keys that first occur later in
       * a JSONL file.
       */
      readonly type: 'opened';
      readonly rows: RowKind;
      readonly unknownColumns: readonly string[];
      /** Where there are unknown headings: the columns that the table lacks, of which one may be meant. */
      readonly lacking?: readonly Column[];
      readonly skippedSheets: readonly string[];
      /** The headings that are read as a person has confirmed them. */
      readonly confirmed?: readonly ConfirmedHeading[];
      /** What the table leaves open although it is whole. */
      readonly asks?: string | undefined;
    }
  | {
      readonly type: 'accepted';
      /** The row's number in its own sheet. */
      readonly row: number;
      /** The workbook's sheet that contains the row. */
      readonly sheet?: string | undefined;
      readonly records: readonly FeedRecord[];
      readonly repairs: readonly Repair[];
      /** Registrations: the first row of a company's run of rows. */
      readonly startsCompany?: boolean | undefined;
    }
  | {
      readonly type: 'rejected';
      readonly row: number;
      readonly sheet?: string | undefined;
      /** The position of the faulty cell among the row's cells, from 0. */
      readonly place?: number | undefined;
      /** The heading as the officer wrote it, or the JSON key. */
      readonly column: string;
      readonly code: string;
      readonly message: string;
      /** The cell's text, with only the last 4 characters of personal numbers. */
      readonly value: string;
    };

/** Where a file came from. */
export interface FeedSource {
  readonly folder: FeedFolder;
  readonly fileName: string;
  /** The bank (BIN or wallet key) under whose prefix the file was put; absent for the operator's files. */
  readonly sender?: string | undefined;
  /** The kinds of rows that the sender of the prefix may send below `activities/`; absent where all are accepted. */
  readonly kinds?: ReadonlySet<ActivityRows> | undefined;
  /** What a person has said that headings of the sender mean. */
  readonly confirmed?: readonly ConfirmedHeading[] | undefined;
  /** The real today; a later day has not come yet. */
  readonly today: IsoDate;
  /** The accounts' companies in the rows read so far; absent where they are not counted. */
  readonly holders?: AccountHolders | undefined;
}
