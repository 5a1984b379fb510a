import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { waitBeforeRetry } from '#shared/runtime/backoff.ts';

/**
 * All bytes of an object. The SDK asks again where an answer is lost, and not where the connection ends in the midst of
 * one: that is asked again here.
 * @throws {S3ServiceException} what the service itself answers
 */
export async function wholeObject(client: S3Client, Bucket: string, Key: string): Promise<Buffer> {
  let cut: unknown;
  for (let tried = 0; await waitBeforeRetry(tried); tried += 1) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    try {
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    } catch (error) {
      if (error instanceof S3ServiceException) throw error;
      cut = error;
    }
  }
  throw cut;
}
