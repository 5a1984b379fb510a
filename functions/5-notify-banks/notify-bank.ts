import { foldAccount, foldListing } from '#shared/domain/facts/fold-accounts.ts';
import { type AccountMatter, BANK_REQUEST, bankNoticeOf, type Measure } from '#shared/domain/notice/bank-notice.ts';
import type { Send } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import type { Accounts, RecordedAccount } from '#shared/tables/accounts.ts';
import type { AssessedCompany, Assessments } from '#shared/tables/assessments.ts';
import { type Due, bringNotice, noticeIdOf } from '#shared/tables/issue-notice.ts';
import type { Notices } from '#shared/tables/notices.ts';

export interface Ports {
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly assessments: Pick<Assessments, 'get'>;
  readonly notices: Pick<Notices, 'get' | 'write'>;
  readonly notifyLater: Send<AccountTouched>;
  readonly deliver: Send<DeliveryDue>;
  readonly measures: readonly Measure[];
  readonly settlingSeconds: number;
  readonly rulesClock: RulesClock;
  readonly now: WireClock;
}

/** Tells an account's own bank, and no other, what its facts now ask for; takes it back when they ask no more. */
export async function notifyBank(message: AccountTouched, ports: Ports): Promise<void> {
  const account = await ports.accounts.recorded(message.accountRef);
  if (!account) return;
  const enterpriseCode = account.registers.length > 0 ? foldAccount(account.registers).enterpriseCode : undefined;
  const assessed = enterpriseCode === undefined ? undefined : await ports.assessments.get(enterpriseCode);
  const wait = secondsToSettle(account, assessed, ports);
  if (wait > 0) return ports.notifyLater([message], wait);

  const receiver = `bank#${account.bank}`;
  const due = dueOf(account, assessed, enterpriseCode, ports);
  const notice = await bringNotice(receiver, noticeIdOf(receiver, account.accountRef), due, ports);
  if (notice?.life === 'issued') await ports.deliver([{ receiver, noticeId: notice.noticeId }]);
}

/** Neither the company's verdict nor a listing is spoken of before it has stood for the settling time. */
function secondsToSettle(
  { listings }: RecordedAccount,
  assessed: AssessedCompany | undefined,
  { settlingSeconds, now }: Ports,
): number {
  const stands = [...listings.map(({ recordedAt }) => recordedAt), ...(assessed ? [assessed.standsSince] : [])];
  const latest = Math.max(0, ...stands.map((instant) => Date.parse(instant)));
  return settlingSeconds - (now().getTime() - latest) / 1000;
}

function dueOf(
  account: RecordedAccount,
  assessed: AssessedCompany | undefined,
  enterpriseCode: string | undefined,
  ports: Ports,
): Due {
  const notice = bankNoticeOf(matterOf(account, assessed, ports), ports.measures);
  if (!notice) return { withdrawnBecause: 'no_reason_stands' };
  const { bank, accountNumber } = account;
  return { content: { bank, accountNumber, enterpriseCode, ...notice, request: BANK_REQUEST } };
}

const matterOf = (
  { accountRef, listings }: RecordedAccount,
  assessed: AssessedCompany | undefined,
  ports: Ports,
): AccountMatter => ({
  companyFlagged: assessed?.verdict === 'flagged',
  confirmed: assessed?.confirmed ?? false,
  representativeMismatch:
    assessed?.accounts.some((account) => account.accountRef === accountRef && account.mismatch) ?? false,
  listing: foldListing(listings, ports.rulesClock.today()),
});
