import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DOSSIER_FILES } from '#shared/contracts/dossier-files.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';

/** Which cases: one company's, those whose ring has the company, or those of which the police were told in the days. */
export type Chosen =
  | { readonly of: 'case' | 'ring'; readonly code: string }
  | { readonly of: 'period'; readonly from: string; readonly to: string };

/** Where the newest state of a case lies. */
export interface CasePlace {
  /** `<noticeId>.<sequence>` */
  readonly notice: string;
  read(): Promise<ExportedCase>;
}

type Read = (path: string) => Promise<string>;

/** @param dossiers a folder, or `s3://bucket/prefix` */
export async function placesOf(dossiers: string, chosen: Chosen): Promise<readonly CasePlace[]> {
  const { paths, read } = dossiers.startsWith('s3://') ? await inBucket(new URL(dossiers)) : await inFolder(dossiers);
  const newest = new Map<string, { readonly path: string; readonly sequence: number }>();
  for (const path of paths) {
    const [, notice = '', sequence] = /^[^/]+\/([\w-]+)\.(\d+)\/dossier\.json$/u.exec(path) ?? [];
    if (sequence !== undefined && Number(sequence) > (newest.get(notice)?.sequence ?? 0))
      newest.set(notice, { path, sequence: Number(sequence) });
  }
  const named = [...newest].sort(([, a], [, b]) => (a.path < b.path ? -1 : 1));
  const places: CasePlace[] = [];
  for (const [notice, { path, sequence }] of named) {
    const place = { notice: `${notice}.${sequence}`, read: async () => parsed(await read(path)) };
    if (chosen.of === 'case' ? path.startsWith(`${chosen.code}/`) : isChosen(await place.read(), chosen))
      places.push(place);
  }
  return places;
}

/** One case after another: each is read when the one before has been written. */
export async function* casesIn(places: readonly CasePlace[]): AsyncGenerator<ExportedCase> {
  for (const place of places) yield await place.read();
}

function isChosen({ notice }: ExportedCase, chosen: Chosen): boolean {
  if (chosen.of === 'period') {
    const on = notice.changedOn ?? notice.issuedOn;
    return on >= chosen.from && on <= chosen.to;
  }
  const members = notice.network?.members.map(({ enterpriseCode }) => enterpriseCode) ?? [notice.enterpriseCode];
  return members.includes(chosen.code);
}

function parsed(text: string): ExportedCase {
  const dossier: ExportedCase = JSON.parse(text);
  return dossier;
}

async function inFolder(folder: string): Promise<{ readonly paths: readonly string[]; readonly read: Read }> {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  return {
    paths: found.map((path) => path.replaceAll(sep, '/')).filter((path) => path.endsWith(DOSSIER_FILES.json)),
    read: (path) => readFile(join(folder, path), 'utf8'),
  };
}

async function inBucket({
  host: Bucket,
  pathname,
}: URL): Promise<{ readonly paths: readonly string[]; readonly read: Read }> {
  const s3 = new S3Client({ forcePathStyle: true });
  const Prefix = `${pathname.slice(1).replace(/\/$/u, '')}/`;
  const paths: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }))
    for (const { Key } of Contents) if (Key?.endsWith(DOSSIER_FILES.json)) paths.push(Key.slice(Prefix.length));
  return {
    paths,
    async read(path) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: Prefix + path }));
      return (await Body?.transformToString()) ?? '';
    },
  };
}
