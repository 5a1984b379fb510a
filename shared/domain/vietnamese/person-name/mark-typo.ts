import { TONES } from '../text/letters.ts';
import { COMMON_MIDDLE_NAMES, COMMON_BEARERS } from './commonness.ts';
import type { NamePart } from './name-position.ts';
import type { NameToken } from './name-token.ts';

/**
 * The limit in bits of a common name, which occurs at least twenty times among 11,000. A rare name may resemble another
 * rare one that no list has.
 */
const OFTEN = 9;
const WRITTEN_ALIKE = new Set<number>([TONES.hook, TONES.tilde]);

/**
 * Whether another mark is more likely a typo than another name. One of the two words must be no known name: a surname
 * that doesn't exist (`Nguyển`), `Vắn` for Văn, or hỏi for ngã in a common name (`Dủng`), which half of the country
 * pronounces alike.
 */
export function isMarkTypo(one: NameToken, other: NameToken, position: NamePart): boolean {
  return misspells(one, other, position) || misspells(other, one, position);
}

const misspells = (wrong: NameToken, right: NameToken, position: NamePart): boolean => {
  if (position === 'family')
    return wrong.surname === 0 && right.surname >= COMMON_BEARERS && oneMarkApart(wrong, right);
  if (wrong.known) return false;
  if (position === 'middle' && COMMON_MIDDLE_NAMES.has(right.text)) return true;
  return soundsAlike(wrong, right) && right.known && right.givenBits <= OFTEN;
};

const oneMarkApart = (one: NameToken, other: NameToken): boolean =>
  one.letters === other.letters || one.tone === other.tone;

/** Mỉ is also spelt Mỷ. */
const sameLetters = (one: NameToken, other: NameToken): boolean =>
  one.letters === other.letters || one.letters.replace('y', 'i') === other.letters.replace('y', 'i');

const soundsAlike = (one: NameToken, other: NameToken): boolean =>
  WRITTEN_ALIKE.has(one.tone) && WRITTEN_ALIKE.has(other.tone) && sameLetters(one, other);
