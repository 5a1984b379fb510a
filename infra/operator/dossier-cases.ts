import { wholeObject } from '#shared/clients/whole-object.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DOSSIER_FILES } from '#shared/contracts/dossier-files.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';

/** The choice of cases: one company's, those whose ring has the company, or those with a notice of the days. */
export type CaseSelection =
  | { readonly of: 'case' | 'ring'; readonly code: string }
  | { readonly of: 'period'; readonly from: string; readonly to: string };

/** The place of the newest state of a case. */
export interface CaseLocation {
  /** The state, as `<noticeId>.<sequence>`, or the id of the notice alone where a folder keeps one state of each. */
  readonly notice: string;
  read(): Promise<ExportedCase>;
}

type ReadText = (path: string) => Promise<string>;

/** @param dossiers a folder, or `s3://bucket/prefix` */
export async function locateCases(
  dossiers: string,
  chosen: CaseSelection,
  s3 = new S3Client({ forcePathStyle: true }),
): Promise<readonly CaseLocation[]> {
  const { paths, read } = await (dossiers.startsWith('s3://') ? inBucket(new URL(dossiers), s3) : inFolder(dossiers));
  const newest = new Map<string, { readonly path: string; readonly sequence: number }>();
  for (const path of paths) {
    const { name, sequence } = stateIn(path);
    if (sequence > (newest.get(name)?.sequence ?? -1)) newest.set(name, { path, sequence });
  }
  const named = [...newest].sort(([, a], [, b]) => (a.path < b.path ? -1 : 1));
  const places: CaseLocation[] = [];
  for (const [name, { path, sequence }] of named) {
    const notice = sequence === 0 ? noticeIdOf('police', name) : `${name}.${sequence}`;
    const place = { notice, read: async () => parsed(await read(path)) };
    if (chosen.of === 'case' ? path.split(/[/.]/u)[0] === chosen.code : isChosen(await place.read(), chosen))
      places.push(place);
  }
  return places;
}

/**
 * Finds the dossiers: a bucket has `<code>/<notice>.<sequence>/dossier.json`, and a run's folder has `<code>.json` with
 * the newest state only.
 */
function stateIn(path: string): { readonly name: string; readonly sequence: number } {
  const [, name, sequence] = /^[^/]+\/([\w-]+)\.(\d+)\/dossier\.json$/u.exec(path) ?? [];
  return { name: name ?? path.replace(/\.json$/u, ''), sequence: Number(sequence ?? 0) };
}

/** Yields one case after another, and reads each only when the one before has been written. */
export async function* readCases(places: readonly CaseLocation[]): AsyncGenerator<ExportedCase> {
  for (const place of places) yield await place.read();
}

function isChosen({ notice }: ExportedCase, chosen: CaseSelection): boolean {
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

const isDossier = (path: string): boolean => path.endsWith(`/${DOSSIER_FILES.json}`) || /^\d[\d-]*\.json$/u.test(path);

async function inFolder(folder: string): Promise<{ readonly paths: readonly string[]; readonly read: ReadText }> {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  return {
    paths: found.map((path) => path.replaceAll(sep, '/')).filter((path) => isDossier(path)),
    read: (path) => readFile(join(folder, path), 'utf8'),
  };
}

async function inBucket(
  { host: Bucket, pathname }: URL,
  s3: S3Client,
): Promise<{ readonly paths: readonly string[]; readonly read: ReadText }> {
  const Prefix = `${pathname.slice(1).replace(/\/$/u, '')}/`;
  const paths: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }))
    for (const { Key } of Contents)
      if (Key !== undefined && isDossier(Key.slice(Prefix.length))) paths.push(Key.slice(Prefix.length));
  return {
    paths,
    async read(path) {
      return (await wholeObject(s3, Bucket, Prefix + path)).toString();
    },
  };
}
