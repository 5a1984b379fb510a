import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import type { FileResultLink, FileResultRequest } from '#shared/contracts/file-upload.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';
import type { Caller } from './admit.ts';
import type { ReceiverApiPorts } from './ports.ts';

const LINK_SECONDS = 300;

/**
 * Makes a link to a file of the caller's own outbox: the receipt of a file that it sent, or its rejected rows. Whether the
 * file is there shows when the link is opened.
 * @throws {RefusedRequest} where it sends nothing of that feed
 */
export async function linkFileResult(
  { feed, name }: FileResultRequest,
  { client }: Pick<Caller, 'client'>,
  { callers, link, inboxBucket, now }: Pick<ReceiverApiPorts, 'callers' | 'link' | 'inboxBucket' | 'now'>,
): Promise<FileResultLink> {
  const caller = await callers.get(client);
  const right = caller?.sends.find(({ prefix }) => prefix.startsWith(`${feed}/`));
  if (!right) throw new RefusedRequest('feed_not_yours');
  // A bank's outbox is named by its BIN alone
  const own = right.prefix.replace(/^accounts\/(?=.)/u, '');
  const expiresAt = instantAfter(new Date(now().setMilliseconds(0)), LINK_SECONDS);
  return { url: await link(inboxBucket, `outbox/${own}${name}`, LINK_SECONDS), expiresAt };
}
