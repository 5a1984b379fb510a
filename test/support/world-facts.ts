import { readFileSync } from 'node:fs';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { othersBehind, phoneOwnerOf, representativeOf } from '#shared/domain/risk/accounts-of-people.ts';
import { parseBirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import {
  type AccountFacts,
  type CompanyFacts,
  type Coverage,
  type Flow,
  SIGNAL_KINDS,
  type Signal,
} from '#shared/domain/risk/facts/company-facts.ts';
import { type AccountRow, foldAccount, foldFlows, foldListing } from '#shared/domain/risk/facts/fold-accounts.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { parseMoney } from '#shared/domain/vietnamese/money.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import type { DocumentStatus, IdentityResult, VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import { DOCUMENT_TYPES, PERSON_ROLES, type Registration } from '#shared/domain/identity/registration.ts';
import { type SharedValue, sharedValues } from '#shared/domain/risk/rings/shared-values.ts';
import { type Row, worldRows } from './world-rows.ts';

/** A company of a labelled world: its facts without bands, what it may share, and what it truly is. */
export interface WorldCompany {
  readonly facts: Omit<CompanyFacts, 'bands'>;
  readonly values: readonly SharedValue[];
  readonly headOfficeAddress: string;
  readonly shell: boolean;
  readonly kind: string;
  /** Of a shell of a ring, which. */
  readonly why: string;
}

const STANDINGS: Readonly<Record<string, DocumentStatus>> = {
  DA_CHET: 'deceased',
  MAT_TICH: 'missing',
  BAO_MAT_GIAY_TO: 'reported_lost',
  BI_TRUY_NA: 'wanted',
  SO_DA_HUY: 'cancelled',
};
const NOTHING = {
  documentNumber: 'not_provided',
  fullName: 'not_provided',
  dateOfBirth: 'not_provided',
  gender: 'not_provided',
} as const;

const hash = (kind: string, value: string) => `${kind}:${value}`;

/** Reads a labelled world (feeds and `labels/`) into facts; people's results are the labelled ones. */
export async function worldFacts(world: string, asOf: string): Promise<WorldCompany[]> {
  const rows = async (feed: string) => await worldRows(world, feed);
  const registrations = grouped(await rows('registrations'), (row) => codeOf(row['enterpriseCode']));
  const activities = await rows('activities');
  const signals = grouped(activities, (row) => codeOf(row['enterpriseCode']));
  const accountRows = await rows('accounts');
  const accounts = grouped(
    accountRows.filter((row) => row['enterpriseCode']),
    accountKey,
  );
  const flows = grouped(
    accountRows.filter((row) => row['period']),
    accountKey,
  );
  const listings = grouped(await rows('suspicious-accounts'), accountKey);
  const subscribers = grouped(await rows('subscribers'), (row) => parsePhones(row['phone'] ?? '')[0] ?? '');
  const police = grouped(await rows('identities'), (row) => row['documentNumber'] ?? '');
  const people = grouped(labels(world, 'identities'), (label) => label.code);
  const ownAccounts = grouped(
    [...accounts.values()],
    (versions) => foldAccount(versions.map(accountRow)).enterpriseCode,
  );
  const coverage = coverageOf(activities, flows);

  return labels(world, 'companies').flatMap((label): WorldCompany[] => {
    const own = (registrations.get(label.code) ?? []).map(registrationRow);
    if (own.length === 0) return [];
    const { current, changes, peopleSince } = foldVersions(own);
    const verified = current.people.map((person, index): VerifiedPerson => {
      const labelled = people.get(label.code)?.find(({ position }) => position === index);
      const since = peopleSince[index] ?? current.registeredOn;
      const record = police.get(person.documentNumber)?.at(-1);
      const statusOn = parseDate(record?.['statusOn'] ?? '');
      const status = STANDINGS[record?.['status'] ?? ''];
      return {
        role: person.role,
        maskedDocumentNumber: maskNumber(person.documentNumber),
        personRef: labelled?.truth?.documentNumber ?? person.documentNumber,
        birthYear: Number(person.dateOfBirth.slice(0, 4)),
        foreign: labelled?.expected === 'unchecked',
        result: labelled?.expected ?? 'unchecked',
        fields: NOTHING,
        documentStatus: status && (!statusOn || statusOn <= since) ? status : 'valid',
      };
    });
    const known = verified.map(({ role, personRef }, index) => ({
      role,
      aliasRefs: [personRef, current.people[index]?.documentNumber ?? '', ...aliases(police, personRef)],
    }));
    const behind: { personRefs: string[]; phones: string[] } = { personRefs: [], phones: [] };
    const accountFacts = (ownAccounts.get(label.code) ?? []).map((versions): AccountFacts => {
      const account = foldAccount(versions.map(accountRow));
      const key = `${account.bank} ${account.accountNumber}`;
      const holders = (subscribers.get(account.phone ?? '') ?? []).map((row) => row['documentNumber'] ?? '');
      behind.personRefs.push(...othersBehind(account.representativeDocumentNumber, holders, known));
      if (account.phone) behind.phones.push(account.phone);
      return {
        accountRef: key,
        bank: account.bank,
        maskedNumber: maskNumber(account.accountNumber),
        status: account.status,
        openedOn: account.openedOn,
        representative: representativeOf(account.representativeDocumentNumber, known),
        phoneOwner: phoneOwnerOf(account.representativeDocumentNumber, holders, known),
        holder: 'same',
        flows: foldFlows((flows.get(key) ?? []).map(flowOf)),
        listing: foldListing(
          (listings.get(key) ?? []).map((row) => ({
            code: Number(row['code']),
            on: parseDate(row['date'] ?? '') ?? '',
          })),
          asOf,
          730,
        ),
      };
    });
    const { name, legalForm, registeredOn, charterCapital, plannedEmployees, mainIndustryCode } = current;
    const facts: WorldCompany['facts'] = {
      asOf,
      enterpriseCode: label.code,
      name,
      legalForm,
      registeredOn,
      charterCapital,
      plannedEmployees,
      mainIndustryCode,
      address: placeOf(current),
      people: verified,
      ...foldSignals((signals.get(label.code) ?? []).map(signalOf), changes, asOf),
      accounts: accountFacts,
      coverage,
    };
    const values = sharedValues(current, verified, behind, hash);
    const { headOfficeAddress } = current;
    return [
      {
        facts,
        values,
        headOfficeAddress,
        shell: label.shell,
        kind: label.shell ? label.kind : label.why,
        why: label.why,
      },
    ];
  });
}

interface Label {
  readonly code: string;
  readonly shell: boolean;
  readonly kind: string;
  readonly why: string;
  readonly position?: number;
  readonly expected?: IdentityResult;
  readonly truth?: { readonly documentNumber: string } | undefined;
}

function labels(world: string, name: string): Label[] {
  const lines = readFileSync(`${world}/labels/${name}.jsonl`, 'utf8').split('\n');
  return lines.filter(Boolean).map((line): Label => JSON.parse(line));
}

function coverageOf(activities: readonly Row[], flows: ReadonlyMap<string, readonly Row[]>): Coverage {
  const signals: Record<string, string> = {};
  for (const row of activities) {
    const [kind, on] = [row['kind'] ?? '', parseDate(row['date'] ?? '') ?? ''];
    if (SIGNAL_KINDS.some((known) => known === kind) && on > (signals[kind] ?? '')) signals[kind] = on;
  }
  const heard: Record<string, string> = {};
  for (const [key, rows] of flows) {
    const bank = key.split(' ')[0] ?? '';
    for (const row of rows) if ((row['period'] ?? '') > (heard[bank] ?? '')) heard[bank] = row['period'] ?? '';
  }
  return { signals, identities: true, subscribers: true, flows: heard };
}

function registrationRow(row: Row): RegistrationRow {
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
    phone: row['companyPhone'] ?? optional('phone'),
    email: optional('email'),
  };
  const person: RegistrationRow['person'] = {
    role: PERSON_ROLES.find((role) => role === row['role']) ?? 'member',
    fullName: row['fullName'] ?? '',
    dateOfBirth: parseBirthDate(row['dateOfBirth'] ?? '') ?? '',
    documentType: DOCUMENT_TYPES.find((type) => type === row['documentType']) ?? 'CCCD',
    documentNumber: row['documentNumber'] ?? '',
    personalPhone: optional('personalPhone'),
  };
  return { company, person, position: Number(row['position']) };
}

function signalOf(row: Row): Signal {
  const kind = SIGNAL_KINDS.find((known) => known === row['kind']) ?? 'THAY_DOI';
  return { kind, on: parseDate(row['date'] ?? '') ?? '', value: row['value'], note: row['note'] };
}

function accountRow(row: Row): AccountRow {
  return {
    bank: bankOf(row),
    accountNumber: row['accountNumber'] ?? '',
    enterpriseCode: codeOf(row['enterpriseCode']),
    representativeDocumentNumber: row['representativeDocumentNumber'] || undefined,
    phone: parsePhones(row['phone'] ?? '')[0],
    openedOn: parseDate(row['openedOn'] ?? ''),
    status: row['status'] || undefined,
    updatedOn: parseDate(row['updatedOn'] ?? ''),
  };
}

function flowOf(row: Row): Flow {
  const number = (key: string) => (row[key] ? Number(row[key]) : undefined);
  return {
    period: row['period'] ?? '',
    credit: Number(row['credit']),
    debit: Number(row['debit']),
    transactions: number('transactions'),
    medianHoldMinutes: number('medianHoldMinutes'),
    foreignIpShare: number('foreignIpShare'),
  };
}

const placeOf = ({ headOfficeAddress }: Registration) => {
  const { specific, apartment } = parseAddress(headOfficeAddress);
  return { specific, apartment };
};

const aliases = (police: ReadonlyMap<string, readonly Row[]>, ref: string) =>
  (police.get(ref) ?? []).flatMap((row) => row['oldNumber'] || []);

const bankOf = (row: Row) => findInstitution(row['bank'] ?? '')?.id ?? '';
const accountKey = (row: Row) => `${bankOf(row)} ${row['accountNumber']}`;

function codeOf(text: string | undefined): string {
  const parsed = parseEnterpriseCode(text ?? '');
  return parsed.ok ? parsed.code : '';
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, key);
}
