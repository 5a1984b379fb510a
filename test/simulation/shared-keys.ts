import { tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { contentOf, fileOf, isOf } from './search-keys.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

interface DeletedVersion {
  readonly before: Attributes | undefined;
  readonly trace: InvocationTrace;
  readonly world: World;
}

/**
 * The reader of a file that deletes a version has written each search key anew that the version shares with one of
 * another file, so that the key has that file's name. Otherwise no reader of that file would delete the key.
 */
export function keyLeft({ before, trace, world }: DeletedVersion): string | undefined {
  if (!before || !isOf('version', before)) return undefined;
  const table = tableNamed(world, 'PoliceRecords');
  const looked = trace.queries.findLast((one) => one.table === table && one.of === before['ref']);
  const isShared = looked?.items.some(
    (item) => isOf('version', item) && contentOf(item) === contentOf(before) && fileOf(item) !== fileOf(before),
  );
  if (isShared !== true) return undefined;
  const left = world.tables
    .items(table)
    .find(
      (item) =>
        isOf('found', item) &&
        contentOf(item) === contentOf(before) &&
        item['lastReadIn'] === fileOf(before) &&
        !trace.written.has(`${table} ${world.tables.keyIn(table, item)}`),
    );
  return left && `a search key stays with ${fileOf(before)}, of which the version goes`;
}
