import { readFileSync } from 'node:fs';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import {
  isStrangersPhone,
  isUnregisteredPhone,
  othersBehindAccount,
  phoneOwnerOf,
  representativeOf,
} from '#shared/domain/risk/accounts-of-people.ts';
import { compareCompanyNames } from '#shared/domain/vietnamese/company-name/compare-company-names.ts';
import { parseCompanyName } from '#shared/domain/vietnamese/company-name/parse-company-name.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { parseBirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import {
  type AccountFacts,
  type CompanyFacts,
  type Flow,
  SIGNAL_KINDS,
  type Signal,
} from '#shared/domain/risk/facts/company-facts.ts';
import { type AccountRow, foldAccount, foldListing } from '#shared/domain/risk/facts/fold-accounts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { foldCounterparties, foldInvoicePairs } from '#shared/domain/risk/facts/fold-optional.ts';
import { joinSpans, type Span } from '#shared/domain/risk/coverage.ts';
import { coverageFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { peersOf, provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import { type CompanySample, sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { invoicePartners, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
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
import { registeredPhones, sharedValues } from '#shared/domain/risk/rings/shared-values.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
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
  /** Others' money through a shell: from which month on, and đồng by month. */
  readonly crime?: { readonly from: string; readonly months: Readonly<Record<string, number>> } | undefined;
  /** What the whole province's feeds have covered. */
  readonly heard?: ProvinceCoverage | undefined;
  /** Whether its bank tells of its flows. */
  readonly seen?: boolean | undefined;
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
  const [invoiceRows, activities] = partition(await rows('activities'), (row) => Boolean(row['seller']));
  const sold = grouped(invoiceRows, (row) => row['seller'] ?? '');
  const bought = grouped(invoiceRows, (row) => row['buyer'] ?? '');
  const signals = grouped(activities, (row) => codeOf(row['enterpriseCode']));
  const accountRows = await rows('accounts');
  const accounts = grouped(
    accountRows.filter((row) => row['enterpriseCode']),
    accountKey,
  );
  const flows = grouped(
    accountRows.filter((row) => row['period'] && !row['counterparty'] && !row['device']),
    accountKey,
  );
  const counterparties = grouped(
    accountRows.filter((row) => row['counterparty']),
    accountKey,
  );
  const devices = grouped(
    accountRows.filter((row) => row['device']),
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
  const heard = heardIn(activities, accountRows, invoiceRows);
  const { statements: _none, ...coverage } = heard;

  const companies = labels(world, 'companies').flatMap(
    (label): (WorldCompany & { readonly sample: CompanySample })[] => {
      const own = (registrations.get(label.code) ?? []).map(registrationRow);
      if (own.length === 0) return [];
      const { current, changes, peopleSince } = foldVersions(own);
      const verified = current.people.map((person, index): VerifiedPerson => {
        const labelled = people.get(label.code)?.find(({ position }) => position === index);
        const since = peopleSince[index] ?? current.registeredOn;
        const record = police.get(person.documentNumber)?.at(-1);
        const statusOn = parseDate(record?.['statusOn'] ?? '');
        const status = STANDINGS[record?.['status'] ?? ''];
        const issued = person.issuedOn ?? '';
        const isReissued = status === 'reported_lost' && statusOn !== undefined && issued > statusOn && issued <= since;
        return {
          role: person.role,
          maskedDocumentNumber: maskNumber(person.documentNumber),
          personRef: labelled?.truth?.documentNumber ?? person.documentNumber,
          birthYear: Number(person.dateOfBirth.slice(0, 4)),
          foreign: labelled?.expected === 'unchecked',
          // Without a manifest an extract that misses somebody says nothing of them.
          result: labelled?.expected === 'not_found' ? 'unchecked' : (labelled?.expected ?? 'unchecked'),
          fields: NOTHING,
          documentStatus: status && (!statusOn || statusOn <= since) && !isReissued ? status : 'valid',
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
        behind.personRefs.push(...othersBehindAccount(account.representativeDocumentNumber, holders, known));
        if (account.phone) behind.phones.push(account.phone);
        return {
          accountRef: key,
          bank: account.bank,
          maskedNumber: maskNumber(account.accountNumber),
          status: account.status,
          openedOn: account.openedOn,
          representative: representativeOf(account.representativeDocumentNumber, known),
          phoneOwner: phoneOwnerOf(account.representativeDocumentNumber, holders, known),
          ...(isStrangersPhone(
            account.phone,
            registeredPhones(current),
            holders,
            account.representativeDocumentNumber,
            known,
          ) && {
            strangersPhone: hash('phone', account.phone),
          }),
          ...(isUnregisteredPhone(account.phone, registeredPhones(current), holders) && {
            unregisteredPhone: hash('phone', account.phone),
          }),
          holder: holderOf(account.holderName, current.name),
          ...foldFlows((flows.get(key) ?? []).map(flowOf)),
          counterparties: foldCounterparties((counterparties.get(key) ?? []).map(counterpartyOf)),
          devices: devices.has(key)
            ? [...new Set(devices.get(key)?.map((row) => row['device'] ?? ''))].sort()
            : undefined,
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
        invoicePairs:
          sold.has(label.code) || bought.has(label.code)
            ? {
                sold: foldInvoicePairs((sold.get(label.code) ?? []).map((row) => pairOf(row, 'buyer'))),
                bought: foldInvoicePairs((bought.get(label.code) ?? []).map((row) => pairOf(row, 'seller'))),
              }
            : undefined,
        coverage,
      };
      const values = sharedValues(current, verified, behind, hash, {
        counterparties: mainCounterparties(accountFacts),
        devices: accountFacts.flatMap((account) => account.devices ?? []),
        sellers: invoicePartners(label.code, facts.invoicePairs),
      }).filter(({ unsure }) => !unsure);
      const { headOfficeAddress } = current;
      return [
        {
          facts,
          values,
          headOfficeAddress,
          shell: label.shell,
          kind: label.shell ? label.kind : label.why,
          why: label.why,
          crime: label.crime,
          seen: label.seen,
          sample: sampleOf(facts, parseAddress(headOfficeAddress)),
        },
      ];
    },
  );
  return amongTheirLike(companies, heard);
}

/** As the embedded run does: what each company's offices send, and where it stands among its like. */
function amongTheirLike(
  companies: readonly (WorldCompany & { readonly sample: CompanySample })[],
  heard: ProvinceCoverage,
) {
  const picture = provinceProfileOf(
    companies.map(({ sample }) => sample),
    heard,
  );
  return companies.map(({ sample: own, ...company }): WorldCompany => {
    const coverage = coverageFor(own, heard, picture.offices);
    return { ...company, heard, facts: { ...company.facts, coverage, peers: peersOf(own, picture) } };
  });
}

interface Label {
  readonly code: string;
  readonly shell: boolean;
  readonly kind: string;
  readonly why: string;
  readonly position?: number;
  readonly expected?: IdentityResult;
  readonly crime?: WorldCompany['crime'];
  readonly seen?: boolean;
  readonly truth?: { readonly documentNumber: string } | undefined;
}

function labels(world: string, name: string): Label[] {
  const lines = readFileSync(`${world}/labels/${name}.jsonl`, 'utf8').split('\n');
  return lines.filter(Boolean).map((line): Label => JSON.parse(line));
}

function heardIn(activities: readonly Row[], accountRows: readonly Row[], invoices: readonly Row[]): ProvinceCoverage {
  const signals = spansOf(
    activities,
    (row) => (SIGNAL_KINDS.some((kind) => kind === row['kind']) ? row['kind'] : undefined),
    (row) => {
      const on = parseDate(row['date'] ?? '');
      return on === undefined ? undefined : { from: on, to: on };
    },
  );
  const ofBank = (passes: (row: Row) => boolean) =>
    spansOf(accountRows.filter(passes), bankOf, (row) => daysOfPeriod(row['period'] || '2025'));
  const notified = (spans: Record<string, Span>) => (Object.keys(spans).length > 0 ? spans : undefined);
  return {
    signals,
    identities: 'listed',
    subscribers: true,
    flows: ofBank((row) => Boolean(row['period'] && !row['counterparty'] && !row['device'])),
    counterparties: notified(ofBank((row) => Boolean(row['counterparty']))),
    devices: notified(ofBank((row) => Boolean(row['device']))),
    invoicePairs: spansOf(
      invoices,
      () => 'invoices',
      (row) => daysOfPeriod(row['period'] ?? ''),
    )['invoices'],
    statements: [],
  };
}

function spansOf(
  rows: readonly Row[],
  kindOf: (row: Row) => string | undefined,
  daysOf: (row: Row) => Span | undefined,
) {
  let spans: Record<string, Span> = {};
  for (const row of rows) {
    const [kind, days] = [kindOf(row), daysOf(row)];
    if (kind !== undefined && days !== undefined) spans = joinSpans(spans, { [kind]: days });
  }
  return spans;
}

const counterpartyOf = (row: Row) => ({
  ref: hash('counterparty', row['counterparty'] ?? ''),
  period: row['period'] ?? '',
  debit: Number(row['debit']),
  credit: Number(row['credit'] ?? 0),
});

const pairOf = (row: Row, party: 'seller' | 'buyer') => ({
  party: row[party] ?? '',
  period: row['period'] ?? '',
  total: Number(row['total']),
});

function holderOf(holderName: string | undefined, name: string): AccountFacts['holder'] {
  if (holderName === undefined) return 'unknown';
  return compareCompanyNames(parseCompanyName(holderName), parseCompanyName(name)).result === 'mismatch'
    ? 'other'
    : 'same';
}

function partition<T>(items: readonly T[], passes: (item: T) => boolean): [T[], T[]] {
  return [items.filter(passes), items.filter((item) => !passes(item))];
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
    issuedOn: parseDate(row['issuedOn'] ?? ''),
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
    holderName: row['holderName'] || undefined,
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
