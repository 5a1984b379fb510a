import { rejectionsKey } from '#shared/tables/rejections.ts';
import { itemsOf } from './end-state.ts';
import type { Writing } from './writing.ts';

/** Where a person decides that only the last drop counts, facts of earlier ones are looked for and what they covered goes. */
export function earlierLookedFor({ before, after }: Writing): string | undefined {
  const decided = after['replacesEarlier'];
  if (before?.['version'] !== after['version'] || before?.['replacesEarlier'] !== undefined) return undefined;
  return decided !== undefined && after['again'] !== true
    ? `only the last drop of ${String(after['file'])} counts, and nothing of earlier ones is looked for`
    : undefined;
}

/** Until when readers of other drops may write is known as long as a reading goes on, also where it is judged in several runs. */
export function othersKnown({ before, after }: Writing): string | undefined {
  if (before?.['startedAt'] !== after['startedAt'] || before?.['version'] !== after['version']) return undefined;
  return before?.['othersUntil'] !== undefined && after['othersUntil'] === undefined
    ? `it is forgotten until when readers of other drops of ${String(after['file'])} may write`
    : undefined;
}

/** The rows that are counted as rejected are stored, from which their list is made. */
export function rejectedStored({ after, world }: Writing): string | undefined {
  const { rejected = 0 } = (after['counts'] ?? {}) as { readonly rejected?: number };
  if (rejected === 0) return undefined;
  const key = rejectionsKey(after as never);
  const stored = itemsOf(world, 'Rejections').filter(({ file }) => file === key).length;
  return stored < rejected ? `${key} has ${rejected} rejected rows, of which ${stored} are stored` : undefined;
}
