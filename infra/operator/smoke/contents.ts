import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { removeItem } from '#shared/tables/conditional-write.ts';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import { TABLE_NAMES, type TableName } from '#shared/tables/table-designs.ts';
import type { ReadSystem } from '../find-system.ts';

/** What a system holds: the keys of each table, and the objects of each bucket, each as a text. */
export type Contents = ReadonlyMap<string, ReadonlySet<string>>;

const AT_ONCE = 16;
/** The log says for ever what was done, so it is left. */
const TABLES = TABLE_NAMES.filter((name) => name !== 'log');
const BUCKETS = ['inbox', 'evidence'] as const;

interface Thing {
  readonly text: string;
  remove(): Promise<unknown>;
}

/** What the tables and buckets hold, the log excepted. */
export async function contentsOf(system: ReadSystem): Promise<Contents> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const [place, things] of thingsIn(system)) found.set(place, new Set((await things()).map(({ text }) => text)));
  return found;
}

/** Removes what came into a system. @returns how many items and objects were removed */
export async function removeWhatCame(system: ReadSystem, before: Contents): Promise<number> {
  let removed = 0;
  for (const [place, things] of thingsIn(system)) {
    const came = (await things()).filter(({ text }) => before.get(place)?.has(text) !== true);
    await inParallel(came, AT_ONCE, (one) => one.remove());
    removed += came.length;
  }
  return removed;
}

/** The places that hold more than they held before. */
export const placesWithMore = (before: Contents, after: Contents): string[] =>
  [...after]
    .filter(([place, texts]) => [...texts].some((text) => before.get(place)?.has(text) !== true))
    .map(([place]) => place);

const thingsIn = (system: ReadSystem): (readonly [place: string, () => Promise<Thing[]>])[] => [
  ...TABLES.map((name) => [name, () => itemsIn(system, name)] as const),
  ...BUCKETS.map((name) => [name, () => objectsIn(system, system.buckets[name])] as const),
];

async function itemsIn({ db, tables }: ReadSystem, name: TableName): Promise<Thing[]> {
  const found: Thing[] = [];
  const table = tables[name];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: table, ConsistentRead: true }))
    for (const item of Items) {
      const key = keyOfItem(name, item);
      found.push({ text: JSON.stringify(key), remove: () => removeItem(db, table, key) });
    }
  return found;
}

/** Every version of every object. An engine that lists no versions has its objects alone. */
async function objectsIn({ s3 }: ReadSystem, Bucket: string): Promise<Thing[]> {
  const found: Thing[] = [];
  const add = ({ Key, VersionId }: Pick<ObjectVersion, 'Key' | 'VersionId'>) =>
    found.push({
      text: JSON.stringify([Key, VersionId]),
      remove: () => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId })),
    });
  let from: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } | undefined = {};
  while (from) {
    const page: Awaited<ReturnType<typeof versionsFrom>> = await versionsFrom(from);
    for (const one of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) add(one);
    from =
      page.IsTruncated === true
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
  }
  if (found.length > 0) return found;
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
    for (const { Key } of Contents) add({ Key });
  return found;

  function versionsFrom(markers: {
    readonly KeyMarker?: string | undefined;
    readonly VersionIdMarker?: string | undefined;
  }) {
    return s3.send(new ListObjectVersionsCommand({ Bucket, ...markers }));
  }
}
