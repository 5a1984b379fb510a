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

/** One field and the value the police data has for it: for the office's worklist alone. */
export interface Correction {
  readonly field: ComparedField;
  readonly value: string;
}

/**
 * The coverage of police data: none, an extract of the people asked for, or a whole extract. Only a whole extract can
 * show that there is no such person.
 */
export type PoliceCoverage = 'none' | 'listed' | 'whole';

/** The result of comparing a declared person with police data; the citizen's record is not copied on. */
export interface PersonVerdict {
  readonly result: IdentityResult;
  readonly fields: Readonly<Record<ComparedField, FieldResult>>;
  /** The status on the date the person took the role; absent where nothing is known of the document. */
  readonly documentStatus?: DocumentStatus | undefined;
  /** When the declared card was issued, where the police know one before it as lost. */
  readonly reissuedOn?: string | undefined;
  readonly correction?: Correction | undefined;
}

/** A verdict in its company: `personRef` is the keyed hash of the person found (police number), or of the number declared. */
export interface VerifiedPerson extends PersonVerdict {
  readonly role: PersonRole;
  /** Only the last 4 characters are readable. */
  readonly maskedDocumentNumber: string;
  readonly personRef: string;
  readonly birthYear: number;
  readonly foreign: boolean;
}
