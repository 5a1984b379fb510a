import type { FeedRecord, Repair } from '#shared/contracts/feeds/feed-record.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import { type AccountFact, accountRefOf, type Accounts } from '#shared/tables/accounts.ts';
import type { Companies, CompanyFact } from '#shared/tables/companies.ts';
import { documentLink, type Link, type Links, phoneLink } from '#shared/tables/links.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';
import type { Subscribers } from '#shared/tables/subscribers.ts';

export interface FactTables {
  readonly companies: Pick<Companies, 'record'>;
  readonly accounts: Pick<Accounts, 'record'>;
  readonly subscribers: Pick<Subscribers, 'record'>;
  readonly links: Pick<Links, 'record'>;
  readonly policeRecords: Pick<PoliceRecords, 'record'>;
  readonly hash: KeyedHash;
  readonly expiry: Expiry;
  readonly now: WireClock;
}

/** What a row puts into the tables. */
type Facts = {
  companies: CompanyFact[];
  accounts: AccountFact[];
  subscribers: { phoneRef: string; documentRef: string }[];
  links: Link[];
  policeRecords: Extract<FeedRecord, { feed: 'identities' }>['record'][];
};

/** Writes a batch of rows as facts, each under a key made from its content. */
export async function recordFacts(
  records: readonly FeedRecord[],
  repairs: readonly Repair[],
  tables: FactTables,
): Promise<void> {
  const facts: Facts = { companies: [], accounts: [], subscribers: [], links: [], policeRecords: [] };
  for (const record of records) addFacts(facts, record, tables.hash);
  for (const { enterpriseCode, field, current, proposed, why } of repairs) {
    if (enterpriseCode !== undefined)
      facts.companies.push({ enterpriseCode, repair: { field, current, proposed, why } });
  }
  const expiresAt = tables.expiry();
  await Promise.all([
    tables.companies.record(facts.companies, expiresAt),
    tables.accounts.record(facts.accounts, tables.now().toISOString(), expiresAt),
    tables.subscribers.record(facts.subscribers, expiresAt),
    tables.links.record(facts.links, expiresAt),
    tables.policeRecords.record(facts.policeRecords, expiresAt),
  ]);
}

function addFacts(facts: Facts, record: FeedRecord, hash: KeyedHash): void {
  switch (record.feed) {
    case 'registrations': {
      const { company, person, position } = record;
      const { enterpriseCode } = company;
      facts.companies.push({ enterpriseCode, registration: { company, person, position } });
      facts.links.push({ value: documentLink(person.documentNumber, hash), enterpriseCode });
      return;
    }
    case 'identities':
      facts.policeRecords.push(record.record);
      return;
    case 'activities':
      facts.companies.push({ enterpriseCode: record.enterpriseCode, signal: record.signal });
      return;
    case 'accounts': {
      const { account } = record;
      const accountRef = accountRefOf(account, hash);
      const { bank, accountNumber, enterpriseCode } = account;
      facts.accounts.push({ accountRef, bank, accountNumber, register: account });
      facts.companies.push({ enterpriseCode, accountRef });
      if (account.phone !== undefined) facts.links.push({ value: phoneLink(account.phone, hash), enterpriseCode });
      return;
    }
    case 'flows': {
      const { bank, accountNumber, flow } = record;
      facts.accounts.push({ accountRef: accountRefOf(record, hash), bank, accountNumber, flow });
      return;
    }
    case 'suspicious-accounts': {
      const { bank, accountNumber, code, reason, on } = record;
      facts.accounts.push({
        accountRef: accountRefOf(record, hash),
        bank,
        accountNumber,
        listing: { code, reason, on },
      });
      return;
    }
    case 'subscribers':
      facts.subscribers.push({
        phoneRef: hash('phone', record.phone),
        documentRef: hash('document', record.documentNumber),
      });
  }
}
