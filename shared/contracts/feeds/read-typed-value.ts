import type { CorrectableField } from '#shared/domain/risk/facts/correct-rows.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import type { Reader } from './column.ts';
import { readEmail, readPhone } from './values/contact.ts';
import { readBirthDate, readDate } from './values/dates.ts';
import { readDigits } from './values/digits.ts';
import { readEnterpriseCode } from './values/enterprise.ts';
import { readCount, readMoney } from './values/numbers.ts';
import { readGender, readIndustries, readIndustry, readNationality } from './values/person.ts';
import { readNameOrAddress, readPersonName } from './values/text.ts';

/** The reader of each field that an officer can correct; a new field does not compile without one. */
const READERS = {
  fullName: readPersonName,
  name: readNameOrAddress,
  legalForm: readNameOrAddress,
  documentType: readNameOrAddress,
  headOfficeAddress: readNameOrAddress,
  dateOfBirth: readBirthDate,
  gender: readGender,
  nationality: readNationality,
  documentNumber: readDigits,
  personalPhone: readPhone,
  phone: readPhone,
  email: readEmail,
  mainIndustryCode: readIndustry,
  industryCodes: readIndustries,
  issuedOn: readDate,
  registeredOn: readDate,
  charterCapital: readMoney,
  plannedEmployees: readCount,
  householdCode: readEnterpriseCode,
} satisfies Readonly<Record<CorrectableField, Reader<string | number>>>;
const READER_OF: ReadonlyMap<string, Reader<string | number>> = new Map(Object.entries(READERS));

/** Reads a value that an officer typed, as a file's cell would be read; undefined where it can't be. */
export function readTypedValue(field: string, text: string): string | undefined {
  const cell: Cell = text;
  const read = (READER_OF.get(field) ?? readNameOrAddress)(cell);
  return read.ok ? String(read.value) : undefined;
}
