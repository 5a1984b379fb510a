import { itemsOf } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** The feed under which the table of files has the notes that facts of earlier drops are being deleted. */
export const NOTES = 'deleted';

/**
 * Whether a reader writes its note that it deletes facts after another reader has read the same drop to its end. That one
 * has deleted the same facts and has had them restored. If the first one is ended, its note has other files read again
 * with the next drop of the name and changes nothing else.
 */
export function isLateNote(world: World, after: Attributes): boolean {
  if (after['feed'] !== NOTES) return false;
  const [feed, ...rest] = String(after['file']).split('/');
  const file = rest.join('/');
  return itemsOf(world, 'Files').some((one) => one['feed'] === feed && one['file'] === file && one['state'] === 'read');
}
