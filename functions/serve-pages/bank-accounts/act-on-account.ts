import { noticeSubjectOf } from '#shared/use-cases/notice-of-account.ts';
import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import { bankReceiver, POLICE } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { SuspiciousAccount } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import { takeSuspiciousAccount } from '#shared/use-cases/replies/take-suspicious-account.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { showAccount } from './show-account.tsx';

/** Lists the account as suspicious or clears it, as the API does, and records the officer. */
export async function listAccount(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer, form } = visit;
  const account = await ports.accounts.recorded(event.pathParameters?.['ref'] ?? '');
  if (!account) return notFoundPage(ports, officer);
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const [code, reason, until] = [text('code'), text('reason'), text('until')];
  const lastDay = parseDate(until);
  const errors = {
    ...(!/^[0-8]$/u.test(code) && { code: 'Hãy chọn mã nghi ngờ.' }),
    ...((code === '8' || code === '0') && reason === '' && { reason: 'Hãy nêu lý do.' }),
    ...(until !== '' && lastDay === undefined && { until: 'Hãy ghi ngày, ví dụ 31/12/2026.' }),
  };
  const body = SuspiciousAccount.safeParse({
    bank: account.bank,
    accountNumber: account.accountNumber,
    code: Number(code),
    ...(reason !== '' && { reason }),
    on: dayInVietnam(ports.now()),
    ...(lastDay !== undefined && { until: lastDay }),
  });
  if (Object.keys(errors).length > 0) return showAccount(visit, ports, { errors, status: 422 });
  if (!body.success) {
    const unread = { until: 'Ngày hết hạn phải từ hôm nay trở đi; lý do dài nhất 1.000 chữ.' };
    return showAccount(visit, ports, { errors: unread, status: 422 });
  }
  try {
    const by = { receiver: POLICE, idempotencyKey: undefined, officer: officer.subject } as const;
    await takeSuspiciousAccount(body.data, by, ports);
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    return showAccount(visit, ports, { errors: { code: error.title }, status: error.status });
  }
  return seeOther(`/police/accounts/${account.accountRef}?done=${code === '0' ? 'cleared' : 'listed'}`);
}

/** Asks the account's bank the chosen questions. The bank finds them beside its notice, and its endpoint receives them. */
export async function askBank(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer, form } = visit;
  const account = await ports.accounts.recorded(event.pathParameters?.['ref'] ?? '');
  const receiver = account && bankReceiver(account.bank);
  const noticeId = account && receiver && noticeIdOf(receiver, ports.hash.first(await noticeSubjectOf(account, ports)));
  const notice = receiver && noticeId && (await ports.notices.get(receiver, noticeId));
  if (!account || !notice || notice.state !== 'in_force') return notFoundPage(ports, officer);
  const asks = [...new Set(form.getAll('ask'))].filter((ask) => Object.hasOwn(BANK_QUESTIONS, ask));
  if (asks.length === 0) return showAccount(visit, ports, { errors: { ask: 'Hãy chọn điều cần hỏi.' }, status: 422 });
  const at = ports.now();
  const answerBy = dueOn('bankQuestion', ports.rulesClock.dayOf(at));
  const question = { officer: officer.subject, at: at.toISOString(), asks, dueOn: answerBy };
  const says = { receiver: notice.receiver, noticeId: notice.noticeId, asks };
  const by = actorOf({ officer: officer.subject }, POLICE);
  await ports.enter([entryOf({ kind: 'question-asked', at: question.at, by, says }, { ...says, at: question.at })]);
  const questionId = contentId(question);
  await ports.caseRecords.ask(notice, questionId, question, ports.expiry());
  await ports.sendQuestion([{ receiver, noticeId: notice.noticeId, questionId, tries: 0 }]);
  return seeOther(`/police/accounts/${account.accountRef}?done=asked`);
}
