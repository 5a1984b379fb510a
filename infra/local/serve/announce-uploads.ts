import { HeadObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { UPLOADS } from '#shared/contracts/uploads.ts';
import type { Clients } from '../clients.ts';
import type { BucketNotification } from '../deploy.ts';
import { sendCreatedEvent, objectCreatedEvent, sequencerOf } from '../upload-to-inbox.ts';

/**
 * Finds the new objects of a bucket since the last call and sends S3's events for them, because the local engine sends
 * no events for files that a browser uploads.
 */
export function uploadAnnouncer(
  { s3, sqs }: Pick<Clients, 's3' | 'sqs'>,
  bucket: string,
  announcements: readonly BucketNotification[],
) {
  const known = new Map<string, string>();
  let looked = 0;
  const created = async () => {
    const found: { key: string; size: number; eTag: string }[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
      for (const { Key = '', Size = 0, ETag = '' } of Contents) {
        if (known.get(Key) !== ETag) found.push({ key: Key, size: Size, eTag: ETag });
        known.set(Key, ETag);
      }
    }
    return found;
  };
  return {
    /** The events of files that were there at the start have been sent already. */
    start: async (): Promise<void> => void (await created()),
    async look(): Promise<void> {
      for (const { key, size, eTag } of await created()) {
        // The outbox and files that no desk has taken in are in the same bucket, and no step reads them
        if (key.startsWith('outbox/') || key.startsWith(UPLOADS)) continue;
        looked += 1;
        const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        const event = objectCreatedEvent({
          bucket,
          key,
          size,
          eTag: eTag.replaceAll('"', ''),
          sequencer: sequencerOf(looked),
          versionId: VersionId,
        });
        await sendCreatedEvent(sqs, { bucket, key, event }, announcements);
      }
    },
  };
}
