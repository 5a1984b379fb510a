import { placeOf } from './ending.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

type DaysByKind = Readonly<Record<string, { readonly from: string; readonly to: string }>>;

/**
 * Whether a file of the feed is not to be read again, although it may have said the same as a file of which facts were
 * deleted: it has rows of the same kind and days, or is being read. Where only the last drop of a file counts, facts of
 * any days were deleted.
 */
export function isOtherLeft(key: string, trace: InvocationTrace, world: World): boolean {
  const [feed = '', ...rest] = key.split('/');
  const file = rest.join('/');
  const found = trace.queries.findLast(({ table, of }) => table === tableNamed(world, 'Files') && of === feed);
  if (!found) return true;
  const own = trace.seen.get(placeOf(world, 'Files', feed, file));
  // Without the beginning of the reading that is to be repeated, the file counts as read
  const told = new Set(
    sentTo({ trace, world }, '1-read-file').flatMap((one) => (one['anew'] === undefined ? [] : [one['key']])),
  );
  const mayHaveSaidTheSame = ({ state, covered }: Attributes): boolean =>
    state === 'reading' ||
    (state === 'read' &&
      (own?.['replacesEarlier'] !== undefined ||
        isStopped(own) ||
        overlap((covered ?? {}) as DaysByKind, (own?.['covered'] ?? {}) as DaysByKind)));
  const isThere = (other: string) => world.objects.get(world.design.inbox, other) !== undefined;
  return found.items.some((item) => {
    const other = `${feed}/${String(item['file'])}`;
    return other !== key && mayHaveSaidTheSame(item) && !told.has(other) && isThere(other);
  });
}

/** A stopped drop has no days, of the facts that an earlier reader has deleted. */
const isStopped = (own: Attributes | undefined): boolean =>
  (own?.['judgement'] as Attributes | undefined)?.['objection'] !== undefined && own?.['released'] === undefined;

const overlap = (one: DaysByKind, other: DaysByKind): boolean =>
  Object.entries(one).some(([kind, { from, to }]) => {
    const span = other[kind];
    return span !== undefined && from <= span.to && span.from <= to;
  });

/**
 * Whether the note that the reader has written or found still stands, that facts were deleted which other files may have said
 * too. Another reader may have deleted it just before this one, and another one may note it anew.
 */
export function isNoteLeft(after: Attributes, trace: InvocationTrace, world: World): boolean {
  const note = placeOf(world, 'Files', 'deleted', `${String(after['feed'])}/${String(after['file'])}`);
  if (after['again'] !== true) return false;
  const found = trace.seen.get(note);
  return !trace.seen.has(note) || (found !== undefined && itemsOf(world, 'Files').includes(found));
}
