import * as z from 'zod';
import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import { FORGED_DOSSIERS, type PoliceDecision } from '#shared/domain/risk/decision.ts';
import { SIGNAL_KINDS, type Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { type DeclaredPerson, DOCUMENT_TYPES, PERSON_ROLES } from '#shared/domain/identity/registration.ts';
import type { DeclaredOwner, Holder, Holding } from '#shared/domain/risk/owners/holding.ts';
import type { CrimeReport } from '#shared/domain/risk/facts/crime-reports.ts';
import { CrimeReportItem } from './crime-report-item.ts';
import type { UncountedAccounts } from './counted-accounts.ts';
import { DecisionDocument } from './decision-document.ts';
import { type OfficeDecisionFact, OfficeDecisionItem } from './office-decision-item.ts';
import { ProvenanceItem } from './provenance.ts';

const text = z.string().optional();

const Person = z.strictObject({
  role: z.enum(PERSON_ROLES),
  fullName: z.string(),
  dateOfBirth: z.string(),
  gender: z.enum(['male', 'female']).optional(),
  nationality: text,
  documentType: z.enum(DOCUMENT_TYPES).optional(),
  documentNumber: z.string(),
  issuedOn: text,
  personalPhone: text,
} satisfies Record<keyof DeclaredPerson, z.ZodType>);

const Company = z.strictObject({
  enterpriseCode: z.string(),
  name: z.string(),
  legalForm: text,
  registeredOn: z.string(),
  amendedOn: text,
  headOfficeAddress: z.string(),
  mainIndustryCode: text,
  industryCodes: text,
  charterCapital: z.number().optional(),
  plannedEmployees: z.number().optional(),
  householdCode: text,
  phone: text,
  email: text,
} satisfies Record<keyof RegistrationRow['company'], z.ZodType>);

const RegistrationItem = z.strictObject({
  company: Company,
  person: Person.optional(),
  position: z.number(),
  ofRegister: z.literal(true).optional(),
});
const SignalRow = z.strictObject({
  kind: z.enum(SIGNAL_KINDS),
  on: z.string(),
  value: text,
  note: text,
} satisfies Record<keyof Signal, z.ZodType>);
const RepairRow = z.strictObject({
  field: z.string(),
  current: z.string(),
  proposed: z.string(),
  why: z.string(),
  /** The source: the file under its feed, and the row by the sheet's own numbers. */
  file: text,
  row: z.number().optional(),
});

/** A repair in a company's row, for the office's worklist. */
export type RepairRow = z.infer<typeof RepairRow>;

const InvoiceRow = z.strictObject({
  side: z.enum(['sold', 'bought']),
  party: z.string(),
  period: z.string(),
  total: z.number(),
});
export type InvoiceRow = z.infer<typeof InvoiceRow>;

const HolderItem = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  number: z.string(),
  dateOfBirth: text,
} satisfies Record<keyof Holder, z.ZodType>);
const share = z.number().optional();
/** Who holds the company, or whom it declared as its owners; one of the two. */
const OwnersRow = z.strictObject({
  holding: z.strictObject({ holder: HolderItem, share: z.number(), votingShare: share, since: z.string() }).optional(),
  declared: z
    .strictObject({
      holder: HolderItem.optional(),
      share,
      votingShare: share,
      control: text,
      declaredOn: z.string(),
    })
    .optional(),
});
type OwnersRow = z.infer<typeof OwnersRow>;

const DecisionRow = z.strictObject({
  outcome: z.enum(['confirmed', 'dismissed']),
  on: z.string(),
  codes: z.array(z.string()),
  document: DecisionDocument.optional(),
  forged: z
    .strictObject({ dossier: z.enum(FORGED_DOSSIERS), document: DecisionDocument, receivedOn: z.string() })
    .optional(),
});

/** All facts under one enterprise code, unordered. */
export interface RecordedCompany {
  readonly registrations: readonly RegistrationRow[];
  readonly signals: readonly Signal[];
  /** The accounts that any register ever assigned to the company and that count. */
  readonly accountRefs: readonly string[];
  readonly uncountedAccounts: readonly UncountedAccounts[];
  readonly invoicePairs: readonly InvoiceRow[];
  readonly holdings: readonly Holding[];
  readonly declaredOwners: readonly DeclaredOwner[];
  readonly crimeReports: readonly CrimeReport[];
  readonly repairs: readonly RepairRow[];
  readonly decisions: readonly PoliceDecision[];
  /** The instants at which the office has decided tasks, by the ids of these, which are not asked again. */
  readonly settledTasks: ReadonlyMap<string, string>;
}

/** The data for verifying a company's people: the rows as the office corrected them, and the office's decisions. */
export type RegisteredCompany = Pick<RecordedCompany, 'registrations' | 'settledTasks'>;

/** A row of a company with its source. */
export interface CompanyOrigin {
  readonly feed: 'registrations' | 'activities' | 'invoice-pairs' | 'crime-reports';
  /** The kind of signal in the activities feed. */
  readonly kind?: string | undefined;
  readonly period?: string | undefined;
  readonly on?: string | undefined;
  readonly from: Provenance;
}

export type CompanyFact = { readonly from?: Provenance | undefined } & (
  | { readonly enterpriseCode: string; readonly registration: RegistrationRow }
  /** With `taskId`, an officer entered it at the desk, and no file states it. */
  | { readonly enterpriseCode: string; readonly signal: Signal; readonly taskId?: string }
  | { readonly enterpriseCode: string; readonly accountRef: string; readonly bank?: string }
  | { readonly enterpriseCode: string; readonly invoicePair: InvoiceRow }
  | { readonly enterpriseCode: string; readonly owners: OwnersRow }
  | { readonly enterpriseCode: string; readonly crimeReport: CrimeReport }
  | { readonly enterpriseCode: string; readonly repair: RepairRow }
  | { readonly enterpriseCode: string; readonly decision: PoliceDecision }
  | { readonly enterpriseCode: string; readonly officeDecision: OfficeDecisionFact }
);

const from = ProvenanceItem.optional();
/** A fact as the table stores it. */
export const CompanyItem = z.union([
  z.object({ registration: RegistrationItem, from }),
  z.object({ signal: SignalRow, taskId: z.string().optional(), from }),
  z.object({ accountRef: z.string(), bank: z.string().optional(), from }),
  z.object({ invoicePair: InvoiceRow, from }),
  z.object({ owners: OwnersRow, from }),
  z.object({ crimeReport: CrimeReportItem, from }),
  z.object({ repair: RepairRow, from }),
  z.object({ decision: DecisionRow, from }),
  z.object({ officeDecision: OfficeDecisionItem, from }),
]);

export type StoredFact = z.infer<typeof CompanyItem>;
