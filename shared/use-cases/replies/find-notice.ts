import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { reference } from '#shared/contracts/ids.ts';
import type { ReplyPorts } from './ports.ts';
import { RefusedRequest } from './refused.ts';

/** @throws {RefusedRequest} where the receiver has no such notice, even if another receiver has */
export async function findNotice(
  receiver: Receiver,
  noticeId: string,
  { notices }: Pick<ReplyPorts, 'notices'>,
): Promise<Notice> {
  const notice = reference.safeParse(noticeId).success ? await notices.get(receiver, noticeId) : undefined;
  if (!notice) throw new RefusedRequest('no_such_notice');
  return notice;
}
