import { bankReceiver, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { NoticeToBank } from '#shared/domain/notification/notice/notice.ts';
import type { BankQuestion } from '#shared/tables/case-records.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import type { ServePagesPorts } from '../ports.ts';
import { noticeSubjectOf } from '#shared/use-cases/notice-of-account.ts';
import type { OpenAccount } from './open-account.ts';

/** An account's notice at its bank, with the bank's answers and the police's questions. */
export interface AccountAtBank extends OpenAccount {
  readonly notice?: NoticeToBank | undefined;
  readonly answer?: ReplyItem | undefined;
  readonly questions: readonly BankQuestion[];
}

export async function accountAtBank(
  { accountRef, readingRef, bank, accountNumber }: OpenAccount,
  ports: Pick<ServePagesPorts, 'notices' | 'replies' | 'caseRecords' | 'hash'>,
): Promise<AccountAtBank> {
  const receiver = bankReceiver(bank);
  const noticeId = noticeIdOf(
    receiver,
    ports.hash.first(await noticeSubjectOf({ accountRef, readingRef, bank }, ports)),
  );
  const [notice, { last }, { questions }] = await Promise.all([
    ports.notices.get(receiver, noticeId),
    lastDecisionOf(receiver, noticeId, ports),
    ports.caseRecords.of(noticeId),
  ]);
  const toBank = notice === undefined || notice.receiver === POLICE ? undefined : notice;
  return { accountRef, bank, accountNumber, notice: toBank, answer: last, questions };
}

/** A receiver's last decision on a notice, and its id; empty where there is none. */
export async function lastDecisionOf(
  receiver: Receiver,
  noticeId: string,
  { replies }: Pick<ServePagesPorts, 'replies'>,
): Promise<{ readonly after: string; readonly last: ReplyItem | undefined }> {
  const last = await replies.lastDecision(receiver, noticeId);
  return { after: last?.lastId ?? '', last: last && (await replies.get(receiver, last.lastId)) };
}
