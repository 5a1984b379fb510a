import { join } from 'node:path';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { wholeObject } from '#shared/clients/whole-object.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
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
