import { concernedIn, ofEachKind } from '#shared/tables/concerned.ts';
import { itemsOf } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';
import type { Writing } from './writing.ts';

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

/** The feed under which the table of files has whom deleted facts concern, until those are told. */
const TAKEN_BACK = 'taken-back';
const NOBODY = ofEachKind(() => []);

const namesNobody = (item: Attributes): boolean => JSON.stringify(concernedIn(item)) === JSON.stringify(NOBODY);
const revisionOf = (item: Attributes | undefined): number => Number(item?.['revision'] ?? 0);

/**
 * Whether a reader writes whom the facts concern that it takes back, after another reader has written, told and removed
 * the same since it looked. If the first one is ended, they are told once more with the next drop of the name.
 * @param looks what the reader has found of the item, the first time and later
 */
export const isLateTaking = (
  before: Attributes | undefined,
  after: Attributes,
  looks: readonly (Attributes | undefined)[],
): boolean =>
  after['feed'] === TAKEN_BACK &&
  before !== undefined &&
  namesNobody(before) &&
  !namesNobody(after) &&
  revisionOf(looks[0]) < revisionOf(before);

/** A late item as it is where the reader was not ended. */
export const withoutLateTaking = (item: Attributes, world: Pick<World, 'lateNotes'>): Attributes =>
  item['feed'] === TAKEN_BACK && wasLate(item, world) ? { ...item, ...NOBODY } : item;

/** Remembers a note that is written late. */
export function noteLate({ before, after, trace, world }: Writing, place: string): void {
  const looks = trace.looks.get(place) ?? [];
  if ((!before && isLateNote(world, after)) || isLateTaking(before, after, looks)) world.lateNotes.add(noteName(after));
}

const noteName = ({ feed, file }: Attributes): string => `${String(feed)} ${String(file)}`;

/** Whether a reader has written the note late. */
export const wasLate = (item: Attributes, { lateNotes }: Pick<World, 'lateNotes'>): boolean =>
  lateNotes.has(noteName(item));
