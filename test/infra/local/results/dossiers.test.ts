import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { copyDossiers } from '#infra/local/results/outbox.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A bucket in which each object's content is its key. */
function bucketOf(keys: readonly string[]): S3Client {
  const s3 = new S3Client({ region: 'ap-southeast-1' });
  s3.send = async (command: unknown) => {
    if (command instanceof ListObjectsV2Command) return { Contents: keys.map((Key) => ({ Key })) };
    if (!(command instanceof GetObjectCommand)) throw new Error('not asked for');
    return { Body: { transformToByteArray: async () => Buffer.from(command.input.Key ?? '') } };
  };
  return s3;
}

it('the newest dossier of each company is copied, and no earlier one', async () => {
  const out = temporaryFolder('dossiers');
  const folder = 'dossiers/0900000011/k3Jw0h1Qm8ZrX2cVb7Ty5A';
  const keys = [
    `${folder}.10/checksums.json`,
    `${folder}.10/dossier.json`,
    `${folder}.10/ho-so.docx`,
    `${folder}.9/dossier.json`,
    `${folder}.9/ho-so.docx`,
    `${folder}.9/ring.svg`,
    'dossiers/0900000022/x.1/ring.svg',
    'dossiers/../../x.1/dossier.json',
  ];
  try {
    await copyDossiers(bucketOf(keys), 'evidence', out);
    const files = (await readdir(join(out, 'dossiers'))).sort();
    expect(files).toEqual(['0900000011.docx', '0900000011.json', '0900000022.svg']);
    expect(await readFile(join(out, 'dossiers', '0900000011.json'), 'utf8')).toBe(`${folder}.10/dossier.json`);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
