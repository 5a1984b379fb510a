import { reference } from '#shared/contracts/ids.ts';
import type { ReplyView } from '#shared/contracts/replies.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';
import type { ReceiverApiPorts } from './ports.ts';

/**
 * The result of one of the receiver's own replies.
 * @throws {RefusedRequest} where the receiver has none with that id, even if another receiver has one
 */
export async function findReply(
  receiver: Receiver,
  replyId: string,
  { replies }: Pick<ReceiverApiPorts, 'replies'>,
): Promise<ReplyView> {
  const item = reference.safeParse(replyId).success ? await replies.get(receiver, replyId) : undefined;
  if (!item) throw new RefusedRequest('no_such_reply');
  const { reply, takenAt, actedOnAt } = item;
  return { replyId, reply, takenAt, actedOnAt };
}
