import { COMMON_BEARERS, COMMON_MIDDLE_NAMES, COMMON_MIDDLE_NAMES_WITHOUT_MARKS, RARE_BEARERS } from './commonness.ts';
import type { NamePosition, NamePart } from './name-position.ts';
import type { NameToken } from './name-token.ts';
import { TONES } from '../text/letters.ts';
import { splitOnset } from '../text/syllable.ts';

/**
 * The difference of two words by one keystroke: a letter too many or too few, two letters swapped, or another letter;
 * undefined for anything else.
 */
type Typo = 'letter_more' | 'swapped' | 'other_letter';

/** The typo between two different words, in letters (UTF-16 units of NFC text). */
export function typoBetween(one: string, other: string): Typo | undefined {
  const gap = one.length - other.length;
  if (gap > 1 || gap < -1) return undefined;
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (oneEnd > head && otherEnd > head && one.charCodeAt(oneEnd - 1) === other.charCodeAt(otherEnd - 1)) {
    oneEnd -= 1;
    otherEnd -= 1;
  }
  const oneLeft = oneEnd - head;
  const otherLeft = otherEnd - head;
  if (gap !== 0) return oneLeft + otherLeft === 1 ? 'letter_more' : undefined;
  if (oneLeft === 1) return 'other_letter';
  return oneLeft === 2 && isSwap(one, other, head) ? 'swapped' : undefined;
}

const isSwap = (one: string, other: string, at: number): boolean =>
  one.charCodeAt(at) === other.charCodeAt(at + 1) && one.charCodeAt(at + 1) === other.charCodeAt(at);

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
function isMarkTypo(one: NameToken, other: NameToken, position: NamePart): boolean {
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

/**
 * Whether two words have the same `sound` and one is written as it is spoken: `Xơn` for Sơn, `Chần` for Trần. Where
 * both are known names (Lam, Nam), they are two names.
 */
function isPhoneticTypo(one: NameToken, other: NameToken, place: NamePosition): boolean {
  return one.sound !== 0 && (mishears(one, other, place) || mishears(other, one, place));
}

const mishears = (wrong: NameToken, right: NameToken, { position, oneMarked, otherMarked }: NamePosition): boolean => {
  if (position === 'family') return wrong.plainSurname === 0 && right.plainSurname >= COMMON_BEARERS;
  if (!oneMarked || !otherMarked) return !wrong.plainKnown && right.plainKnown;
  return !wrong.known && right.known;
};

const LONG = 4;
const SHORTEST = 3;
const LONG_FOREIGN = 6;

/**
 * Finds one wrong keystroke, or a word written as it sounds. Words are compared with marks where both names have marks,
 * otherwise by letters alone. Two words that are both known names are never a typo.
 */
function isTypo(one: NameToken, other: NameToken, place: NamePosition): boolean {
  if (one.sound === other.sound && isPhoneticTypo(one, other, place)) return true;
  if (!couldBeTypo(one, other)) return false;
  const marked = place.oneMarked && place.otherMarked;
  const typo = marked ? markedTypo(one, other) : typoBetween(one.plain, other.plain);
  if (typo === undefined) return false;
  const left = marked ? asMarked(one) : asPlain(one);
  const right = marked ? asMarked(other) : asPlain(other);
  if (place.position === 'middle' && left.known !== right.known) {
    const known = left.known ? one : other;
    if (COMMON_MIDDLE_NAMES_WITHOUT_MARKS.has(known.plain)) return true;
  }
  const length = Math.max(one.plain.length, other.plain.length);
  if (!left.valid && !right.valid && !left.known && !right.known) return isForeignTypo(typo, one, other, length);
  return isMistyped(typo, left, right, length, place.position === 'family');
}

/**
 * Whether a long foreign word has a doubled letter (`Hiroshii`) or two swapped ones; another letter may mean another
 * name (Ramesh, Rajesh).
 */
const isForeignTypo = (typo: Typo, one: NameToken, other: NameToken, length: number): boolean =>
  length >= LONG_FOREIGN && (typo === 'swapped' || singled(one.plain) === singled(other.plain));

const singled = (word: string): string => word.replace(/(.)\1+/gu, '$1');

/** A cheap test that excludes most words: one keystroke adds, drops or replaces a letter. */
const couldBeTypo = (one: NameToken, other: NameToken): boolean => {
  const gap = one.text.length - other.text.length;
  if (gap > 1 || gap < -1) return false;
  let differing = one.letterSet ^ other.letterSet;
  differing &= differing - 1;
  differing &= differing - 1;
  return differing === 0;
};

const markedTypo = (one: NameToken, other: NameToken): Typo | undefined =>
  typoBetween(one.text, other.text) ?? (one.tone === other.tone ? typoBetween(one.letters, other.letters) : undefined);

interface TokenFrequency {
  readonly known: boolean;
  readonly valid: boolean;
  /** The bearers of the word as a surname among 100,000 people. */
  readonly surname: number;
}

const asMarked = ({ known, valid, surname }: NameToken): TokenFrequency => ({ known, valid, surname });
const asPlain = (token: NameToken): TokenFrequency => ({
  known: token.plainKnown,
  valid: token.couldBe,
  surname: token.plainSurname,
});

const isMistyped = (
  typo: Typo,
  one: TokenFrequency,
  other: TokenFrequency,
  length: number,
  family: boolean,
): boolean => {
  const oneGood = family ? isSurname(one.surname, other.surname) : one.known;
  const otherGood = family ? isSurname(other.surname, one.surname) : other.known;
  if (oneGood === otherGood) return !oneGood && one.valid !== other.valid && length >= LONG;
  const [better, worse] = oneGood ? [one, other] : [other, one];
  if (family && worse.known && better.surname < RARE_BEARERS) return false;
  if (!worse.valid) return length >= SHORTEST;
  return length >= LONG && (typo !== 'other_letter' || (family && worse.surname === 0));
};

/** Whether a rare surname beside a common one is rather a typo, as `Hàng` for Hoàng. */
const isSurname = (people: number, beside: number): boolean =>
  people > 0 && (people >= RARE_BEARERS || beside < COMMON_BEARERS);

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
