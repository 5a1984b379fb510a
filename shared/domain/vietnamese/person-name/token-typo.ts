import { RARE_BEARERS, COMMON_BEARERS, COMMON_MIDDLE_NAMES_WITHOUT_MARKS } from './commonness.ts';
import type { NamePosition } from './name-position.ts';
import type { NameToken } from './name-token.ts';
import { type Typo, typoBetween } from './typo.ts';
import { isPhoneticTypo } from './phonetic-typo.ts';

const LONG = 4;
const SHORTEST = 3;
const LONG_FOREIGN = 6;

/**
 * Finds one wrong keystroke, or a word written as it sounds. Words are compared with marks where both names have marks,
 * otherwise by letters alone. Two words that are both known names are never a typo.
 */
export function isTypo(one: NameToken, other: NameToken, place: NamePosition): boolean {
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
