import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';

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
