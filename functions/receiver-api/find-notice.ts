import type { Receiver } from '#shared/domain/receiver.ts';
import type { NoticeItem } from '#shared/tables/notices.ts';
import type { Ports } from './ports.ts';
import { Refused } from './refused.ts';

const NOTICE_ID = /^[\w-]{22}$/u;

/** @throws {Refused} where the receiver has no such notice, whoever else may have it */
export async function findNotice(
  receiver: Receiver,
  noticeId: string,
  { notices }: Pick<Ports, 'notices'>,
): Promise<NoticeItem> {
  const notice = NOTICE_ID.test(noticeId) ? await notices.get(receiver, noticeId) : undefined;
  if (!notice) throw new Refused('no_such_notice');
  return notice;
}
