import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { wholeObject } from '#shared/clients/whole-object.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';

/** A log's files by their paths in it. */
export type FileBytes = ReadonlyMap<string, Uint8Array>;

const OBJECTS_AT_ONCE = 32;

/** Reads the bucket of an address, with the credentials of the environment. */
export const readBucket = (address: URL): Promise<FileBytes> =>
  readBucketFiles(address, new S3Client({ forcePathStyle: true }));

/** Reads the newest version of each object; the bucket also keeps the versions before it. */
export async function readBucketFiles(
  { host: Bucket, pathname }: Pick<URL, 'host' | 'pathname'>,
  s3: S3Client,
): Promise<FileBytes> {
  const Prefix = pathname.slice(1);
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix })) {
    keys.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
  }
  const files = await inParallel(keys, OBJECTS_AT_ONCE, async (Key) => {
    return [Key.slice(Prefix.length).replace(/^\//u, ''), await wholeObject(s3, Bucket, Key)] as const;
  });
  return new Map(files);
}
