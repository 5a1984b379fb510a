import { foldMarks } from '../text/fold.ts';
import type { Territory } from './gazetteer.ts';
import { nameKey } from './words.ts';

/** The least length of a corrected name, because shorter names resemble those of other places. */
const SHORTEST = 6;

/**
 * Finds the known names of communes that differ by one typo (`Bồ Xyên`): a letter too many, too few or wrong, or two
 * neighbours swapped. @param fits whether a name belongs to a commune that the text may mean
 */
export function misspeltNames(text: string, fits: (key: string) => boolean, territory: Territory): readonly string[] {
  const key = nameKey(foldMarks(text));
  if (key.length < SHORTEST || /\d/.test(key)) return [];
  const found: string[] = [];
  for (const name of territory.names) {
    if (Math.abs(name.length - key.length) <= 1 && isOneTypo(name, key) && fits(name)) found.push(name);
  }
  return found;
}

/** Whether two words differ by one letter, or by two swapped neighbours. */
export function isOneTypo(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [oneEnd, otherEnd] = [one.length, other.length];
  while (oneEnd > start && otherEnd > start && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd -= 1;
    otherEnd -= 1;
  }
  const [left, right] = [one.slice(start, oneEnd), other.slice(start, otherEnd)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
