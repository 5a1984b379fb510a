import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { FeedPage, NoticeView, ReplyView } from '#shared/contracts/replies.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { reference } from '#shared/contracts/ids.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import type { ReceiverApiPorts } from './ports.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';

/** A notice as its receiver reads it: its content and its handling status. */
export const noticeViewOf = (notice: Notice): NoticeView => ({
  ...notice.content,
  id: notice.noticeId,
  sequence: notice.sequence,
  state: notice.state,
  withdrawnBecause: notice.withdrawnBecause,
  handlingStatus: notice.handlingStatus,
  accountStatus: notice.accountStatus,
  issuedAt: notice.issuedAt,
  expiresOn: notice.expiresOn,
  changedAt: notice.changedAt,
});

const PAGE = 50;
/**
 * The most bytes of the notices on a page. An answer of a function may have 6 MB, and a notice of a company with a thousand
 * people has 200 kB: a page that is too large could never be read, nor any notice after it.
 */
const PAGE_BYTES = 4_000_000;
/**
 * The least age of a change that is shown. A younger change could be followed by one that a slower clock dated earlier,
 * or that reached the index later, and a reader that has passed its position would miss it.
 */
const LAG_MS = 3000;
const WRITES_AT_ONCE = 16;

/**
 * A receiver's own notices in their newest states, in the order in which they changed. A cursor that comes back
 * acknowledges everything before it.
 * @throws {Refused} where the feed did not give the cursor
 */
export async function readNoticeFeed(
  receiver: Receiver,
  cursor: string | undefined,
  ports: Pick<ReceiverApiPorts, 'notices' | 'cursors' | 'now'>,
): Promise<FeedPage> {
  const { notices, cursors, now } = ports;
  const after = cursors.positionOf(receiver, cursor);
  if (after !== '') await markReceived(receiver, after, ports);
  const until = new Date(now().getTime() - LAG_MS).toISOString();
  const found = after > until ? [] : await notices.changed(receiver, after, until, PAGE + 1);
  const page = firstWithin(
    PAGE_BYTES,
    found.slice(0, PAGE).map(({ notice, position }) => ({ view: noticeViewOf(notice), position })),
  );
  return {
    data: page.map(({ view }) => view),
    iterator: cursors.of(receiver, page.at(-1)?.position ?? after),
    done: found.length === page.length,
  };
}

/** The first notices that together have no more bytes, and at least one. */
function firstWithin<T extends { readonly view: NoticeView }>(mostBytes: number, found: readonly T[]): readonly T[] {
  let bytes = 0;
  const tooMany = found.findIndex(({ view }) => {
    bytes += Buffer.byteLength(JSON.stringify(view));
    return bytes > mostBytes;
  });
  return tooMany === -1 ? found : found.slice(0, Math.max(1, tooMany));
}

/** Mostly one page, since a reader hands back each cursor in turn. */
async function markReceived(
  receiver: Receiver,
  until: string,
  { notices }: Pick<ReceiverApiPorts, 'notices'>,
): Promise<void> {
  const read = await notices.waiting(receiver, 'issued', until);
  await inParallel(read, WRITES_AT_ONCE, (notice) => notices.markRead(receiver, notice));
}

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
