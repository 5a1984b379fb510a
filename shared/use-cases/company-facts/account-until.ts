import { begunUntil } from '#shared/domain/risk/facts/rows-until.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';

/** An account without what had not happened on a day, which an assessment of that day doesn't know. */
export const accountUntil = (account: RecordedAccount, day: IsoDate): RecordedAccount => ({
  ...account,
  registers: account.registers.filter(({ openedOn }) => openedOn === undefined || openedOn <= day),
  flows: begunUntil(account.flows, day),
  counterparties: begunUntil(account.counterparties, day),
  listings: account.listings.filter(({ on }) => on <= day),
});
