import type { RecordedAccount } from '#shared/tables/account-fact.ts';

/** An account as a search and its own page show it. */
export type OpenAccount = Pick<RecordedAccount, 'accountRef' | 'readingRef' | 'bank' | 'accountNumber'>;
