import { type Receiver, POLICE } from '#shared/domain/receiver.ts';
import type { Reply, ReplyTaken } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { NoticeItem } from '#shared/tables/notices.ts';
import type { Ports } from './ports.ts';
import { Refused } from './refused.ts';

type NoticeReply = Exclude<Reply, { kind: 'suspicious-account' }>;
/** Who replies, and the key by which he knows the reply again. */
export interface Replier {
  readonly receiver: Receiver;
  readonly idempotencyKey: string | undefined;
}

/**
 * Takes in a reply once, however often it is sent; it is told on each time, since the first telling may have failed.
 * @param admit looks whether a reply that isn't known yet may be taken
 * @throws {Refused}
 */
export async function takeReply(
  reply: Reply,
  { receiver, idempotencyKey }: Replier,
  admit: () => Promise<void>,
  { replies, tell, expiry, now }: Ports,
): Promise<ReplyTaken> {
  const print = contentId(reply);
  // A caller's key may say anything: it goes no further than this.
  const replyId = idempotencyKey === undefined ? print : contentId({ idempotencyKey });
  const known = await replies.get(receiver, replyId);
  if (!known) await admit();
  const recorded =
    known === undefined &&
    (await replies.record({ receiver, replyId, reply, print, takenAt: now().toISOString() }, expiry()));
  const kept = known ?? (recorded ? undefined : await replies.get(receiver, replyId));
  if (kept && kept.print !== print) throw new Refused('idempotency_key_reused');
  await tell([{ receiver, replyId }]);
  return { replyId };
}

/**
 * A reply to a notice holds for its newest state alone: what was decided on an older one may be wrong by now.
 * @throws {Refused}
 */
export async function replyToNotice(reply: NoticeReply, replier: Replier, ports: Ports): Promise<ReplyTaken> {
  const admit = async () => {
    const notice = await ports.notices.get(replier.receiver, reply.noticeId);
    if (!notice) throw new Refused('no_such_notice');
    refuseOtherSequence(notice, reply.body.sequence);
  };
  return takeReply(reply, replier, admit, ports);
}

function refuseOtherSequence({ sequence: newest }: NoticeItem, sequence: number): void {
  if (sequence < newest) throw new Refused('sequence_superseded');
  if (sequence > newest) throw new Refused('sequence_unknown');
}

export const isPolice = (receiver: Receiver): boolean => receiver === POLICE;
