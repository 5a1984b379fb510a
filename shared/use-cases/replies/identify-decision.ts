import { officersBehindDecision } from '#shared/domain/notification/release/release-policy.ts';
import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { Reply } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OVERTAKEN, untilWritten } from '#shared/runtime/until-written.ts';
import type { LastDecision } from '#shared/tables/replies.ts';
import type { ReplyPorts } from './ports.ts';
import { RefusedRequest } from './refused.ts';

type DecisionReply = Extract<Reply, { kind: 'bank-decision' | 'police-decision' }>;

export const isDecision = (reply: Reply): reply is DecisionReply =>
  reply.kind === 'bank-decision' || reply.kind === 'police-decision';

/** A reply with the id by which repetitions are recognised, and the instant at which it was stored. */
export interface IdentifiedReply {
  readonly replyId: string;
  readonly takenAt: string;
  /** Of a decision the id of the one before it. */
  readonly follows?: string | undefined;
}

/** The author of a decision, with the values by which repetitions are recognised. */
interface Decider {
  readonly receiver: Receiver;
  readonly fingerprint: string;
  /** The key made from the caller's own, if given; then it alone identifies repetitions. */
  readonly key: string | undefined;
  /** The person at a desk. */
  readonly officer: string | undefined;
  /** The last decision that the person saw, empty for none; undefined where the caller does not state it. */
  readonly after: string | undefined;
}

/** The officers who made the same decision directly before. */
const agreed = (last: LastDecision | undefined, outcome: string): string[] =>
  last?.outcome === outcome ? officersBehindDecision(last) : [];

const A_MILLISECOND = 0.001;

/**
 * Identifies a decision on a notice. The same content as the last decision by the same person is a repetition. The same
 * content as an earlier decision, with another between, is a new one, and so is another officer's. @param grounds
 * throws where a new decision may not be stored
 */
export async function identifyDecision(
  { noticeId, body: { outcome } }: DecisionReply,
  { receiver, fingerprint, key, officer, after }: Decider,
  grounds: () => Promise<unknown>,
  { replies, now, expiry }: Pick<ReplyPorts, 'replies' | 'now' | 'expiry'>,
): Promise<IdentifiedReply> {
  // Of two simultaneous decisions with one key only the first is stored, but the other may have become
  // the last one.
  const isKeptAs = async (content: string, replyId: string) =>
    ((await replies.get(receiver, replyId))?.fingerprint ?? content) === content;
  return untilWritten(async () => {
    const last = await replies.lastDecision(receiver, noticeId);
    const isSaidAgain = last?.fingerprint === fingerprint && last.officer === officer && key === undefined;
    if (isSaidAgain && (await isKeptAs(fingerprint, last.lastId)))
      return { replyId: last.lastId, takenAt: last.takenAt, follows: last.follows };
    if (after !== undefined && (last?.lastId ?? '') !== after)
      throw new RefusedRequest(last?.officer === officer ? 'decided_by_you' : 'decided_meanwhile');
    await grounds();
    const replyId = key ?? contentId({ fingerprint, after: last?.lastId });
    const instant = now().toISOString();
    const takenAt = last && last.takenAt >= instant ? instantAfter(last.takenAt, A_MILLISECOND) : instant;
    const follows = last?.lastId;
    const earlierOfficers = agreed(last, outcome);
    const named = { lastId: replyId, fingerprint, takenAt, outcome, officer, follows, earlierOfficers };
    // Another decision may have been stored first, so that this one follows it
    const isLast = await replies.decideLast({ receiver, noticeId }, named, last, expiry());
    return isLast ? { replyId, takenAt, follows } : OVERTAKEN;
  });
}
