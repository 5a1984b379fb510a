import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Event } from 'aws-lambda';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { REGION } from './region.ts';
import type { BucketNotification } from './deploy.ts';

/**
 * Streams each file into the bucket, in parts where it is large, and sends S3's event for it, because the local engine
 * sends none.
 */
export async function uploadToInbox(
  { s3, sqs }: { s3: S3Client; sqs: SQSClient },
  { inbox, files, bucket }: { inbox: string; files: readonly string[]; bucket: string },
  announcements: readonly BucketNotification[],
): Promise<void> {
  await inParallel(
    files.map((key, n) => ({ key, n })),
    4,
    async ({ key, n }) => {
      const file = join(inbox, key);
      const { ETag = '', VersionId } = await new Upload({
        client: s3,
        params: { Bucket: bucket, Key: key, Body: createReadStream(file) },
      }).done();
      const { size } = await stat(file);
      const event = objectCreatedEvent({
        bucket,
        key,
        size,
        eTag: ETag.replaceAll('"', ''),
        sequencer: sequencerOf(n),
        versionId: VersionId,
      });
      await sendCreatedEvent(sqs, { bucket, key, event }, announcements);
    },
  );
}

/** Sends the event of a created object to the queues of the bucket's configuration. */
export async function sendCreatedEvent(
  sqs: SQSClient,
  { bucket, key, event }: { readonly bucket: string; readonly key: string; readonly event: S3Event },
  announcements: readonly BucketNotification[],
): Promise<void> {
  const announced = announcements.filter(
    ({ bucket: from, prefix, suffix }) => from === bucket && key.startsWith(prefix) && key.endsWith(suffix),
  );
  for (const { queueUrl } of announced) {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(event) }));
  }
}

/** The sequencer grows with each object, as S3's does for the versions of one key. */
export const sequencerOf = (n: number) => (Date.now() * 1000 + n).toString(16).toUpperCase().padStart(18, '0');

interface Created {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly eTag: string;
  readonly sequencer: string;
  /** Undefined where the bucket keeps no versions. */
  readonly versionId: string | undefined;
}

/** Makes S3's event. The key is url-encoded with `+` for a space and with its slashes. */
export function objectCreatedEvent({ bucket, key, size, eTag, sequencer: order, versionId }: Created): S3Event {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: new Date().toISOString(),
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'local' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': order, 'x-amz-id-2': order },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local',
          bucket: { name: bucket, ownerIdentity: { principalId: 'local' }, arn: `arn:aws:s3:::${bucket}` },
          object: { key: encodeKey(key), size, eTag, sequencer: order, ...(versionId !== undefined && { versionId }) },
        },
      },
    ],
  };
}

const encodeKey = (key: string) =>
  encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+')
    .replaceAll(/[!'()~]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
