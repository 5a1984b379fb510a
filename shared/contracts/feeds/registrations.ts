import { parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { type DeclaredPerson, MOST_PEOPLE, type CompanyOnly } from '#shared/domain/identity/registration.ts';
import type { Reader } from './column.ts';
import type { Layout } from './layout.ts';
import type { FeedRecord, FeedSource } from './feed-record.ts';
import * as columns from './registration-columns.ts';
import type { RowReader } from './row-reader.ts';
import { readEmail, readPhone } from './values/contact.ts';
import { readBirthDate, readDate } from './values/dates.ts';
import { readDigits } from './values/digits.ts';
import { readDocumentNumber, readDocumentType } from './values/document.ts';
import { readEnterpriseCode } from './values/enterprise.ts';
import { moneyReader, readCount } from './values/numbers.ts';
import { readGender, readIndustry, readNationality, readRole } from './values/person.ts';
import { memoisedReader } from './values/memoised-reader.ts';
import { readNameOrAddress, readPersonName, unicodeText } from './values/text.ts';

/** An unknown legal form keeps its text, so that the company still counts. */
export const readLegalForm: Reader<string> = memoisedReader((cell, font) => ({
  ok: true,
  value: parseLegalForm(unicodeText(cell, font)) ?? unicodeText(cell, font),
}));

/** One row for each person of a company (hồ sơ đăng ký doanh nghiệp); in JSONL one line a company with its people. */
export const REGISTRATIONS: Layout = {
  rows: 'registrations',
  columns: columns.REGISTRATION_COLUMNS,
  read(row, source) {
    const company = readCompany(row, source);
    const person = readPerson(row, source);
    if (row.position >= MOST_PEOPLE) row.reject(columns.ENTERPRISE_CODE, 'too_many');
    if (company === undefined || person === undefined || row.problems.length > 0) return [];
    const record: FeedRecord = { feed: 'registrations', company, person, position: row.position };
    return [record];
  },
};

const readCompany = (row: RowReader, source: FeedSource): CompanyOnly | undefined => {
  const enterpriseCode = row.required(columns.ENTERPRISE_CODE, readEnterpriseCode);
  const name = row.required(columns.COMPANY_NAME, readNameOrAddress);
  const legalForm = row.required(columns.LEGAL_FORM, readLegalForm);
  const registeredOn = row.required(columns.REGISTERED_ON, readDate);
  const headOfficeAddress = row.required(columns.HEAD_OFFICE_ADDRESS, readNameOrAddress);
  const mainIndustryCode = row.wanted(columns.MAIN_INDUSTRY, readIndustry);
  const charterCapital = row.required(columns.CHARTER_CAPITAL, moneyReader(row.heading(columns.CHARTER_CAPITAL)));
  const plannedEmployees = row.optional(columns.EMPLOYEES, readCount);
  const householdCode = row.optional(columns.HOUSEHOLD_CODE, readEnterpriseCode);
  const phone = row.wanted(columns.COMPANY_PHONE, readPhone);
  const email = row.wanted(columns.COMPANY_EMAIL, readEmail);
  const amendedOn = row.optional(columns.AMENDED_ON, readDate);
  row.rejectFuture(columns.REGISTERED_ON, registeredOn, source.today);
  row.rejectFuture(columns.AMENDED_ON, amendedOn, source.today);
  if (enterpriseCode === undefined || name === undefined || legalForm === undefined) return undefined;
  if (registeredOn === undefined || headOfficeAddress === undefined || charterCapital === undefined) return undefined;
  return {
    enterpriseCode,
    name,
    legalForm,
    registeredOn,
    amendedOn,
    headOfficeAddress,
    mainIndustryCode,
    charterCapital,
    plannedEmployees,
    householdCode,
    phone,
    email,
  };
};

const readPerson = (row: RowReader, source: FeedSource): DeclaredPerson | undefined => {
  const role = row.required(columns.PERSON_ROLE, readRole);
  const fullName = row.required(columns.FULL_NAME, readPersonName);
  const dateOfBirth = row.required(columns.DATE_OF_BIRTH, readBirthDate);
  const gender = row.wanted(columns.GENDER, readGender);
  const nationality = row.wanted(columns.NATIONALITY, readNationality);
  const documentType = row.required(columns.DOCUMENT_TYPE, readDocumentType);
  const documentNumber = row.required(
    columns.DOCUMENT_NUMBER,
    documentType === undefined ? readDigits : (cell) => readDocumentNumber(documentType, cell, dateOfBirth),
  );
  const issuedOn = row.optional(columns.ISSUED_ON, readDate);
  const personalPhone = row.wanted(columns.PERSONAL_PHONE, readPhone);
  row.rejectFuture(columns.DATE_OF_BIRTH, dateOfBirth, source.today);
  row.rejectFuture(columns.ISSUED_ON, issuedOn, source.today);
  if (role === undefined || fullName === undefined || dateOfBirth === undefined) return undefined;
  if (documentType === undefined || documentNumber === undefined) return undefined;
  return { role, fullName, dateOfBirth, gender, nationality, documentType, documentNumber, issuedOn, personalPhone };
};
