import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { FileBytes } from './bucket-files.ts';

const FILES_AT_ONCE = 32;
const BUCKET = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/\S*)?$/u;

/** The files of a folder, or of a bucket's address (`s3://bucket/prefix`). */
export async function readLogFiles(place: string): Promise<FileBytes> {
  if (!place.startsWith('s3://')) return ofFolder(place);
  if (!BUCKET.test(place)) throw new UserFacingError(`Không phải địa chỉ kho dạng s3://BUCKET[/THƯ_MỤC]: ${place}`);
  // A folder needs no client of S3, which takes a while to load
  const { readBucket } = await import('./bucket-files.ts');
  return readBucket(new URL(place));
}

async function ofFolder(folder: string): Promise<FileBytes> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await inParallel(paths, FILES_AT_ONCE, async (path) => {
    const inside = relative(folder, path).replaceAll(sep, '/');
    const { buffer, byteOffset, length } = await readFile(path);
    return [inside, new Uint8Array(buffer, byteOffset, length)] as const;
  });
  return new Map(files);
}
