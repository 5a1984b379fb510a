import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';

/** The log's entry for each decision: who decided what on which notice. */
export function decisionEntries({
  receiver,
  replyId,
  reply,
  fingerprint,
  client,
  officer,
  takenAt,
}: ReplyItem): LogEntry[] {
  if (reply.kind !== 'police-decision' && reply.kind !== 'bank-decision') return [];
  const { noticeId, body } = reply;
  const says = { receiver, noticeId, sequence: body.sequence, outcome: body.outcome, replyId, fingerprint };
  const made = { kind: 'decision-taken', at: takenAt, by: actorOf({ client, officer }, receiver), says } as const;
  return [entryOf(made, { receiver, replyId })];
}
