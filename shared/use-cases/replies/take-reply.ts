import type { Notice, NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { NoticeReply, Reply, ReplyTaken } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { findNotice } from './find-notice.ts';
import { isDecision, identifyDecision, type IdentifiedReply } from './identify-decision.ts';
import type { ReplyPorts } from './ports.ts';
import { RefusedRequest, refuseFuture } from './refused.ts';

type DecisionBasis = NonNullable<ReplyItem['basis']>;

/** The author of a reply, with the caller's key by which repetitions are recognised. */
export interface Replier {
  readonly receiver: Receiver;
  /** The calling client, where a program replies. */
  readonly client?: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The person's id at the sign-in provider, where a person replies at a desk. */
  readonly officer?: string | undefined;
  /** The last decision on the notice that the person saw, empty for none; a later one is another person's. */
  readonly after?: string | undefined;
}

/**
 * Stores a reply once, however often it is sent; its message is sent each time, because an earlier one may have failed.
 * Without a caller's key the content is the key: for a decision the content and the decision before it, and for an
 * officer's listing the content and the officer. @param grounds gives the basis of a new reply; throws where it may not
 * be stored @throws {RefusedRequest}
 */
export async function takeReply(
  reply: Reply,
  { receiver, client, idempotencyKey, officer, after }: Replier,
  grounds: () => Promise<DecisionBasis | undefined>,
  ports: ReplyPorts,
): Promise<ReplyTaken> {
  const { replies, sendReply, expiry, now } = ports;
  let asked: Promise<DecisionBasis | undefined> | undefined;
  const groundsOnce = () => (asked ??= grounds());
  const fingerprint = contentId(reply);
  // A caller's key may contain anything, even a name, so only its hash is used.
  const key = idempotencyKey === undefined ? undefined : contentId({ idempotencyKey });
  const known = key === undefined ? undefined : await replies.get(receiver, key);
  const { replyId, takenAt, follows }: IdentifiedReply =
    known ??
    (isDecision(reply)
      ? await identifyDecision(reply, { receiver, fingerprint, key, officer, after }, groundsOnce, ports)
      : { replyId: key ?? ownId(reply, fingerprint, officer), takenAt: now().toISOString() });
  const record = async () => {
    const basis = await groundsOnce();
    const item = { receiver, replyId, reply, fingerprint, basis, takenAt, follows, client, officer };
    return (await replies.record(item, expiry())) ? item : replies.get(receiver, replyId);
  };
  const kept = known ?? (await replies.get(receiver, replyId)) ?? (await record());
  if (kept?.fingerprint !== fingerprint) throw new RefusedRequest('idempotency_key_reused');
  await sendReply([{ receiver, replyId }]);
  return { replyId };
}

/** The same listing by another officer is a second listing, so that both officers are its authors. */
const ownId = ({ kind }: Reply, fingerprint: string, officer: string | undefined): string =>
  kind === 'suspicious-account' && officer !== undefined ? contentId({ fingerprint, officer }) : fingerprint;

/** Refuses a reply to an older state of a notice, because a decision on it may be wrong by now. @throws {RefusedRequest} */
export function replyToNotice(reply: NoticeReply, replier: Replier, ports: ReplyPorts): Promise<ReplyTaken> {
  const grounds = async () => {
    const notice = await findNotice(replier.receiver, reply.noticeId, ports);
    refuseOtherSequence(notice, reply.body.sequence);
    refuseSigns(notice, reply);
    if (reply.kind === 'police-decision') refuseFuture('decision.date', reply.body.decision?.date, ports.now());
    return notice.receiver === POLICE ? decisionBasisOf(notice) : undefined;
  };
  return takeReply(reply, replier, grounds, ports);
}

function refuseOtherSequence({ sequence: newest }: Notice, sequence: number): void {
  if (sequence < newest) throw new RefusedRequest('sequence_superseded');
  if (sequence > newest) throw new RefusedRequest('sequence_unknown');
}

/** What a bank sees because of a withdrawn notice is no new sign: it would bring back what the police have dismissed. */
function refuseSigns({ state }: Notice, reply: NoticeReply): void {
  if (state === 'withdrawn' && reply.kind === 'bank-decision' && reply.body.observed.length > 0)
    throw new RefusedRequest('notice_withdrawn');
}

/** The company and the findings in the police's notice at this sequence; later findings are new evidence. */
const decisionBasisOf = ({ content }: NoticeToPolice): DecisionBasis => ({
  enterpriseCode: content.enterpriseCode,
  codes: content.findings.map(({ code }) => code),
});
