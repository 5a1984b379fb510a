import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { wholeObject } from '#shared/clients/whole-object.ts';
import { UserFacingError } from '../failure-sentence.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';

/** A log's files by their paths in it. */
export type FileBytes = ReadonlyMap<string, Uint8Array>;

const AT_ONCE = 32;
const BUCKET = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/\S*)?$/u;

/** The files of a folder, or of a bucket's address (`s3://bucket/prefix`). */
export async function readLogFiles(place: string): Promise<FileBytes> {
  if (!place.startsWith('s3://')) return ofFolder(place);
  if (!BUCKET.test(place)) throw new UserFacingError(`Không phải địa chỉ kho dạng s3://BUCKET[/THƯ_MỤC]: ${place}`);
  return readBucketFiles(new URL(place), new S3Client({ forcePathStyle: true }));
}

async function ofFolder(folder: string): Promise<FileBytes> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await inParallel(paths, AT_ONCE, async (path) => {
    const inside = relative(folder, path).replaceAll(sep, '/');
    return [inside, new Uint8Array(await readFile(path))] as const;
  });
  return new Map(files);
}

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
  const files = await inParallel(keys, AT_ONCE, async (Key) => {
    return [Key.slice(Prefix.length).replace(/^\//u, ''), await wholeObject(s3, Bucket, Key)] as const;
  });
  return new Map(files);
}
