import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import type {
  FileUpload,
  FileUploadRequest,
  FileResultLink,
  FileResultRequest,
} from '#shared/contracts/file-upload.ts';
import { MOST_FILE_BYTES } from '#shared/contracts/api-limits.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
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

/** Long enough to send the largest file over a slow line. */
const FORM_SECONDS = 3600;

/**
 * Makes a form by which the caller puts files of one feed directly into the inbox, under its own prefix and nowhere else.
 * @throws {RefusedRequest} where it may not send that feed
 */
export async function offerUpload(
  { feed }: FileUploadRequest,
  { client }: Pick<Caller, 'client'>,
  { callers, uploadForm, inboxBucket, now }: Pick<ReceiverApiPorts, 'callers' | 'uploadForm' | 'inboxBucket' | 'now'>,
): Promise<FileUpload> {
  const caller = await callers.get(client);
  const right = caller?.sends.find(({ prefix }) => prefix.startsWith(`${feed}/`));
  if (!right) throw new RefusedRequest('feed_not_yours');
  const expiresAt = instantAfter(new Date(now().setMilliseconds(0)), FORM_SECONDS);
  const asked = { bucket: inboxBucket, prefix: right.prefix, seconds: FORM_SECONDS, mostBytes: MOST_FILE_BYTES };
  return { ...(await uploadForm({ ...asked, officer: client })), expiresAt };
}
