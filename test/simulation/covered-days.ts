import { type Violation, itemsOf } from './end-state.ts';
import type { World } from './world.ts';

type Days = Readonly<Record<string, { readonly from: string; readonly to: string }>>;

/** In the end a feed covers the days of each of its files that was read. */
export function findingsOfCoverage(world: World): readonly Violation[] {
  const items = itemsOf(world, 'Files');
  return items.flatMap(({ feed, file, state, covered }): Violation[] => {
    if (state !== 'read') return [];
    const spans = items.find((one) => one['feed'] === 'coverage' && one['file'] === feed)?.['spans'] as
      | Days
      | undefined;
    const left = Object.entries(covered as Days).find(([kind, { from, to }]) => {
      const span = spans?.[kind];
      return !span || span.from > from || span.to < to;
    });
    return left
      ? [{ kind: 'lost', what: `the days of ${left[0]} that ${String(feed)}/${String(file)} has covered` }]
      : [];
  });
}
