import type { Span } from '../coverage.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '../decision.ts';
import type { PoliceCoverage, VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { SharedBand } from '../rings/band.ts';
import type { PeerComparison } from './peer-comparison.ts';

/** Loại tín hiệu: the kinds of the activities feed. */
export const SIGNAL_KINDS = [
  'GOP_VON',
  'TO_KHAI_THUE',
  'HOA_DON',
  'BHXH',
  'KIEM_TRA_TRU_SO',
  'TRANG_THAI_THUE',
  'TRANG_THAI_PHAP_LY',
  'THAY_DOI',
  'YEU_CAU_BAO_CAO',
  'TU_CHOI_UY_QUYEN',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** A row of the activities feed. `value` is đồng, a head count, a code or a kind of change, by `kind`. */
export interface Signal {
  readonly kind: SignalKind;
  readonly on: IsoDate;
  readonly value?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * What has been listened to of this company: by its own offices and banks. Silence is evidence only within it; an absent
 * entry is not covered, or its office sends nothing.
 */
export interface Coverage {
  readonly signals: Readonly<Partial<Record<SignalKind, Span>>>;
  readonly identities: PoliceCoverage;
  readonly subscribers: boolean;
  /** By bank: the covered days of its flows. */
  readonly flows: Readonly<Record<string, Span>>;
  /** Optional feeds; absent without coverage. */
  readonly invoicePairs?: Span | undefined;
  readonly counterparties?: Readonly<Record<string, Span>> | undefined;
  readonly devices?: Readonly<Record<string, Span>> | undefined;
}

export type ChangeKind = 'representative' | 'address' | 'capital' | 'name';

/** A change of registration content (thay đổi nội dung đăng ký). */
export interface RegistrationChange {
  readonly kind: ChangeKind;
  readonly on: IsoDate;
  /** Of a change of capital where both versions are known: đồng. */
  readonly capital?: { readonly from: number; readonly to: number } | undefined;
}

/** Totals of an account in a month (flows), whole đồng. */
export interface Flow {
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  readonly transactions?: number | undefined;
  readonly medianHoldMinutes?: number | undefined;
  readonly foreignIpShare?: number | undefined;
}

/** What one other account got of an account and gave it (mã đối ứng), over all covered periods. Whole đồng. */
export interface Counterparty {
  /** Keyed hash of the banks' common pseudonym of the other account. */
  readonly ref: string;
  readonly debit: number;
  readonly credit: number;
  /** The first and the last day of the periods. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A day's (`yyyy-mm-dd`) or a week's (`yyyy-Www`) totals, as reported; months are added up from them. */
export type Pace = Flow & Span;

/** What a company sold to another, or bought of it, in a period. Whole đồng. */
export interface InvoicePair {
  /** The other's enterprise code; a keyed hash where it has none of ours. */
  readonly party: string;
  readonly period: string;
  readonly total: number;
}

export type SamePerson = 'same' | 'other' | 'unknown';

/** A business account of the company, as its bank reports it. */
export interface AccountFacts {
  readonly accountRef: string;
  /** BIN or wallet key. */
  readonly bank: string;
  /** Only the last 4 characters are readable. */
  readonly maskedNumber: string;
  /** The bank has given the number but as a spreadsheet's: zeros in front of it, or its last digits, may be lost. */
  readonly numberUnsure?: true | undefined;
  readonly status?: string | undefined;
  readonly openedOn?: IsoDate | undefined;
  /** The account's representative against the company's, through the person found. */
  readonly representative: SamePerson;
  /** The holder of the account's phone subscription against the account's representative. */
  readonly phoneOwner: SamePerson;
  /** A keyed hash of the account's phone, where the registration does not contain it and its subscriber is no person of the company. */
  readonly strangersPhone?: string | undefined;
  /** The same where no carrier says whose the phone is. */
  readonly unregisteredPhone?: string | undefined;
  /** The holder's name against the company's. */
  readonly holder: SamePerson;
  /** One a month, oldest first. */
  readonly flows: readonly Flow[];
  /** Days and weeks where the bank tells them, oldest first. */
  readonly paces?: readonly Pace[] | undefined;
  /** Largest debit first; absent where its bank reported none. */
  readonly counterparties?: readonly Counterparty[] | undefined;
  /** Keyed hashes of the devices that the account was used from; absent where its bank reported none. */
  readonly devices?: readonly string[] | undefined;
  /**
   * The listing as a suspicious account that is in force, who made it, and its last day. Cleared and ended listings
   * are left out. Code 1…8.
   */
  readonly listing?:
    | {
        readonly code: number;
        readonly on: IsoDate;
        readonly by: 'police' | 'bank';
        readonly until?: IsoDate | undefined;
        readonly decision?: AuthorityDecision | undefined;
      }
    | undefined;
}

/** Everything the rules may ask of one company, gathered once. "Unknown" is an absent value, never a zero. */
export interface CompanyFacts {
  readonly asOf: IsoDate;
  readonly enterpriseCode: string;
  readonly name: string;
  readonly legalForm: string;
  readonly registeredOn: IsoDate;
  readonly charterCapital: number;
  readonly plannedEmployees?: number | undefined;
  readonly mainIndustryCode?: string | undefined;
  readonly address: { readonly specific: boolean; readonly apartment: boolean };
  readonly people: readonly VerifiedPerson[];
  /** Between versions and from THAY_DOI rows; the same kind on the same date is one change. */
  readonly changes: readonly RegistrationChange[];
  readonly contributions: readonly { readonly on: IsoDate; readonly amount: number }[];
  readonly reportRequests: readonly IsoDate[];
  /** Filed, with the revenue where the row gave it. */
  readonly returns: readonly {
    readonly period: string;
    readonly filedOn: IsoDate;
    readonly revenue?: number | undefined;
  }[];
  readonly invoices: readonly { readonly period: string; readonly on: IsoDate; readonly total?: number | undefined }[];
  readonly insured: readonly { readonly on: IsoDate; readonly count: number }[];
  readonly inspections: readonly { readonly on: IsoDate; readonly found: boolean }[];
  /** Oldest first; `code` 00…10, `sub` as in `09-06`. */
  readonly taxStatuses: readonly { readonly on: IsoDate; readonly code: string; readonly sub?: string | undefined }[];
  /** Oldest first; `code` 1…7. */
  readonly legalStatuses: readonly { readonly on: IsoDate; readonly code: string }[];
  readonly authorisationDeniedOn?: IsoDate | undefined;
  readonly accounts: readonly AccountFacts[];
  /** Absent where nobody reported its invoices one by one. */
  readonly invoicePairs?:
    | { readonly sold: readonly InvoicePair[]; readonly bought: readonly InvoicePair[] }
    | undefined;
  readonly coverage: Coverage;
  /** How it stands among its like; absent where too few of them are known. */
  readonly peers?: PeerComparison | undefined;
  readonly bands: readonly SharedBand[];
}
