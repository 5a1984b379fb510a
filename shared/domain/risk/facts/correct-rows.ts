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

const OF_COMPANY = [
  'name',
  'legalForm',
  'headOfficeAddress',
  'mainIndustryCode',
  'charterCapital',
  'plannedEmployees',
  'phone',
  'email',
  'registeredOn',
] as const;
const OF_PERSON = [
  'fullName',
  'dateOfBirth',
  'gender',
  'nationality',
  'documentType',
  'documentNumber',
  'issuedOn',
  'personalPhone',
] as const;

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
    const own = OF_COMPANY.find((name) => name === field);
    if (own === undefined || String(row.company[own]) !== from) return row;
    return { ...row, company: { ...row.company, [own]: typeof row.company[own] === 'number' ? Number(to) : to } };
  }
  const own = OF_PERSON.find((name) => name === field);
  // A correction of a name identifies the person by the wrong name
  const holder = field === 'fullName' ? from : person;
  if (own === undefined || row.person.fullName !== holder || String(row.person[own]) !== from) return row;
  return { ...row, person: { ...row.person, [own]: to } };
}

/** The same corrections give the same rows, in whatever order they were read. */
const byContent = (a: OfficeCorrection, b: OfficeCorrection) => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ field, from, to, person = '' }: OfficeCorrection) =>
  [field === 'fullName' ? 1 : 0, person, field, from, to].join('\n');
