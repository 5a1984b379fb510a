import type { PersonRole } from './registration.ts';

export const FIELD_RESULTS = ['match', 'variation', 'correctable', 'mismatch', 'not_provided'] as const;
export type FieldResult = (typeof FIELD_RESULTS)[number];
export const IDENTITY_RESULTS = ['match', 'variation', 'correctable', 'mismatch', 'not_found', 'unchecked'] as const;
export type IdentityResult = (typeof IDENTITY_RESULTS)[number];
export const DOCUMENT_STATUSES = [
  'valid',
  'expired',
  'deceased',
  'missing',
  'reported_lost',
  'wanted',
  'cancelled',
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];
export const COMPARED_FIELDS = ['documentNumber', 'fullName', 'dateOfBirth', 'gender'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** One field with the value of the police data, for the office's worklist alone. */
export interface Correction {
  readonly field: ComparedField;
  readonly value: string;
}

/**
 * The coverage of police data: none, an extract of requested people, or a complete extract. Only a complete extract can
 * prove that there is no such person.
 */
export type PoliceCoverage = 'none' | 'listed' | 'whole';

/** The result of comparing a declared person with police data, without a copy of the citizen's record. */
export interface PersonVerdict {
  readonly result: IdentityResult;
  readonly fields: Readonly<Record<ComparedField, FieldResult>>;
  /** The status on the date on which the person took the role; absent where nothing is known about the document. */
  readonly documentStatus?: DocumentStatus | undefined;
  /** The day of issue of the declared card, where the police have recorded an earlier card as lost. */
  readonly reissuedOn?: string | undefined;
  readonly correction?: Correction | undefined;
  /** Whether other rows say something else: the police's of the number, or the company's of the person with it. */
  readonly contradicted?: true | undefined;
}

/**
 * A person's verdict within a company. `personRef` is the keyed hash of the found person's number or, where nobody was
 * found, of the declared number.
 */
export interface VerifiedPerson extends PersonVerdict {
  readonly role: PersonRole;
  /** The document number, of which only the last 4 characters are readable. */
  readonly maskedDocumentNumber: string;
  readonly personRef: string;
  readonly birthYear: number;
  readonly foreign: boolean;
}
