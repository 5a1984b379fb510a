import type { RecordedAccount } from '#shared/tables/accounts.ts';

/** An account as a search and its own page show it. */
export type OpenAccount = Pick<RecordedAccount, 'accountRef' | 'bank' | 'accountNumber'>;
