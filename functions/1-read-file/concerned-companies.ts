import type { FeedRecord, NamedAccount } from '#shared/contracts/feeds/feed-record.ts';
import type { AccountTouched, CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { isCompanyCode } from '#shared/runtime/party-ref.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { Concerned } from '#shared/tables/concerned.ts';
import { documentLink, type Links, phoneLink } from '#shared/tables/links.ts';

export interface ConcernedCompaniesPorts {
  readonly links: Pick<Links, 'companiesOf'>;
  readonly accounts: Pick<Accounts, 'concernedBy'>;
  readonly hash: KeyedHash;
  readonly verify: SendMessages<RegistrationRecorded>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly notifyBanks: SendMessages<AccountTouched>;
}

const LOOK_UPS_AT_ONCE = 32;

/**
 * The companies and accounts that the rows of a file concern. Each gets one message after the facts are written,
 * however many rows name it. An account concerns every company that a register ever gave it to, because it may have
 * moved.
 */
export class ConcernedCompanies {
  readonly #registered: Set<string>;
  readonly #companies: Set<string>;
  readonly #accounts: Set<string>;
  readonly #documents: Set<string>;
  readonly #phones: Set<string>;
  readonly #listed: Set<string>;

  constructor(known: Partial<Concerned> = {}) {
    this.#registered = new Set(known.registered);
    this.#companies = new Set(known.companies);
    this.#accounts = new Set(known.accounts);
    this.#documents = new Set(known.documents);
    this.#phones = new Set(known.phones);
    this.#listed = new Set(known.listed);
  }

  add(record: FeedRecord, hash: KeyedHash): void {
    switch (record.feed) {
      case 'registrations':
        this.#registered.add(record.company.enterpriseCode);
        return;
      case 'identities':
        this.addDocument(record.record.documentNumber, hash);
        if (record.record.oldNumber) this.addDocument(record.record.oldNumber, hash);
        return;
      case 'activities':
        this.#companies.add(record.enterpriseCode);
        return;
      case 'accounts':
        this.#account({ ...record.account, written: record.written }, hash);
        return;
      case 'invoices':
        for (const code of [record.seller, record.buyer]) if (isCompanyCode(code)) this.#companies.add(code);
        return;
      case 'flows':
      case 'counterparties':
      case 'devices':
        this.#account(record, hash);
        return;
      case 'suspicious-accounts':
        this.#account(record, hash);
        this.#listed.add(accountKeysOf(record, hash).accountRef);
        return;
      case 'subscribers':
        this.#phones.add(phoneLink(record.phone, hash));
    }
  }

  /** The reference is made of the number without its leading zeros, so that every account that the number may mean is found. */
  #account(account: NamedAccount, hash: KeyedHash): void {
    const { accountRef, readingRef = accountRef } = accountKeysOf(account, hash);
    this.#accounts.add(readingRef);
  }

  addCompany(enterpriseCode: string): void {
    this.#companies.add(enterpriseCode);
  }

  /** The companies that declared a person with the number. */
  addDocument(number: string, hash: KeyedHash): void {
    this.#documents.add(documentLink(number, hash));
  }

  /**
   * Looks up which companies a police record, an account or a subscriber concerns, and sends their messages. Sending
   * twice changes nothing.
   */
  async notifySteps({ links, accounts, verify, assess, notifyBanks }: ConcernedCompaniesPorts): Promise<void> {
    const look = async (keys: ReadonlySet<string>, up: (key: string) => Promise<readonly string[]>) =>
      (await inParallel([...keys], LOOK_UPS_AT_ONCE, up)).flat();
    const declaring = await look(this.#documents, links.companiesOf);
    const concerned = await inParallel([...this.#accounts], LOOK_UPS_AT_ONCE, async (readingRef) => ({
      readingRef,
      ...(await accounts.concernedBy(readingRef)),
    }));
    const holding = concerned.flatMap(({ companies }) => companies);
    // An account may have become known that was listed by a number from a spreadsheet
    const listed = concerned.flatMap((number) => (number.listed ? [number.readingRef] : []));
    const reachedBy = await look(this.#phones, links.companiesOf);
    await Promise.all([
      verify(messages([...this.#registered, ...declaring])),
      assess(messages([...this.#companies, ...holding, ...reachedBy])),
      notifyBanks([...new Set([...this.#listed, ...listed])].map((accountRef) => ({ accountRef }))),
    ]);
  }
}

const messages = (codes: readonly string[]) => [...new Set(codes)].map((enterpriseCode) => ({ enterpriseCode }));
