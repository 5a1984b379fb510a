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

type Company = RegistrationRow['company'];
type RegisteredPerson = RegistrationRow['person'];
/** What identifies a row and its day cannot be corrected. */
type CompanyField = Exclude<keyof Company, 'enterpriseCode' | 'amendedOn'>;
type PersonField = Exclude<keyof RegisteredPerson, 'role'>;
/** A field whose value an officer can correct. */
export type CorrectableField = CompanyField | PersonField;

const OF_COMPANY: Readonly<Record<CompanyField, true>> = {
  name: true,
  legalForm: true,
  headOfficeAddress: true,
  mainIndustryCode: true,
  charterCapital: true,
  plannedEmployees: true,
  phone: true,
  email: true,
  registeredOn: true,
};
const OF_PERSON: Readonly<Record<PersonField, true>> = {
  fullName: true,
  dateOfBirth: true,
  gender: true,
  nationality: true,
  documentType: true,
  documentNumber: true,
  issuedOn: true,
  personalPhone: true,
};
const isOfCompany = (field: string): field is CompanyField => Object.hasOwn(OF_COMPANY, field);
const isOfPerson = (field: string): field is PersonField => Object.hasOwn(OF_PERSON, field);

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
  if (!isOfPerson(field) || row.person.fullName !== holder || String(row.person[field]) !== from) return row;
  return { ...row, person: { ...row.person, [field]: to } };
}

/** The same corrections give the same rows, in whatever order they were read. */
const byContent = (a: OfficeCorrection, b: OfficeCorrection) => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ field, from, to, person = '' }: OfficeCorrection) =>
  [field === 'fullName' ? 1 : 0, person, field, from, to].join('\n');
