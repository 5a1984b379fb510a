import * as z from 'zod';
import { listingCodeOf } from '#shared/domain/risk/facts/crime-reports.ts';
import type { FeedRecord, NamedAccount } from '#shared/contracts/feeds/feed-record.ts';
import type { AccountTouched, CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { isCompanyCode } from '#shared/runtime/party-ref.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import { documentLinkOf, type Links, organisationLink, subscriptionLinkOf } from '#shared/tables/links.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';

export interface TellPorts {
  readonly links: Pick<Links, 'companiesOf'>;
  readonly accounts: Pick<Accounts, 'concernedBy'>;
  readonly policeRecords: Pick<PoliceRecords, 'oldNumbersOf'>;
  readonly hash: KeyedHash;
  readonly verify: SendMessages<RegistrationRecorded>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly notifyBanks: SendMessages<AccountTouched>;
  readonly enter: EnterInLog;
  readonly now: RealClock;
}

const texts = z.array(z.string());
const Listed = z.strictObject({ accountRef: z.string(), bank: z.string(), code: z.number(), on: z.string() });

/** Whom rows of a file concern: companies by their codes, everybody else by keyed references. */
export const Concerned = z.strictObject({
  registered: texts,
  companies: texts,
  /** Of them those whose members are listed, on which companies depend of which they are themselves a member. */
  held: texts,
  /** Accounts, by the key of the number without its leading zeros. */
  accounts: texts,
  documents: texts,
  phones: texts,
  listed: z.array(Listed),
});
export type Concerned = z.infer<typeof Concerned>;

/** Gathers whom the rows of a file concern, each once. */
export class ConcernedByRows {
  readonly #registered = new Set<string>();
  readonly #companies = new Set<string>();
  readonly #held = new Set<string>();
  readonly #accounts = new Set<string>();
  readonly #documents = new Set<string>();
  readonly #phones = new Set<string>();
  readonly #listed = new Map<string, Concerned['listed'][number]>();

  add(record: FeedRecord, hash: KeyedHash): void {
    switch (record.feed) {
      case 'registrations':
        this.#registered.add(record.company.enterpriseCode);
        return;
      case 'identities':
        this.#documents.add(hash('document', record.record.documentNumber));
        if (record.record.oldNumber) this.#documents.add(hash('document', record.record.oldNumber));
        return;
      case 'owners':
        if (record.holding) this.#held.add(record.enterpriseCode);
        this.#companies.add(record.enterpriseCode);
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
        this.#listing(record, record, hash);
        return;
      case 'crime-reports': {
        const { account, enterpriseCode, phone, report } = record;
        if (account) this.#listing(account, { code: listingCodeOf(report), on: report.on }, hash);
        if (enterpriseCode !== undefined) this.#companies.add(enterpriseCode);
        if (phone !== undefined) this.#phones.add(hash('phone', phone));
        return;
      }
      case 'subscribers':
        this.#phones.add(hash('phone', record.phone));
    }
  }

  /** The reference is made of the number without its leading zeros, so that every account that the number may mean is found. */
  #account(account: NamedAccount, hash: KeyedHash): void {
    const { accountRef, readingRef = accountRef } = accountKeysOf(account, hash);
    this.#accounts.add(readingRef);
  }

  #listing(
    account: NamedAccount,
    { code, on }: Pick<Concerned['listed'][number], 'code' | 'on'>,
    hash: KeyedHash,
  ): void {
    this.#account(account, hash);
    const { accountRef } = accountKeysOf(account, hash);
    this.#listed.set(`${accountRef} ${code} ${on}`, { accountRef, bank: account.bank, code, on });
  }

  get all(): Concerned {
    return {
      registered: [...this.#registered],
      companies: [...this.#companies],
      held: [...this.#held],
      accounts: [...this.#accounts],
      documents: [...this.#documents],
      phones: [...this.#phones],
      listed: [...this.#listed.values()],
    };
  }
}

const LOOK_UPS_AT_ONCE = 32;

/**
 * Looks up which companies a police record, an account or a subscriber concerns, and sends their messages. An account
 * concerns every company that a register ever gave it to, because it may have moved. Sending twice changes nothing.
 * @param isAgain whether an earlier drop of the file may have given a person another old number
 */
export async function tell(concerned: Concerned, isAgain: boolean, ports: TellPorts): Promise<void> {
  const { links, accounts, policeRecords, verify, assess, notifyBanks } = ports;
  const look = async (keys: Iterable<string>, up: (key: string) => Promise<readonly string[]>) =>
    (await inParallel([...keys], LOOK_UPS_AT_ONCE, up)).flat();
  const former = isAgain ? await look(concerned.documents, policeRecords.oldNumbersOf) : [];
  const documents = new Set([...concerned.documents, ...former]);
  const declaring = await look(documents, (ref) => links.companiesOf(documentLinkOf(ref)));
  const numbers = await inParallel(concerned.accounts, LOOK_UPS_AT_ONCE, async (readingRef) => ({
    readingRef,
    ...(await accounts.concernedBy(readingRef)),
  }));
  const holding = numbers.flatMap(({ companies }) => companies);
  // An account may have become known that was listed by a number from a spreadsheet
  const listed = numbers.flatMap((number) => (number.listed ? [number.readingRef] : []));
  const dependent = new Set(concerned.held);
  for (const code of dependent)
    for (const daughter of await links.companiesOf(organisationLink(code, ports.hash))) dependent.add(daughter);
  const reachedBy = await look(concerned.phones, async (ref) => [
    ...(await links.companiesOf(subscriptionLinkOf(ref))),
    ...(await links.companiesOf(valueKey({ kind: 'phone', ref }))),
  ]);
  const named = concerned.listed.map(({ accountRef }) => accountRef);
  await Promise.all([
    verify(messages([...concerned.registered, ...declaring])),
    assess(messages([...concerned.companies, ...dependent, ...holding, ...reachedBy])),
    notifyBanks([...new Set([...named, ...listed])].map((accountRef) => ({ accountRef }))),
  ]);
}

/** Enters the listings in the log. A listing is identified by its content: the same row of another file is the same listing. */
export async function enterListings(
  { listed }: Pick<Concerned, 'listed'>,
  { enter, hash, now }: Pick<TellPorts, 'enter' | 'hash' | 'now'>,
): Promise<void> {
  await enter(
    listed.map((says) => {
      const made = { kind: 'account-listed', at: now().toISOString(), by: 'feed:suspicious-accounts', says } as const;
      return entryOf(made, { ...says, accountRef: hash.first(says.accountRef) });
    }),
  );
}

const messages = (codes: readonly string[]) => [...new Set(codes)].map((enterpriseCode) => ({ enterpriseCode }));
