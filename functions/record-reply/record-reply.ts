import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import { type ReplyItem, replyOrder } from '#shared/tables/replies.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { answerEntries } from './answer-entries.ts';
import { listObserved, listReported } from './list-account.ts';
import { openReview } from './open-review.ts';
import type { RecordReplyPorts } from './ports.ts';
import { recordDecision } from './record-decision.ts';
import { recordOutcome } from './record-outcome.ts';

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
