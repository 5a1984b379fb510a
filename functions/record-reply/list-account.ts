import type { BankNoticeRemains } from '#shared/domain/notification/notice/notice.ts';
import { withDefaultAuthority } from '#shared/domain/risk/decision.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { SuspiciousAccount } from '#shared/contracts/replies.ts';
import type { Listing } from '#shared/tables/account-item.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import type { RecordReplyPorts } from './ports.ts';

interface Account {
  readonly bank: string;
  readonly accountNumber: string;
  readonly written?: 'number';
}
type ListAccountPorts = Pick<
  RecordReplyPorts,
  'accounts' | 'notices' | 'assess' | 'notifyBanks' | 'enter' | 'hash' | 'expiry' | 'rulesDayOf'
>;

/** Records a reported account as listed. A listing dated after today, by the rules' clock, counts from today. */
export async function listReported(
  item: ReplyItem,
  { bank, accountNumber, code, reason, on, until, decision }: SuspiciousAccount,
  ports: ListAccountPorts,
): Promise<void> {
  const today = ports.rulesDayOf(new Date(item.takenAt));
  const listing = {
    code,
    reason,
    on: on < today ? on : today,
    by: item.receiver,
    officer: item.officer,
    until,
    decision: withDefaultAuthority(decision),
  };
  await list(item, { bank, accountNumber }, [listing], ports);
}

/** Records what a bank itself observed about an account after its notice, unless that was withdrawn meanwhile. */
export async function listObserved(
  item: ReplyItem,
  noticeId: string,
  observed: readonly number[],
  ports: ListAccountPorts,
): Promise<void> {
  const notice = await ports.notices.get(item.receiver, noticeId);
  if (!notice || notice.receiver === POLICE || notice.state === 'withdrawn' || observed.length === 0) return;
  const on = ports.rulesDayOf(new Date(item.takenAt));
  const listings = observed.map((code) => ({ code, on, by: item.receiver }));
  await list(item, accountOf(notice.content), listings, ports);
}

/** A number that only the bank's own file has is listed as it was read there. */
const accountOf = ({ bank, accountNumber, accountAsGiven = '' }: BankNoticeRemains): Account =>
  accountNumber === null ? { bank, accountNumber: accountAsGiven, written: 'number' } : { bank, accountNumber };

async function list(
  { receiver, replyId, client, officer, takenAt }: ReplyItem,
  account: Account,
  listings: readonly Listing[],
  { accounts, assess, notifyBanks, enter, hash, expiry }: ListAccountPorts,
): Promise<void> {
  const { bank, accountNumber } = account;
  const keys = accountKeysOf(account, hash);
  const { accountRef, readingRef = accountRef } = keys;
  const facts = listings.map((listing) => ({ ...keys, bank, accountNumber, listing }));
  await accounts.record(facts, takenAt, expiry());
  const by = actorOf({ client, officer }, receiver);
  await enter(
    listings.map(({ code, on }) => {
      const says = { accountRef, bank, code, on, replyId };
      const key = { ...says, accountRef: hash.first(accountRef) };
      return entryOf({ kind: 'account-listed', at: takenAt, by, says }, key);
    }),
  );
  await notifyBanks([{ accountRef }]);
  const { companies } = await accounts.concernedBy(readingRef);
  await assess(companies.map((enterpriseCode) => ({ enterpriseCode })));
}
