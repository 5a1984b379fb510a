import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isLaterDrop } from '#shared/contracts/file-arrived.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { removeIf } from './conditional-write.ts';
import { ProvenanceItem } from './provenance.ts';

/** The drop of a file that is being read. */
export interface FileDrop {
  /** `<feed>/<file>`. */
  readonly file: string;
  readonly version: string;
}

/**
 * An item of which a fact is kept, and what it speaks of: facts of one place contradict each other. No place: the fact
 * contradicts nothing, as one that the drop itself says.
 */
export interface ItemWithSubject {
  readonly key: Readonly<Record<string, string>>;
  readonly place: string | undefined;
  readonly item: Readonly<Record<string, unknown>>;
}

const Origin = z.object({ from: ProvenanceItem });
const AT_ONCE = 8;

/**
 * Takes away what an earlier drop of the same file said of the same places and this one didn't say again. A fact that
 * another file has told meanwhile stays: it bears that file's name. So does that of a later drop, whose reader may be
 * quicker than this one. Done twice it changes nothing.
 * @returns what was taken away
 */
export async function removeSuperseded(
  db: DynamoDBDocumentClient,
  table: string,
  items: readonly ItemWithSubject[],
  { file, version }: FileDrop,
  places: ReadonlySet<string>,
): Promise<readonly ItemWithSubject['item'][]> {
  const earlier = items.flatMap(({ key, place, item }) => {
    const from = Origin.safeParse(item).data?.from;
    const isOurs = from?.file === file && from.version !== version && !isLaterDrop(from.version, version);
    return isOurs && place !== undefined && places.has(place) ? [{ key, item, version: from.version }] : [];
  });
  await inParallel(earlier, AT_ONCE, (one) =>
    removeIf(db, table, one.key, {
      when: '#from.#version = :version',
      names: { '#from': 'from', '#version': 'version' },
      values: { ':version': one.version },
    }),
  );
  return earlier.map(({ item }) => item);
}

/** A day without the order of its day and month, in which a wrong sheet and the right one may differ. Empty for none. */
export const dayInAnyOrder = (day: string | undefined): string =>
  day === undefined ? '' : [day.slice(0, 4), ...[day.slice(5, 7), day.slice(8, 10)].sort()].join('-');
