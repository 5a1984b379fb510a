import { AccountItem } from './account-item.ts';
import { AccountItemKeys } from './account-keys.ts';
import type { ReferenceForms } from './stored-references.ts';

/** An account with facts that are taken back, and whom they concern. */
export interface TakenAccount {
  readonly accountRef: string;
  readonly readingRefs: readonly string[];
  readonly companies: readonly string[];
  readonly wasListed: boolean;
}

/** Gathers the accounts of facts that are taken back. */
export class TakenAccounts {
  readonly #hash: ReferenceForms;
  readonly #found = new Map<string, { readings: Set<string>; companies: Set<string>; wasListed: boolean }>();

  constructor(hash: ReferenceForms) {
    this.#hash = hash;
  }

  add(item: Readonly<Record<string, unknown>>): void {
    const { readingRef, register, listing } = AccountItem.parse(item);
    const accountRef = this.#hash.renewed(AccountItemKeys.parse(item).accountRef);
    const known = this.#found.get(accountRef) ?? { readings: new Set(), companies: new Set(), wasListed: false };
    known.readings.add(this.#hash.renewed(readingRef ?? accountRef));
    if (register) known.companies.add(register.enterpriseCode);
    known.wasListed ||= listing !== undefined;
    this.#found.set(accountRef, known);
  }

  get all(): readonly TakenAccount[] {
    return [...this.#found].map(([accountRef, { readings, companies, wasListed }]) => ({
      accountRef,
      readingRefs: [...readings],
      companies: [...companies],
      wasListed,
    }));
  }
}
