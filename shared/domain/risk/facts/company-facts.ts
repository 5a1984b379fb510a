import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '../decision.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { SharedBand } from '../rings/band.ts';

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

/** What has been listened to: silence is evidence only up to here. An absent entry was never heard. */
export interface Coverage {
  readonly signals: Readonly<Partial<Record<SignalKind, IsoDate>>>;
  /** A police extract has been read to its end. */
  readonly identities: boolean;
  readonly subscribers: boolean;
  /** By bank: the latest period (`yyyy-mm`) of flows heard. */
  readonly flows: Readonly<Record<string, string>>;
}

export type ChangeKind = 'representative' | 'address' | 'capital' | 'name';

/** A change of registration content (thay đổi nội dung đăng ký). */
export interface Change {
  readonly kind: ChangeKind;
  readonly on: IsoDate;
  /** Of a change of capital where both versions are known: đồng. */
  readonly capital?: { readonly from: number; readonly to: number } | undefined;
}

/** Monthly totals of an account (flows), whole đồng. */
export interface Flow {
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  readonly transactions?: number | undefined;
  readonly medianHoldMinutes?: number | undefined;
  readonly foreignIpShare?: number | undefined;
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
  /** The holder's name against the company's. */
  readonly holder: SamePerson;
  readonly flows: readonly Flow[];
  /** The standing listing as a suspicious account, cleared and ended ones left out, whose word it is, and its last day. Code 1…8. */
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
  readonly changes: readonly Change[];
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
  readonly coverage: Coverage;
  readonly bands: readonly SharedBand[];
}
