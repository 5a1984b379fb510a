import { splitOnset } from '../text/syllable.ts';
import { COMMON_MIDDLE_NAMES_WITHOUT_MARKS } from './commonness.ts';
import type { NameToken } from './read-name-word.ts';
import { isMarkTypo, isTypo } from './token-typo.ts';
import type { NamePosition, NamePart } from './name-position.ts';

/** The differences of two words of names, the smallest first. */
export const SAME_WORD = 0;
export const SPELLING_VARIANT = 1;
export const WITHOUT_MARKS = 2;
/** The bar of đ is missing, as from a keyboard without it. */
export const WITHOUT_BAR = 3;
/** One word is an initial, such as `T.` for Thị. */
export const ABBREVIATED_WORD = 4;
export const TYPO = 5;
export const DIFFERENT_WORD = 6;
export type WordNearness =
  | typeof SAME_WORD
  | typeof SPELLING_VARIANT
  | typeof WITHOUT_MARKS
  | typeof WITHOUT_BAR
  | typeof ABBREVIATED_WORD
  | typeof TYPO
  | typeof DIFFERENT_WORD;

export function compareTokens(one: NameToken, other: NameToken, place: NamePosition): WordNearness {
  if (one === other) return SAME_WORD;
  if (one.hash !== other.hash) {
    if (one.initial !== other.initial && place.position === 'middle' && abbreviates(one, other))
      return ABBREVIATED_WORD;
    return isTypo(one, other, place) ? TYPO : DIFFERENT_WORD;
  }
  if (one.text === other.text) return SAME_WORD;
  if (one.key === other.key) return SPELLING_VARIANT;
  if (one.plain === other.plain) return compareMarks(one, other, place);
  return isTypo(one, other, place) ? TYPO : DIFFERENT_WORD;
}

/** Compares two words with the same letters and different marks. */
const compareMarks = (one: NameToken, other: NameToken, place: NamePosition): WordNearness => {
  if (!one.marked && dropped(one, other, place.oneMarked, place.position)) return WITHOUT_MARKS;
  if (!other.marked && dropped(other, one, place.otherMarked, place.position)) return WITHOUT_MARKS;
  if (lostBar(one, other) || lostBar(other, one)) return WITHOUT_BAR;
  const bothMarked = one.marked && other.marked;
  if (bothMarked && (lostMark(one, other) || lostMark(other, one))) return TYPO;
  return isMarkTypo(one, other, place.position) ? TYPO : DIFFERENT_WORD;
};

/** Whether an initial abbreviates a middle name that begins with it; it never abbreviates the given name. */
const abbreviates = (one: NameToken, other: NameToken): boolean => {
  const [short, long] = one.initial ? [one, other] : [other, one];
  return short.marked ? long.letters.startsWith(short.text) : long.plain.startsWith(short.plain);
};

/**
 * Whether marks were dropped, and no other name is meant: the whole name has none, or the plain word is impossible as
 * it stands, such as a syllable without a tone (`duc`), an unknown surname (`tran`), or a middle word that is always
 * `văn` or `thị`.
 */
const dropped = (plain: NameToken, marked: NameToken, nameMarked: boolean, position: NamePart): boolean => {
  if (!nameMarked || !plain.valid) return true;
  if (position === 'family') return plain.surname === 0 && marked.surname > 0;
  return position === 'middle' && COMMON_MIDDLE_NAMES_WITHOUT_MARKS.has(plain.text);
};

/** Whether one of two marks is missing and the rest is no syllable (`nguyẽn`, `quôc`). */
const lostMark = (poorer: NameToken, richer: NameToken): boolean => {
  if (poorer.tone === 0 && poorer.letters === richer.letters) return !poorer.valid;
  return poorer.tone === richer.tone && splitOnset(poorer.letters) === undefined;
};

/** Whether the bar is missing in a name that does not exist without it (`dức`). */
const lostBar = (poorer: NameToken, richer: NameToken): boolean =>
  !poorer.known &&
  richer.known &&
  poorer.tone === richer.tone &&
  poorer.letters.startsWith('d') &&
  poorer.letters === `d${richer.letters.slice(1)}`;
