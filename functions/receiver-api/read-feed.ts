import type { Receiver } from '#shared/domain/receiver.ts';
import type { FeedPage, NoticeView } from '#shared/contracts/replies.ts';
import { cursorOf, positionOf } from './cursor.ts';
import { viewOf } from './notice-view.ts';
import type { Ports } from './ports.ts';
import { Refused } from './refused.ts';

const PAGE = 50;
/**
 * Nothing younger is shown: a writer whose clock is a little behind, or whose change reaches the index a little later,
 * would otherwise come to stand before a place that a reader has already left.
 */
const LAG_MS = 3000;
const NOTICE_ID = /^[\w-]{22}$/u;

/**
 * A receiver's own notices, newest state of each, in the order in which they changed.
 * @throws {Refused} where the cursor is none of the feed's
 */
export async function readFeed(
  receiver: Receiver,
  cursor: string | undefined,
  { notices, now }: Pick<Ports, 'notices' | 'now'>,
): Promise<FeedPage> {
  const after = positionOf(cursor);
  const until = new Date(now().getTime() - LAG_MS).toISOString();
  const found = after > until ? [] : await notices.changed(receiver, after, until, PAGE + 1);
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return {
    data: page.map(({ notice }) => viewOf(notice)),
    iterator: cursorOf(last?.position ?? after),
    done: found.length === page.length,
  };
}

/** @throws {Refused} where the receiver has no such notice, whoever else may have it */
export async function readNotice(
  receiver: Receiver,
  noticeId: string,
  { notices }: Pick<Ports, 'notices'>,
): Promise<NoticeView> {
  const notice = NOTICE_ID.test(noticeId) ? await notices.get(receiver, noticeId) : undefined;
  if (!notice) throw new Refused('no_such_notice');
  return viewOf(notice);
}
