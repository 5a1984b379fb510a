import { caseIdOf, type OutcomeFactWithoutId } from '#shared/domain/outcomes/facts-of-notice.ts';
import type { NoticeReply } from '#shared/contracts/replies.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import type { RecordReplyPorts } from './ports.ts';

/**
 * Records in the ledger what a receiver answered to a notice. The same reply gives the same fact, however often it is
 * handled.
 */
export async function recordOutcome(
  { receiver, reply, takenAt }: ReplyItem,
  { notices, outcomes, rulesDayOf }: Pick<RecordReplyPorts, 'notices' | 'outcomes' | 'rulesDayOf'>,
): Promise<void> {
  if (reply.kind === 'suspicious-account') return;
  const notice = await notices.get(receiver, reply.noticeId);
  if (!notice) return;
  const on = rulesDayOf(new Date(takenAt));
  const by = notice.receiver === 'police' ? ('police' as const) : ('bank' as const);
  const { noticeId } = notice;
  const { sequence } = reply.body;
  await outcomes.record([
    { caseId: caseIdOf(notice), on, at: takenAt, by, receiver: notice.receiver, noticeId, sequence, ...saidBy(reply) },
  ]);
}

function saidBy(reply: NoticeReply): Pick<OutcomeFactWithoutId, 'kind' | 'answer' | 'accountStatus' | 'isWritten'> {
  switch (reply.kind) {
    case 'acknowledgement':
      return { kind: 'acknowledged' };
    case 'bank-decision':
      return { kind: 'answered', answer: reply.body.outcome, accountStatus: reply.body.accountStatus };
    case 'review-request':
      return { kind: 'objected' };
    case 'police-decision':
      return { kind: reply.body.outcome, isWritten: reply.body.decision !== undefined };
  }
}
