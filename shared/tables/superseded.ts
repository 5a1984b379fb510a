import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isLaterDrop } from '#shared/contracts/file-arrived.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { removeIf } from './conditional-write.ts';
import { ProvenanceItem } from './provenance.ts';

/** The drop of a file that is being read. */
export interface FileDrop {
  /** The file, as `<feed>/<file>`. */
  readonly file: string;
  readonly version: string;
  /** Is called before facts are deleted. */
  readonly onDeletion?: () => Promise<void>;
}

/** The drops of a file whose facts no longer count: those before one drop and, with `own`, that drop too. */
export interface TakenDrops extends FileDrop {
  readonly own?: boolean;
  /** The only drops that are taken back; undefined for all of these. */
  readonly only?: readonly string[] | undefined;
}

/**
 * A stored fact with the place that it concerns; facts of one place contradict each other. A fact without a place
 * contradicts nothing.
 */
export interface ItemWithSubject {
  readonly key: Readonly<Record<string, string>>;
  readonly place: string | undefined;
  readonly item: Readonly<Record<string, unknown>>;
}

const Origin = z.object({ from: ProvenanceItem });
const AT_ONCE = 8;

const isOfTaken = (
  item: Readonly<Record<string, unknown>>,
  { file, version, own, only }: TakenDrops,
): string | undefined => {
  const from = Origin.safeParse(item).data?.from;
  const isTaken = from?.file === file && (own || from.version !== version) && !isLaterDrop(from.version, version);
  return isTaken && only?.includes(from.version) !== false ? from.version : undefined;
};

/**
 * Visits all facts that were last read from drops of a file. It scans the whole table, so it is only for files that are
 * taken back.
 * @param beside the attribute of items that name the file and no drop of it, which are visited where every drop is taken
 * back
 */
export async function scanDrops(
  db: DynamoDBDocumentClient,
  TableName: string,
  drops: TakenDrops,
  visit: (item: Readonly<Record<string, unknown>>) => void,
  beside?: string,
): Promise<void> {
  const ofFile = drops.own && beside !== undefined ? { '#beside': beside } : undefined;
  const pages = paginateScan(
    { client: db },
    {
      TableName,
      FilterExpression: ofFile ? '#from.#file = :file OR #beside.#file = :file' : '#from.#file = :file',
      ExpressionAttributeNames: { '#from': 'from', '#file': 'file', ...ofFile },
      ExpressionAttributeValues: { ':file': drops.file },
      ConsistentRead: true,
    },
  );
  // The look at the drop only saves work: whatever is deleted is asked for its drop once more
  for await (const { Items = [] } of pages)
    for (const item of Items) if (isOfTaken(item, drops) !== undefined || (ofFile && !('from' in item))) visit(item);
}

/**
 * Deletes the facts of an earlier drop of the same file for the same places that this drop does not repeat. A fact that
 * another file repeated meanwhile has that file's name and stays, and so does a fact of a later drop, whose reader may
 * be faster. A repetition changes nothing.
 * @param places `every` where the drops are taken back as a whole
 * @param beforehand removes and stores what can only be found by these facts
 * @returns the facts that were to be deleted
 */
export async function removeSuperseded(
  db: DynamoDBDocumentClient,
  table: string,
  items: readonly ItemWithSubject[],
  drops: TakenDrops,
  places: ReadonlySet<string> | 'every',
  beforehand: (items: readonly ItemWithSubject['item'][]) => Promise<void> = async () => undefined,
): Promise<readonly ItemWithSubject['item'][]> {
  const earlier = items.flatMap(({ key, place, item }) => {
    const version = isOfTaken(item, drops);
    const isPlaced = places === 'every' || (place !== undefined && places.has(place));
    return version !== undefined && isPlaced ? [{ key, item, version }] : [];
  });
  const gone = earlier.map(({ item }) => item);
  if (gone.length > 0) await drops.onDeletion?.();
  await beforehand(gone);
  await inParallel(earlier, AT_ONCE, (one) =>
    removeIf(db, table, one.key, {
      when: '#from.#version = :version',
      names: { '#from': 'from', '#version': 'version' },
      values: { ':version': one.version },
    }),
  );
  return gone;
}

/**
 * A day without the order of day and month, which may differ between a wrong sheet and the right one; empty where there
 * is no day.
 */
export const dayInAnyOrder = (day: string | undefined): string =>
  day === undefined ? '' : [day.slice(0, 4), ...[day.slice(5, 7), day.slice(8, 10)].sort()].join('-');
