import { officersBehindDecision } from '#shared/domain/notification/release/proposers.ts';
import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { Reply } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { LastDecision } from '#shared/tables/replies.ts';
import type { ReplyPorts } from './ports.ts';
import { RefusedRequest } from './refused.ts';

type Decision = Extract<Reply, { kind: 'bank-decision' | 'police-decision' }>;

export const isDecision = (reply: Reply): reply is Decision =>
  reply.kind === 'bank-decision' || reply.kind === 'police-decision';

/** A reply under the id by which it is known again, and when it was taken in. */
export interface IdentifiedReply {
  readonly replyId: string;
  readonly takenAt: string;
}

/** Who decides, and by what the decision is known again. */
interface Decider {
  readonly receiver: Receiver;
  readonly fingerprint: string;
  /** Made from the caller's, where he gave one: then that alone says what is the same. */
  readonly key: string | undefined;
  /** The person at a desk. */
  readonly officer: string | undefined;
  /** The last decision that the person saw, empty for none; undefined where the caller says nothing of it. */
  readonly after: string | undefined;
}

/** The officers who have said this outcome already, one after the other. */
const agreed = (last: LastDecision | undefined, outcome: string): string[] =>
  last?.outcome === outcome ? officersBehindDecision(last) : [];

const A_MILLISECOND = 0.001;

/**
 * Decisions on one notice stand in an order of their own: what says the same as the last one, by the same person, is that one,
 * sent again; what says the same as an earlier one, with another between, is a new decision, and so is what another officer says.
 * @param grounds throws where a decision that isn't known yet may not be taken
 */
export async function identifyDecision(
  { noticeId, body: { outcome } }: Decision,
  { receiver, fingerprint, key, officer, after }: Decider,
  grounds: () => Promise<unknown>,
  { replies, now, expiry }: Pick<ReplyPorts, 'replies' | 'now' | 'expiry'>,
): Promise<IdentifiedReply> {
  // Of two that came at once under one key only the first is kept; the other may have been named last.
  const isKeptAs = async (content: string, replyId: string) =>
    ((await replies.get(receiver, replyId))?.fingerprint ?? content) === content;
  for (;;) {
    const last = await replies.lastDecision(receiver, noticeId);
    const isSaidAgain = last?.fingerprint === fingerprint && last.officer === officer && key === undefined;
    if (isSaidAgain && (await isKeptAs(fingerprint, last.lastId)))
      return { replyId: last.lastId, takenAt: last.takenAt };
    if (after !== undefined && (last?.lastId ?? '') !== after) throw new RefusedRequest('decided_meanwhile');
    await grounds();
    const replyId = key ?? contentId({ fingerprint, after: last?.lastId });
    const instant = now().toISOString();
    const takenAt = last && last.takenAt >= instant ? instantAfter(last.takenAt, A_MILLISECOND) : instant;
    const named = { lastId: replyId, fingerprint, takenAt, outcome, officer, earlierOfficers: agreed(last, outcome) };
    // Whoever was faster has given a decision of his own: this one comes after it.
    if (await replies.decideLast({ receiver, noticeId }, named, last, expiry())) return { replyId, takenAt };
  }
}
