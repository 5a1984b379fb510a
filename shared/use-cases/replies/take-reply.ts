import type { Notice, NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { Reply, ReplyTaken } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { findNotice } from './find-notice.ts';
import { isDecision, identifyDecision } from './identify-decision.ts';
import type { ReplyPorts } from './ports.ts';
import { RefusedRequest, refuseFuture } from './refused.ts';

type DecisionBasis = NonNullable<ReplyItem['basis']>;
type NoticeReply = Exclude<Reply, { kind: 'suspicious-account' }>;

/** Who replies, and the key by which he wants the reply to be known again. */
export interface Replier {
  readonly receiver: Receiver;
  /** The machine that calls, where it is one. */
  readonly client?: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The person's id at the sign-in provider, where a person replies at a desk. */
  readonly officer?: string | undefined;
  /** The last decision on the notice that the person saw, empty for none: another one since is another person's. */
  readonly after?: string | undefined;
}

/**
 * Takes in a reply once, however often it is sent; its message is sent each time, because an earlier one may have failed.
 * Without a caller's key the content is the key; of decisions on one notice the content and what was decided before it, of an
 * officer's listing the content and the officer.
 * @param grounds what a reply that isn't known yet stands on; throws where it may not be taken
 * @throws {RefusedRequest}
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
  // A caller's key may say anything, a name too: it goes no further than this.
  const key = idempotencyKey === undefined ? undefined : contentId({ idempotencyKey });
  const known = key === undefined ? undefined : await replies.get(receiver, key);
  const { replyId, takenAt } =
    known ??
    (isDecision(reply)
      ? await identifyDecision(reply, { receiver, fingerprint, key, officer, after }, groundsOnce, ports)
      : { replyId: key ?? ownId(reply, fingerprint, officer), takenAt: now().toISOString() });
  const record = async () => {
    const basis = await groundsOnce();
    const item = { receiver, replyId, reply, fingerprint, basis, takenAt, client, officer };
    return (await replies.record(item, expiry())) ? item : replies.get(receiver, replyId);
  };
  const kept = known ?? (await replies.get(receiver, replyId)) ?? (await record());
  if (kept?.fingerprint !== fingerprint) throw new RefusedRequest('idempotency_key_reused');
  await sendReply([{ receiver, replyId }]);
  return { replyId };
}

/** The same listing by another officer is that officer's own: both then stand behind it. */
const ownId = ({ kind }: Reply, fingerprint: string, officer: string | undefined): string =>
  kind === 'suspicious-account' && officer !== undefined ? contentId({ fingerprint, officer }) : fingerprint;

/**
 * A reply to a notice holds for its newest state alone: what was decided on an older one may be wrong by now.
 * @throws {RefusedRequest}
 */
export function replyToNotice(reply: NoticeReply, replier: Replier, ports: ReplyPorts): Promise<ReplyTaken> {
  const grounds = async () => {
    const notice = await findNotice(replier.receiver, reply.noticeId, ports);
    refuseOtherSequence(notice, reply.body.sequence);
    if (reply.kind === 'police-decision') refuseFuture('decision.date', reply.body.decision?.date, ports.now());
    return notice.receiver === POLICE ? decisionBasisOf(notice) : undefined;
  };
  return takeReply(reply, replier, grounds, ports);
}

function refuseOtherSequence({ sequence: newest }: Notice, sequence: number): void {
  if (sequence < newest) throw new RefusedRequest('sequence_superseded');
  if (sequence > newest) throw new RefusedRequest('sequence_unknown');
}

/** The company and the findings that the police have before them at this sequence: what comes later is new evidence. */
const decisionBasisOf = ({ content }: NoticeToPolice): DecisionBasis => ({
  enterpriseCode: content.enterpriseCode,
  codes: content.findings.map(({ code }) => code),
});
