import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { wholeObject } from '#shared/clients/whole-object.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { pathOnDisk } from './path-on-disk.ts';
import { writeText } from './write-lines.ts';

/** Parses `dossiers/<company>/<notice>.<sequence>/<file>`; files of checksums are not copied. */
const KEY = /^dossiers\/([\d-]+)\/[\w-]+\.(\d+)\/(?:dossier|ho-so|ring)\.(json|docx|svg)$/u;
const WIDTH = 16;

/** Copies the newest dossier of each company out of the evidence bucket: `dossiers/<company>.json`, `.docx`, `.svg`. */
export async function copyDossiers(s3: S3Client, Bucket: string, out: string): Promise<void> {
  const newest = new Map<string, { sequence: number; files: { Key: string; ending: string }[] }>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: DOSSIERS })) {
    for (const { Key = '' } of Contents) {
      const [, company = '', sequence = '', ending = ''] = KEY.exec(Key) ?? [];
      const known = newest.get(company);
      if (known && known.sequence > Number(sequence)) continue;
      const files = known?.sequence === Number(sequence) ? known.files : [];
      newest.set(company, { sequence: Number(sequence), files: [...files, { Key, ending }] });
    }
  }
  newest.delete('');
  const files = [...newest].flatMap(([company, dossier]) => dossier.files.map((file) => ({ ...file, company })));
  await inParallel(files, WIDTH, async ({ Key, ending, company }) => {
    await writeText(join(out, DOSSIERS, `${company}.${ending}`), await wholeObject(s3, Bucket, Key));
  });
}

const PREFIX = 'outbox/';

/** Copies each sender's outbox out of the inbox bucket, into `outbox/<sender>/…`. */
export async function copyOutbox(s3: S3Client, Bucket: string, out: string): Promise<void> {
  // A name may contain characters that XML can't
  const query = { Bucket, Prefix: PREFIX, EncodingType: 'url' } as const;
  for await (const { Contents = [], EncodingType } of paginateListObjectsV2({ client: s3 }, query)) {
    for (const { Key = '' } of Contents) {
      const key = EncodingType === 'url' ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key;
      await writeNew(join(out, PREFIX), key.slice(PREFIX.length), await wholeObject(s3, Bucket, key));
    }
  }
}

/**
 * Where the file system treats two names as the same (`A` and `a`, or two forms of `ế`), the second is written in plain
 * ASCII.
 */
async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const write = async (path: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes, { flag: 'wx' });
  };
  try {
    await write(pathOnDisk(name));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    await write(pathOnDisk(name, true));
  }
}
