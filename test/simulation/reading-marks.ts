import { isBeingRead } from '#shared/tables/files.ts';
import { itemsOf } from './end-state.ts';
import type { World } from './world.ts';

/** The marks of all feeds that a file is being read or was stopped. */
export const readingMarks = (world: World): ReadonlySet<string> =>
  new Set(
    itemsOf(world, 'Files').flatMap(({ feed, file, reading = {} }) =>
      Object.keys(reading as object).map((mark) => `${String(feed)} ${String(file)} ${mark}`),
    ),
  );

/** A file's mark that it is being read says nothing once its reader counts as crashed. */
export function withoutCrashed(
  world: World,
  item: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const marks = Object.entries((item['reading'] ?? {}) as Readonly<Record<string, string>>);
  const alive = marks.filter(([, movedAt]) => isBeingRead({ file: movedAt }, new Date(world.now())));
  return alive.length === marks.length ? item : { ...item, reading: Object.fromEntries(alive) };
}

/** A file without the days and the checksum that it keeps only where it was read to its end before it was left out. */
export function withoutReadOfLeftOut(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (item['leftOut'] === undefined) return item;
  const { covered: _covered, sha256: _sha256, ...kept } = item;
  return kept;
}
