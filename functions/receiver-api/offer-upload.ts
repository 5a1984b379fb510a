import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import type { FileUpload, FileUploadRequest } from '#shared/contracts/file-upload.ts';
import { MOST_FILE_BYTES } from '#shared/contracts/api-limits.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';
import type { Caller } from './admit.ts';
import type { ReceiverApiPorts } from './ports.ts';

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
