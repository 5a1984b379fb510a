import type { Span } from '../coverage.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '../decision.ts';
import type { PoliceCoverage, VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { SharedBand } from '../rings/band.ts';
import type { CrimeReport } from './crime-reports.ts';
import type { Sender } from '../senders/sender.ts';
import type { PeerComparison } from './peer-comparison.ts';

/** The kinds of signals (loại tín hiệu) of the activities feed. */
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
 * The coverage of this company by its own offices and banks. Missing rows are evidence only within it. An absent entry
 * means that the kind is not covered, or that its office sends nothing.
 */
export interface Coverage {
  readonly signals: Readonly<Partial<Record<SignalKind, Span>>>;
  /** Whether the revenues that the company's tax office sends contradict its invoices for many companies. */
  readonly revenuesDoubtful?: true | undefined;
  readonly identities: PoliceCoverage;
  readonly subscribers: boolean;
  /** Whether declarations of beneficial owners were received of any company. */
  readonly ownersDeclared?: true | undefined;
  /** The covered days of each bank's flows. */
  readonly flows: Readonly<Record<string, Span>>;
  /** The banks that send rows of all accounts; absent before the first survey of the province. */
  readonly wholeBanks?: readonly string[] | undefined;
  /** The coverage of optional feeds; absent where there is none. */
  readonly invoicePairs?: Span | undefined;
  readonly counterparties?: Readonly<Record<string, Span>> | undefined;
  readonly devices?: Readonly<Record<string, Span>> | undefined;
}

export type ChangeKind = 'representative' | 'address' | 'capital' | 'name';

/** A change of registration content (thay đổi nội dung đăng ký). */
export interface RegistrationChange {
  readonly kind: ChangeKind;
  readonly on: IsoDate;
  /** For a change of capital with both versions known, the amounts in đồng. */
  readonly capital?: { readonly from: number; readonly to: number } | undefined;
}

/** The totals of an account in a month (flows), in whole đồng. */
export interface Flow {
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  /** The total that the bank left empty, which is 0 here. */
  readonly untold?: 'credit' | 'debit' | undefined;
  readonly transactions?: number | undefined;
  readonly medianHoldMinutes?: number | undefined;
  readonly foreignIpShare?: number | undefined;
  /** The number of different people and organisations that paid in. */
  readonly payers?: number | undefined;
  /** The share of the money in that came from individuals, 0…1. */
  readonly shareOfIndividuals?: number | undefined;
}

/** An account's month, which may be added up from days and weeks. */
export interface FlowOfMonth extends Flow {
  /** The number of transactions of which the foreign share is reported, where it is not of all. */
  readonly foreignIpOf?: number | undefined;
}

/** The payments between an account and another one (mã đối ứng) over all covered periods, in whole đồng. */
export interface Counterparty {
  /** A keyed hash of the banks' common pseudonym of the other account. */
  readonly ref: string;
  readonly debit: number;
  readonly credit: number;
  /** The first and the last day of the periods. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The reported totals of a day (`yyyy-mm-dd`) or a week (`yyyy-Www`), from which months are added up. */
export type Pace = Flow & Span;

/** The sales of a company to another, or its purchases from it, in a period, in whole đồng. */
export interface InvoicePair {
  /** The other party's enterprise code, or a keyed hash where it has none. */
  readonly party: string;
  readonly period: string;
  readonly total: number;
}

export type SamePerson = 'same' | 'other' | 'unknown';
/** `unchecked`: the numbers are of two kinds, and police data, which would connect them, were not found. */
export type AccountRepresentative = SamePerson | 'unchecked';

/** A business account of the company, as its bank reports it. */
export interface AccountFacts {
  readonly accountRef: string;
  /** The bank's BIN or the wallet's key. */
  readonly bank: string;
  /** The account number, of which only the last 4 characters are readable. */
  readonly maskedNumber: string;
  /** Whether the number came as a spreadsheet's number, which may have lost leading zeros or last digits. */
  readonly numberUnsure?: true | undefined;
  readonly status?: string | undefined;
  readonly openedOn?: IsoDate | undefined;
  /** How the account's representative relates to the company's, compared by the found person. */
  readonly representative: AccountRepresentative;
  /** Whether another representative is one of an earlier registration, so that the account may only not be updated yet. */
  readonly formerHead?: true | undefined;
  /** How the subscriber of the account's phone relates to the account's representative. */
  readonly phoneOwner: SamePerson;
  /** Whether the bank names no phone, or carriers no holder of it. */
  readonly withoutSubscriber?: true | undefined;
  /**
   * A keyed hash of the account's phone, where the registration does not contain it and its subscriber is no person of
   * the company.
   */
  readonly strangersPhone?: string | undefined;
  /** The keyed hash of such a phone where no carrier names its subscriber. */
  readonly unregisteredPhone?: string | undefined;
  /** How the holder's name relates to the company's. */
  readonly holder: SamePerson;
  /** Who has told two things about it: its bank two totals of one period, or carriers two holders of its phone. */
  readonly toldTwice?: readonly ('bank' | 'carriers')[] | undefined;
  /** The monthly totals, the oldest first. */
  readonly flows: readonly FlowOfMonth[];
  /** The totals of days and weeks where the bank reports them, the oldest first. */
  readonly paces?: readonly Pace[] | undefined;
  /** The other accounts, the largest debit first; absent where the bank reported none. */
  readonly counterparties?: readonly Counterparty[] | undefined;
  /** Keyed hashes of the devices from which the account was used; absent where the bank reported none. */
  readonly devices?: readonly string[] | undefined;
  /**
   * The listing in force as a suspicious account (code 1…8), with its author and last day. Cleared and ended listings
   * are left out.
   */
  readonly listing?:
    | {
        readonly code: number;
        readonly on: IsoDate;
        readonly by: 'police' | 'bank';
        readonly until?: IsoDate | undefined;
        readonly decision?: AuthorityDecision | undefined;
        /** The first day on which a victim who reported the account sent money to it. */
        readonly moneySince?: IsoDate | undefined;
      }
    | undefined;
}

/**
 * What offices' rows say where, of several rows of one office about the same matter, those against the company count; of
 * each office whose rows say something else then. A later row may be a correction, or an attempt to hide the earlier one.
 */
export interface UnfavourableRows {
  readonly tax?: Pick<CompanyFacts, 'returns' | 'invoices' | 'taxStatuses'> | undefined;
  readonly insurance?: Pick<CompanyFacts, 'insured'> | undefined;
  readonly inspector?: Pick<CompanyFacts, 'inspections'> | undefined;
}

/** All facts that the rules may use about one company. An unknown value is absent and never zero. */
export interface CompanyFacts {
  readonly asOf: IsoDate;
  readonly enterpriseCode: string;
  readonly name: string;
  readonly legalForm?: string | undefined;
  readonly registeredOn: IsoDate;
  readonly charterCapital?: number | undefined;
  readonly plannedEmployees?: number | undefined;
  /** Whether a household business (hộ kinh doanh) became this company. */
  readonly fromHousehold?: true | undefined;
  readonly mainIndustryCode?: string | undefined;
  readonly address: { readonly specific: boolean; readonly apartment: boolean };
  readonly people: readonly VerifiedPerson[];
  /** The representatives of earlier registrations, as they were verified. */
  readonly formerRepresentatives?: readonly VerifiedPerson[] | undefined;
  /** The changes between versions and from THAY_DOI rows; the same kind on the same date is one change. */
  readonly changes: readonly RegistrationChange[];
  readonly contributions: readonly { readonly on: IsoDate; readonly amount: number }[];
  readonly reportRequests: readonly IsoDate[];
  /** The filed returns, with the revenue where the row has it. */
  readonly returns: readonly {
    readonly period: string;
    readonly filedOn: IsoDate;
    readonly revenue?: number | undefined;
  }[];
  readonly invoices: readonly { readonly period: string; readonly on: IsoDate; readonly total?: number | undefined }[];
  readonly insured: readonly { readonly on: IsoDate; readonly count: number }[];
  readonly inspections: readonly { readonly on: IsoDate; readonly found: boolean }[];
  /** The tax statuses, the oldest first; `code` is 00…10, and `sub` is `06` in `09-06`. */
  readonly taxStatuses: readonly { readonly on: IsoDate; readonly code: string; readonly sub?: string | undefined }[];
  /** The legal statuses, the oldest first; `code` is 1…7. */
  readonly legalStatuses: readonly { readonly on: IsoDate; readonly code: string }[];
  readonly authorisationDeniedOn?: IsoDate | undefined;
  readonly unfavourable?: UnfavourableRows | undefined;
  /** The victims' reports that name the company and stand, by case; absent where there is none. */
  readonly crimeReports?: readonly CrimeReport[] | undefined;
  readonly accounts: readonly AccountFacts[];
  /** The trade with other companies; absent where nobody reported invoices by partner. */
  readonly invoicePairs?:
    | { readonly sold: readonly InvoicePair[]; readonly bought: readonly InvoicePair[] }
    | undefined;
  readonly coverage: Coverage;
  /** The comparison with similar companies; absent where too few of them are known. */
  readonly peers?: PeerComparison | undefined;
  /** The senders whose evidence alone counts for the company (`senders/counts-alone.ts`); absent where everyone's does. */
  readonly countsAlone?: readonly Sender[] | undefined;
  /** The names of what it shows that are usual among companies that registered with it (`province/cohorts.ts`). */
  readonly commonSigns?: readonly string[] | undefined;
  /** The senders who have told two things about one matter of it (`senders/told-twice.ts`). */
  readonly toldTwiceBy?: readonly Sender[] | undefined;
  readonly bands: readonly SharedBand[];
  /** Those of the values that it or others had by earlier registrations, too; absent where that changes nothing. */
  readonly bandsBefore?: readonly SharedBand[] | undefined;
}
