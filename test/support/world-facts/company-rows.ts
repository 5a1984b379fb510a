import { SIGNAL_KINDS, type Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { parseDocumentNumber } from '#shared/domain/identity/identity-document.ts';
import {
  DOCUMENT_TYPES,
  type DocumentType,
  PERSON_ROLES,
  type Registration,
} from '#shared/domain/identity/registration.ts';
import { type BirthDate, parseBirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import { parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { parseMoney } from '#shared/domain/vietnamese/money.ts';
import type { WorldRow } from '#test/support/world-rows.ts';

export function registrationRow(row: WorldRow): RegistrationRow {
  const optional = (key: string) => row[key] || undefined;
  const company: Omit<Registration, 'people'> = {
    enterpriseCode: codeOf(row['enterpriseCode']),
    name: row['name'] ?? '',
    legalForm: parseLegalForm(row['legalForm'] ?? '') ?? '',
    registeredOn: parseDate(row['registeredOn'] ?? '') ?? '',
    amendedOn: parseDate(row['amendedOn'] ?? ''),
    headOfficeAddress: row['headOfficeAddress'] ?? '',
    mainIndustryCode: optional('mainIndustryCode'),
    charterCapital: parseMoney(row['charterCapital'] ?? '') ?? 0,
    plannedEmployees: row['plannedEmployees'] ? Number(row['plannedEmployees']) : undefined,
    householdCode: optional('householdCode'),
    phone: row['companyPhone'] ?? optional('phone'),
    email: optional('email'),
  };
  const documentType = DOCUMENT_TYPES.find((type) => type === row['documentType']) ?? 'CCCD';
  const dateOfBirth = parseBirthDate(row['dateOfBirth'] ?? '') ?? '';
  const person: RegistrationRow['person'] = {
    role: PERSON_ROLES.find((role) => role === row['role']) ?? 'member',
    fullName: row['fullName'] ?? '',
    dateOfBirth,
    documentType,
    documentNumber: numberOf(documentType, row['documentNumber'] ?? '', dateOfBirth),
    personalPhone: optional('personalPhone'),
    issuedOn: parseDate(row['issuedOn'] ?? ''),
  };
  return { company, person, position: Number(row['position']) };
}

/** The number with the zeros that a spreadsheet took away. */
function numberOf(type: DocumentType, text: string, dateOfBirth: BirthDate): string {
  const parsed = parseDocumentNumber(type, text, { dateOfBirth, numericCell: true });
  return parsed.ok ? parsed.number : text;
}

export function signalOf(row: WorldRow): Signal {
  const kind = SIGNAL_KINDS.find((known) => known === row['kind']) ?? 'THAY_DOI';
  return { kind, on: parseDate(row['date'] ?? '') ?? '', value: row['value'], note: row['note'] };
}

export const pairOf = (row: WorldRow, party: 'seller' | 'buyer') => ({
  party: row[party] ?? '',
  period: row['period'] ?? '',
  total: Number(row['total']),
});

export function codeOf(text: string | undefined): string {
  const parsed = parseEnterpriseCode(text ?? '');
  return parsed.ok ? parsed.code : '';
}
