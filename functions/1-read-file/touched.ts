import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import type { AccountTouched, CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import type { Send } from '#shared/clients/queue.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountRefOf, type Accounts } from '#shared/tables/accounts.ts';
import type { Links } from '#shared/tables/links.ts';

export interface TellPorts {
  readonly accounts: Pick<Accounts, 'companiesOf'>;
  readonly links: Pick<Links, 'companiesOf'>;
  readonly hash: KeyedHash;
  readonly verify: Send<RegistrationRecorded>;
  readonly assess: Send<CompanyTouched>;
  readonly notifyBank: Send<AccountTouched>;
}

const LOOK_UPS_AT_ONCE = 32;

/** Whom the rows of a file touch; told once the facts are written, each only once however many rows named it. */
export class Touched {
  readonly #registered = new Set<string>();
  readonly #companies = new Set<string>();
  readonly #documents = new Set<string>();
  readonly #accountPhones = new Set<string>();
  readonly #accounts = new Set<string>();
  readonly #listed = new Set<string>();

  add(record: FeedRecord, hash: KeyedHash): void {
    switch (record.feed) {
      case 'registrations':
        this.#registered.add(record.company.enterpriseCode);
        return;
      case 'identities':
        this.#documents.add(`document#${hash('document', record.record.documentNumber)}`);
        if (record.record.oldNumber) this.#documents.add(`document#${hash('document', record.record.oldNumber)}`);
        return;
      case 'activities':
        this.#companies.add(record.enterpriseCode);
        return;
      case 'accounts':
        this.#companies.add(record.account.enterpriseCode);
        this.#accounts.add(accountRefOf(record.account, hash));
        return;
      case 'flows':
        this.#accounts.add(accountRefOf(record, hash));
        return;
      case 'suspicious-accounts':
        this.#accounts.add(accountRefOf(record, hash));
        this.#listed.add(accountRefOf(record, hash));
        return;
      case 'subscribers':
        this.#accountPhones.add(`account-phone#${hash('phone', record.phone)}`);
    }
  }

  /** Looks up who stands behind each value and tells them all; sending twice does no harm. */
  async tell({ accounts, links, verify, assess, notifyBank }: TellPorts): Promise<void> {
    const registered = await collect(this.#documents, links.companiesOf, this.#registered);
    const owners = await collect(this.#accounts, accounts.companiesOf, this.#companies);
    const companies = await collect(this.#accountPhones, links.companiesOf, owners);
    await Promise.all([
      verify([...registered].map((enterpriseCode) => ({ enterpriseCode }))),
      assess([...companies].map((enterpriseCode) => ({ enterpriseCode }))),
      notifyBank([...this.#listed].map((accountRef) => ({ accountRef }))),
    ]);
  }
}

async function collect(
  values: ReadonlySet<string>,
  companiesOf: (value: string) => Promise<readonly string[]>,
  known: ReadonlySet<string>,
) {
  const found = await inParallel([...values], LOOK_UPS_AT_ONCE, companiesOf);
  return new Set([...known, ...found.flat()]);
}
