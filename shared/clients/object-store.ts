import type { Readable } from 'node:stream';
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { storageClient, storedObjects } from './stored-objects.ts';

/** Reads and writes objects of the inbox and the evidence bucket. */
export const objectStore = (client = storageClient()) => ({
  ...storedObjects(client),

  /** Uploads `content` as a stream in parts, so that its length need not be known. */
  async put(Bucket: string, Key: string, content: Readable | Uint8Array | string, ContentType: string): Promise<void> {
    const params: PutObjectCommandInput = { Bucket, Key, Body: content, ContentType };
    await new Upload({ client, params }).done();
  },
});

export type ObjectStore = ReturnType<typeof objectStore>;
