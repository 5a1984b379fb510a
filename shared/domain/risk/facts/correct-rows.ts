import {
  COMPANY_FIELDS,
  type DeclaredPerson,
  PERSON_FIELDS,
  type CompanyOnly,
} from '#shared/domain/identity/registration.ts';
import type { RegistrationRow } from './fold-version.ts';

/** A wrong value with the right one, as the registration office decided. */
export interface OfficeCorrection {
  /** A field of a registration, or of a person in it. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** The full name of the person whose field it is; undefined for the company's own. */
  readonly person?: string | undefined;
}

/** What identifies a row and its day cannot be corrected. */
type CompanyField = Exclude<keyof CompanyOnly, 'enterpriseCode' | 'amendedOn'>;
type PersonField = Exclude<keyof DeclaredPerson, 'role'>;
/** A field whose value an officer can correct. */
export type CorrectableField = CompanyField | PersonField;

const isOfCompany = (field: string): field is CompanyField =>
  Object.hasOwn(COMPANY_FIELDS, field) && field !== 'enterpriseCode' && field !== 'amendedOn';
const isOfPerson = (field: string): field is PersonField => Object.hasOwn(PERSON_FIELDS, field) && field !== 'role';

/**
 * Applies the office's corrections to a company's rows, whatever their file and day, because the register may send a
 * wrong value again. The stored rows stay as they were read.
 */
export function correctRows(
  rows: readonly RegistrationRow[],
  corrections: readonly OfficeCorrection[],
): readonly RegistrationRow[] {
  if (corrections.length === 0) return rows;
  return rows.map((row) => corrections.toSorted(byContent).reduce(corrected, row));
}

function corrected(row: RegistrationRow, { field, from, to, person }: OfficeCorrection): RegistrationRow {
  if (person === undefined) {
    if (!isOfCompany(field) || String(row.company[field]) !== from) return row;
    return { ...row, company: { ...row.company, [field]: typeof row.company[field] === 'number' ? Number(to) : to } };
  }
  // A correction of a name identifies the person by the wrong name
  const holder = field === 'fullName' ? from : person;
  if (
    row.person === undefined ||
    !isOfPerson(field) ||
    row.person.fullName !== holder ||
    String(row.person[field]) !== from
  )
    return row;
  return { ...row, person: { ...row.person, [field]: to } };
}

/** The same corrections give the same rows, in whatever order they were read. */
const byContent = (a: OfficeCorrection, b: OfficeCorrection) => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ field, from, to, person = '' }: OfficeCorrection) =>
  [field === 'fullName' ? 1 : 0, person, field, from, to].join('\n');
