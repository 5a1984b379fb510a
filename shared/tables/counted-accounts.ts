import { fairShare } from '#shared/domain/risk/fair-share.ts';
import type { ReferenceForms } from './stored-references.ts';

/** The most accounts of a company that count at one bank. Real companies have a few. */
export const MOST_ACCOUNTS = 500;
/** The most accounts of a company that count at all banks together. */
export const MOST_IN_ALL = 1000;

/** An account that a register ever assigned to a company. */
export interface AssignedAccount {
  readonly accountRef: string;
  /** The identification number of its bank; undefined for an item that was stored without it. */
  readonly bank?: string | undefined;
}

/** How many accounts of a bank do not count. */
export interface UncountedAccounts {
  readonly bank: string;
  readonly count: number;
}

/**
 * The accounts of a company that count, of each bank the first ones in the order of their references, and as many of
 * each where several banks have very many. Without a limit a bank could keep a company from being assessed at all,
 * because nobody can read tens of thousands of accounts in time, and several banks could do so with few each. Nobody can
 * choose a reference without the key, and a change of the key does not change the order.
 */
export function countedAccounts(assigned: readonly AssignedAccount[], { first }: ReferenceForms) {
  const byBank = Map.groupBy(assigned, ({ bank = '' }) => bank);
  const counts = [...byBank.values()].map(({ length }) => Math.min(length, MOST_ACCOUNTS));
  const most = Math.min(MOST_ACCOUNTS, fairShare(counts, MOST_IN_ALL));
  const uncounted: UncountedAccounts[] = [];
  const accountRefs = [...byBank].flatMap(([bank, accounts]) => {
    const refs = accounts.map(({ accountRef }) => accountRef);
    if (refs.length <= most) return refs;
    uncounted.push({ bank, count: refs.length - most });
    return refs.toSorted((a, b) => (first(a) < first(b) ? -1 : 1)).slice(0, most);
  });
  return { accountRefs, uncountedAccounts: uncounted };
}
