import type { Tone } from '../text/letters.ts';
import { splitOnset } from '../text/syllable.ts';

/** Initial sounds (âm đầu) that are pronounced alike in some part of the country. */
const ALIKE: ReadonlyMap<string, number> = new Map(
  ['l n', 'ch tr', 's x', 'd gi r'].flatMap((group, at) => group.split(' ').map((onset) => [onset, at + 1] as const)),
);

/**
 * A number that is equal for words that sound alike somewhere (`sơn` and `xơn`, `lành` and `nành`); 0 for a word that
 * no other sounds like.
 */
export function soundOf(letters: string, tone: Tone): number {
  const parts = splitOnset(letters);
  const group = parts === undefined ? undefined : ALIKE.get(parts.onset);
  if (parts === undefined || group === undefined) return 0;
  let sound = group * 8 + tone;
  for (let at = 0; at < parts.rime.length; at += 1) sound = (Math.imul(sound, 31) + parts.rime.charCodeAt(at)) | 0;
  return sound;
}
