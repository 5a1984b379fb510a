import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import type { AccountTouched, CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import type { Send } from '#shared/clients/queue.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountRefOf } from '#shared/tables/accounts.ts';
import type { Links } from '#shared/tables/links.ts';

export interface TellPorts {
  readonly links: Pick<Links, 'companiesOf'>;
  readonly hash: KeyedHash;
  readonly verify: Send<RegistrationRecorded>;
  readonly assess: Send<CompanyTouched>;
  readonly notifyBank: Send<AccountTouched>;
}

const LOOK_UPS_AT_ONCE = 32;

/**
 * Whom the rows of a file touch; told once the facts are written, each only once however many rows named it.
 * Whom flows, subscribers and listings touch is not looked up row by row: the sweep at the end of their feed's reading
 * sends every company on.
 */
export class Touched {
  readonly #registered = new Set<string>();
  readonly #companies = new Set<string>();
  readonly #documents = new Set<string>();
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
        return;
      case 'suspicious-accounts':
        this.#listed.add(accountRefOf(record, hash));
        return;
      case 'flows':
      case 'subscribers':
    }
  }

  /** Looks up whose people a police record is about, and tells them all; sending twice does no harm. */
  async tell({ links, verify, assess, notifyBank }: TellPorts): Promise<void> {
    const declaring = await inParallel([...this.#documents], LOOK_UPS_AT_ONCE, links.companiesOf);
    const registered = new Set([...this.#registered, ...declaring.flat()]);
    await Promise.all([
      verify([...registered].map((enterpriseCode) => ({ enterpriseCode }))),
      assess([...this.#companies].map((enterpriseCode) => ({ enterpriseCode }))),
      notifyBank([...this.#listed].map((accountRef) => ({ accountRef }))),
    ]);
  }
}
