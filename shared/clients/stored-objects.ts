import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { patientRetries } from './retries.ts';
import { wholeObject } from './whole-object.ts';

/** S3's names for an object that does not exist, and for a version of it. */
const GONE: ReadonlySet<string> = new Set(['NoSuchKey', 'NoSuchVersion']);

export const storageClient = () => new S3Client({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME });

/** Reads objects of the inbox and the evidence bucket, moves them, and writes short ones. */
export const storedObjects = (client = storageClient()) => ({
  /**
   * The object's bytes as a stream; undefined where it no longer exists.
   * @param VersionId the version whose bytes are read; the newest one where undefined
   */
  async open(Bucket: string, Key: string, VersionId?: string): Promise<Readable | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      return Body instanceof Readable ? Body : Readable.from([]);
    } catch (error) {
      if (error instanceof S3ServiceException && GONE.has(error.name)) return undefined;
      throw error;
    }
  },

  /** The object's text; undefined where it doesn't exist. */
  async read(Bucket: string, Key: string): Promise<string | undefined> {
    return (await foundObject(client, Bucket, Key))?.toString();
  },

  /** The object's bytes; undefined where it doesn't exist, also for callers that may not list the bucket. */
  found: (Bucket: string, Key: string): Promise<Uint8Array | undefined> => foundObject(client, Bucket, Key),

  /** The object's bytes; undefined where it doesn't exist. */
  async bytes(Bucket: string, Key: string): Promise<Uint8Array | undefined> {
    try {
      return await wholeObject(client, Bucket, Key);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },

  /**
   * Writes an object where there is none yet, so that the first writer's object stays. A writer whose answer was lost
   * finds its own object at the second try. @returns the text that is stored
   */
  async putFirst(Bucket: string, Key: string, text: string, ContentType: string): Promise<string> {
    try {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: text, ContentType, IfNoneMatch: '*' }));
      return text;
    } catch (error) {
      if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
      return (await wholeObject(client, Bucket, Key)).toString();
    }
  },

  /** Writes an object whose key is made from its content, so that one that is there already is the same. */
  async putOnce(Bucket: string, Key: string, content: Uint8Array, ContentType: string): Promise<void> {
    try {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: content, ContentType, IfNoneMatch: '*' }));
    } catch (error) {
      if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
    }
  },

  /**
   * Moves an object with its metadata to another key of its bucket. @returns false where there is none, also where it was
   * moved before
   */
  async move(Bucket: string, from: string, Key: string): Promise<boolean> {
    const CopySource = [Bucket, ...from.split('/')].map(encodeURIComponent).join('/');
    try {
      await client.send(new CopyObjectCommand({ Bucket, CopySource, Key }));
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    await client.send(new DeleteObjectCommand({ Bucket, Key: from }));
    return true;
  },

  /** Removes an object; one that does not exist is no error. */
  async remove(Bucket: string, Key: string): Promise<void> {
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  },
});

/** S3 answers "not allowed" for a missing object where the caller may not list the bucket. */
const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && ['NoSuchKey', 'AccessDenied'].includes(error.name);

async function foundObject(client: S3Client, Bucket: string, Key: string): Promise<Buffer | undefined> {
  try {
    return await wholeObject(client, Bucket, Key);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
