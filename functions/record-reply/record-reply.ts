import { numberToShow } from '#shared/domain/notification/notice/notice.ts';
import type { ReplyRecorded, NoticeReply, Reply } from '#shared/contracts/replies.ts';
import { type ReplyItem, replyOrder } from '#shared/tables/replies.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { caseIdOf, type OutcomeFactWithoutId } from '#shared/domain/outcomes/facts-of-notice.ts';
import { withDefaultAuthority } from '#shared/domain/risk/decision.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { listObserved, listReported } from './list-account.ts';
import type { RecordReplyPorts } from './ports.ts';

/**
 * Acts on a stored reply. A repetition changes nothing: facts have keys made from their content, and a handling status
 * only moves forward. A notice that has moved to another sequence keeps its own status.
 * @throws {NeverPossible} where no such reply is kept
 */
export async function recordReply({ receiver, replyId }: ReplyRecorded, ports: RecordReplyPorts): Promise<void> {
  const item = await ports.replies.get(receiver, replyId);
  if (!item) throw new NeverPossible('reply_unknown');
  await ports.enter(answerEntries(item));
  await recordOutcome(item, ports);
  await actOn(item, ports);
  await ports.replies.markActedOn(receiver, replyId, ports.now().toISOString());
}

async function actOn(item: ReplyItem, ports: RecordReplyPorts): Promise<void> {
  const { receiver, reply } = item;
  switch (reply.kind) {
    case 'acknowledgement': {
      const { noticeId, body } = reply;
      await ports.notices.setHandlingStatus({
        receiver,
        noticeId,
        sequence: body.sequence,
        handlingStatus: 'acknowledged',
      });
      return;
    }
    case 'bank-decision': {
      const { noticeId, body } = reply;
      const { sequence, outcome: handlingStatus, accountStatus, observed } = body;
      await ports.notices.setHandlingStatus({
        receiver,
        noticeId,
        sequence,
        handlingStatus,
        accountStatus,
        repliedAs: replyOrder(item),
      });
      await listObserved(item, noticeId, observed, ports);
      return;
    }
    case 'police-decision':
      await recordDecision(item, reply, ports);
      return;
    case 'review-request':
      await openReview(item, reply, ports);
      return;
    case 'suspicious-account':
      await listReported(item, reply.body, ports);
  }
}

/** The log entries for answers to a notice: who acknowledged it, or who decided what about it. */
export function answerEntries({
  receiver,
  replyId,
  reply,
  fingerprint,
  client,
  officer,
  takenAt,
}: ReplyItem): LogEntry[] {
  const by = actorOf({ client, officer }, receiver);
  if (reply.kind === 'acknowledgement') {
    const says = { receiver, noticeId: reply.noticeId, sequence: reply.body.sequence, replyId };
    return [entryOf({ kind: 'notice-acknowledged', at: takenAt, by, says }, { receiver, replyId })];
  }
  if (reply.kind !== 'police-decision' && reply.kind !== 'bank-decision') return [];
  const { noticeId, body } = reply;
  const says = { receiver, noticeId, sequence: body.sequence, outcome: body.outcome, replyId, fingerprint };
  const made = { kind: 'decision-taken', at: takenAt, by, says } as const;
  return [entryOf(made, { receiver, replyId })];
}

/**
 * Records in the ledger what a receiver answered to a notice. The same reply gives the same fact, however often it is
 * handled.
 */
async function recordOutcome(
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

type Said = Pick<OutcomeFactWithoutId, 'kind' | 'answer' | 'accountStatus' | 'isWritten' | 'recovered'>;

function saidBy(reply: NoticeReply): Said {
  switch (reply.kind) {
    case 'acknowledgement':
      return { kind: 'acknowledged' };
    case 'bank-decision': {
      const { outcome, accountStatus, recovered } = reply.body;
      return { kind: 'answered', answer: outcome, accountStatus, recovered };
    }
    case 'review-request':
      return { kind: 'objected' };
    case 'police-decision': {
      const { outcome, decision, recovered } = reply.body;
      return { kind: outcome, isWritten: decision !== undefined, recovered };
    }
  }
}

type PoliceDecisionReply = Extract<Reply, { kind: 'police-decision' }>;

/**
 * Stores a decision of the police as a fact of the company and sends the company to be assessed again; its notices
 * follow from that.
 */
async function recordDecision(
  item: ReplyItem,
  { noticeId, body }: PoliceDecisionReply,
  ports: Pick<RecordReplyPorts, 'companies' | 'notices' | 'assess' | 'expiry' | 'rulesDayOf'>,
): Promise<void> {
  const { receiver, basis, takenAt } = item;
  if (!basis) throw new NeverPossible('decision_without_basis');
  const { sequence, outcome, decision, forged: dossier } = body;
  const document = withDefaultAuthority(decision);
  const forged = dossier && document && { dossier, document, receivedOn: ports.rulesDayOf(new Date(takenAt)) };
  const { enterpriseCode, codes } = basis;
  const handlingStatus = outcome === 'confirmed' ? 'acted' : 'rejected';
  // The status is written first, because the assessment that follows changes the notice and keeps
  // its status
  await ports.notices.setHandlingStatus({ receiver, noticeId, sequence, handlingStatus, repliedAs: replyOrder(item) });
  await ports.companies.record(
    [{ enterpriseCode, decision: { outcome, on: takenAt, codes, ...(forged ? { forged } : { document }) } }],
    ports.expiry(),
  );
  await ports.assess([{ enterpriseCode }]);
}

type ReviewRequested = Extract<Reply, { kind: 'review-request' }>;

/**
 * Opens the case of an objection. A repetition changes nothing, and a case that was decided meanwhile stays decided.
 * @throws {NeverPossible} where there is no such notice any more
 */
async function openReview(
  { receiver, replyId, client, officer, takenAt }: ReplyItem,
  { noticeId, body }: ReviewRequested,
  { notices, reviews, enter, rulesDayOf }: Pick<RecordReplyPorts, 'notices' | 'reviews' | 'enter' | 'rulesDayOf'>,
): Promise<void> {
  const notice = await notices.get(receiver, noticeId);
  if (!notice) throw new NeverPossible('notice_unknown');
  const { content } = notice;
  const review = {
    noticeId,
    reviewId: replyId,
    askedBy: receiver,
    sequence: body.sequence,
    reason: body.reason,
    askedAt: takenAt,
    askedByOfficer: officer,
    enterpriseCode: content.enterpriseCode,
    accountNumber: 'accountNumber' in content ? numberToShow(content) : undefined,
    dueOn: dueOn('objectionReview', rulesDayOf(new Date(takenAt))),
    state: 'waiting',
    revision: 1,
  } as const;
  await reviews.write(review, undefined);
  const says = { receiver, noticeId, sequence: body.sequence, reviewId: replyId };
  const by = actorOf({ client, officer }, receiver);
  await enter([entryOf({ kind: 'review-asked', at: takenAt, by, says }, says)]);
}
