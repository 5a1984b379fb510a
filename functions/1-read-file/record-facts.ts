import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import { listingCodeOf } from '#shared/domain/risk/facts/crime-reports.ts';
import { isNameAlone } from '#shared/domain/identity/registration.ts';
import type { FeedRecord, Repair } from '#shared/contracts/feeds/feed-record.ts';
import { isCompanyCode, partyRef } from '#shared/runtime/party-ref.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { AccountFact } from '#shared/tables/account-fact.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { CompanyFact } from '#shared/tables/company-item.ts';
import { documentLink, type Link, type Links, organisationLink, phoneLink } from '#shared/tables/links.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';
import type { PhoneReport, Subscribers, Subscription } from '#shared/tables/subscribers.ts';
import { invoiceSides } from './invoice-sides.ts';

export interface FactTables {
  readonly companies: Pick<Companies, 'record'>;
  readonly accounts: Pick<Accounts, 'record'>;
  readonly subscribers: Pick<Subscribers, 'record'>;
  readonly links: Pick<Links, 'record'>;
  readonly policeRecords: Pick<PoliceRecords, 'record'>;
  readonly hash: KeyedHash;
}

type RecordOf<F extends FeedRecord['feed']> = Extract<FeedRecord, { feed: F }>;

/** A fact and the row that it was read from. */
export interface ReadFact {
  readonly record: FeedRecord;
  readonly from: Provenance;
}

/** The items that a row adds to the tables. */
type Facts = {
  companies: CompanyFact[];
  accounts: AccountFact[];
  subscribers: (Subscription | PhoneReport)[];
  links: Link[];
  policeRecords: (RecordOf<'identities'>['record'] & { readonly from: Provenance })[];
};

/**
 * Writes a batch of rows as facts, each under a key made from its content and its drop: whoever reads the drop writes the
 * same items.
 */
export async function recordFacts(records: readonly ReadFact[], expiresAt: number, tables: FactTables): Promise<void> {
  const facts: Facts = { companies: [], accounts: [], subscribers: [], links: [], policeRecords: [] };
  for (const read of records) addFacts(facts, read, tables.hash);
  await Promise.all([
    tables.companies.record(facts.companies, expiresAt),
    tables.accounts.record(facts.accounts, undefined, expiresAt),
    tables.subscribers.record(facts.subscribers, expiresAt),
    tables.links.record(facts.links, expiresAt),
    tables.policeRecords.record(facts.policeRecords, expiresAt),
  ]);
}

/** Writes the repairs in rows of companies, for the office's worklist. */
export async function recordRepairs(
  repairs: readonly Repair[],
  drop: Omit<Provenance, 'row'>,
  expiresAt: number,
  { companies }: Pick<FactTables, 'companies'>,
): Promise<void> {
  const { file } = drop;
  const facts = repairs.flatMap(({ enterpriseCode, field, current, proposed, why, row }): CompanyFact[] => {
    if (enterpriseCode === undefined) return [];
    return [{ enterpriseCode, repair: { field, current, proposed, why, file, row }, from: { ...drop, row } }];
  });
  await companies.record(facts, expiresAt);
}

function addFacts(facts: Facts, { record, from }: ReadFact, hash: KeyedHash): void {
  switch (record.feed) {
    case 'registrations':
      return addRegistration(facts, record, from, hash);
    case 'identities':
      facts.policeRecords.push({ ...record.record, from });
      return;
    case 'activities':
      facts.companies.push({ enterpriseCode: record.enterpriseCode, signal: record.signal, from });
      return;
    case 'owners': {
      const { enterpriseCode, holding, declared } = record;
      facts.companies.push({ enterpriseCode, owners: { holding, declared }, from });
      if (holding?.holder.kind === 'organisation')
        facts.links.push({ value: organisationLink(holding.holder.number, hash), enterpriseCode });
      return;
    }
    case 'accounts':
      return addAccount(facts, record, from, hash);
    case 'flows':
      return addFlow(facts, record, from, hash);
    case 'counterparties':
      return addCounterparty(facts, record, from, hash);
    case 'devices':
      return addDevice(facts, record, from, hash);
    case 'invoices':
      return addInvoice(facts, record, from, hash);
    case 'suspicious-accounts':
      return addListing(facts, record, from, hash);
    case 'crime-reports':
      return addCrimeReport(facts, record, from, hash);
    case 'subscribers':
      return addSubscriber(facts, record, from, hash);
  }
}

function addRegistration(
  facts: Facts,
  { feed: _feed, ...registration }: RecordOf<'registrations'>,
  from: Provenance,
  hash: KeyedHash,
): void {
  const { person } = registration;
  const { enterpriseCode } = registration.company;
  facts.companies.push({ enterpriseCode, registration, from });
  if (person && !isNameAlone(person))
    facts.links.push({ value: documentLink(person.documentNumber, hash), enterpriseCode });
}

function addAccount(facts: Facts, { account, written }: RecordOf<'accounts'>, from: Provenance, hash: KeyedHash): void {
  const keys = accountKeysOf({ ...account, written }, hash);
  const { bank, accountNumber, enterpriseCode, phone } = account;
  facts.accounts.push({ ...keys, bank, accountNumber, register: account, from });
  facts.companies.push({ enterpriseCode, accountRef: keys.accountRef, bank, from });
  if (phone !== undefined) facts.links.push({ value: phoneLink(phone, hash), enterpriseCode });
}

function addFlow(facts: Facts, record: RecordOf<'flows'>, from: Provenance, hash: KeyedHash): void {
  const { bank, accountNumber, flow } = record;
  facts.accounts.push({ ...accountKeysOf(record, hash), bank, accountNumber, flow, from });
}

function addCounterparty(facts: Facts, record: RecordOf<'counterparties'>, from: Provenance, hash: KeyedHash): void {
  const { bank, accountNumber, counterparty, period, debit, credit } = record;
  const row = { ref: hash('counterparty', counterparty), period, debit, credit };
  facts.accounts.push({ ...accountKeysOf(record, hash), bank, accountNumber, counterparty: row, from });
}

function addDevice(facts: Facts, record: RecordOf<'devices'>, from: Provenance, hash: KeyedHash): void {
  const { bank, accountNumber, device, period: devicePeriod } = record;
  const row = { device: hash('device', device), devicePeriod };
  facts.accounts.push({ ...accountKeysOf(record, hash), bank, accountNumber, ...row, from });
}

/** A relation is stored under both parties, because each may be a company of the province. */
function addInvoice(facts: Facts, record: RecordOf<'invoices'>, from: Provenance, hash: KeyedHash): void {
  const { period, total } = record;
  for (const { enterpriseCode, side, other } of invoiceSides(record))
    facts.companies.push({ enterpriseCode, invoicePair: { side, party: partyRef(other, hash), period, total }, from });
}

function addListing(facts: Facts, record: RecordOf<'suspicious-accounts'>, from: Provenance, hash: KeyedHash): void {
  const { bank, accountNumber, code, reason, on } = record;
  facts.accounts.push({ ...accountKeysOf(record, hash), bank, accountNumber, listing: { code, reason, on }, from });
}

function addCrimeReport(
  facts: Facts,
  { report, account, enterpriseCode, phone }: RecordOf<'crime-reports'>,
  from: Provenance,
  hash: KeyedHash,
): void {
  if (enterpriseCode !== undefined) facts.companies.push({ enterpriseCode, crimeReport: report, from });
  if (phone !== undefined) facts.subscribers.push({ phoneRef: hash('phone', phone), report, from });
  if (account === undefined) return;
  const { bank, accountNumber } = account;
  const listing = { code: listingCodeOf(report), on: report.on, report };
  facts.accounts.push({ ...accountKeysOf(account, hash), bank, accountNumber, listing, from });
}

function addSubscriber(
  facts: Facts,
  { phone, documentNumber, on, isRecalled }: RecordOf<'subscribers'>,
  from: Provenance,
  hash: KeyedHash,
): void {
  const held = { phoneRef: hash('phone', phone), documentRef: hash('document', documentNumber) };
  // Nine digits are a person's old card, though they may look like a code that lost its zero
  const isCompany = documentNumber.length === 10 && isCompanyCode(documentNumber);
  facts.subscribers.push({ ...held, ...(isCompany && { isCompany }), on, isRecalled, from });
}
