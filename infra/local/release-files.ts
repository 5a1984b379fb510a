import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import type { BucketNotification } from './deploy.ts';

/** Releases stopped files, so that their readable rows count. Files that are not stopped are left out. */
export async function releaseFiles(
  sqs: SQSClient,
  { bucket, files }: { readonly bucket: string; readonly files: readonly string[] },
  announcements: readonly BucketNotification[],
): Promise<void> {
  const announced = announcements.find((announcement) => announcement.bucket === bucket);
  if (!announced) return;
  for (const key of files) {
    const message: FileReleased = {
      bucket,
      key,
      release: { use: 'readable', by: 'người chạy lệnh', why: 'npm start -- --release' },
    };
    await sqs.send(new SendMessageCommand({ QueueUrl: announced.queueUrl, MessageBody: JSON.stringify(message) }));
  }
}
