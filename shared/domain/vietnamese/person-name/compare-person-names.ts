import {
  ABBREVIATED_WORD,
  WITHOUT_BAR,
  compareTokens,
  type WordNearness,
  DIFFERENT_WORD,
  SAME_WORD,
  TYPO,
  SPELLING_VARIANT,
  WITHOUT_MARKS,
} from './compare-tokens.ts';
import { positionsOf } from './name-position.ts';
import { distinctionsDiffer } from './distinction.ts';
import { sameLetters, sameReordered } from './other-order.ts';
import { middleNamesOmitted } from './omitted-middle-names.ts';
import type { PreparedPersonName } from './prepare-person-name.ts';
import { type NameComparison, nameComparisonOf, mismatchOf } from './name-score.ts';

/**
 * Compares two personal names word by word. `match`: equal except for case, spaces, Unicode form and position of the
 * tone mark. `variation`: a looser spelling (missing marks, i/y, order of words, joined words, another font).
 * `correctable`: one wrong keystroke, remaining keys of a typing method, or missing middle names. `mismatch`: another
 * person, by a different word, by a different tone or vowel mark where both have marks, or by a different birth year or
 * note beside the name. `score` is 0…1 and at least `SAME_PERSON_SCORE` for all but `mismatch`; agreement on common
 * names counts for less.
 */
export function comparePersonNames(one: PreparedPersonName, other: PreparedPersonName): NameComparison {
  if (distinctionsDiffer(one.distinction, other.distinction)) return mismatchOf(one, other);
  const compared = compareRead(one, other);
  const doubtful = one.otherwise.length + other.otherwise.length;
  if (doubtful === 0) return compared;
  const bothDoubtful = one.otherwise.length > 0 && other.otherwise.length > 0;
  if (!bothDoubtful && compared.result !== 'mismatch') return compared;
  const readings = [one, ...one.otherwise].flatMap((left) =>
    [other, ...other.otherwise].map((right) => compareRead(left, right)),
  );
  return readings.reduce((best, next) => (next.score > best.score ? next : best));
}

const compareRead = (one: PreparedPersonName, other: PreparedPersonName): NameComparison => {
  if (one.tokens.length === 0 || other.tokens.length === 0) return mismatchOf(one, other);
  if (one.tokens.length !== other.tokens.length) return compareLengths(one, other);
  const nearness = inPlace(one, other);
  if (nearness !== DIFFERENT_WORD) return nameComparisonOf(DIFFERENCE[nearness], one, other);
  return sameReordered(one, other) ? nameComparisonOf('reordered', one, other) : mismatchOf(one, other);
};

const DIFFERENCE = {
  [SAME_WORD]: 'same',
  [SPELLING_VARIANT]: 'spelling',
  [WITHOUT_MARKS]: 'unmarked',
  [WITHOUT_BAR]: 'typo',
  [ABBREVIATED_WORD]: 'abbreviated',
  [TYPO]: 'typo',
} as const;

/** Compares names with different numbers of words, by joined words or missing middle names. */
const compareLengths = (one: PreparedPersonName, other: PreparedPersonName): NameComparison => {
  if (sameLetters(one, other)) return nameComparisonOf('joined', one, other);
  const missing = middleNamesOmitted(one, other);
  return missing === undefined ? mismatchOf(one, other) : nameComparisonOf(missing, one, other);
};

/**
 * The greatest difference of words at the same position. A second typo means another name, and so does a typo beside
 * initials or lost bars.
 */
const inPlace = (one: PreparedPersonName, other: PreparedPersonName): WordNearness => {
  const last = one.tokens.length - 1;
  const places = positionsOf(one.marked, other.marked);
  let farthest: WordNearness = SAME_WORD;
  for (let index = last; index >= 0; index -= 1) {
    const left = one.tokens[index];
    const right = other.tokens[index];
    if (left === undefined || right === undefined) return DIFFERENT_WORD;
    if (left === right) continue;
    const place = index === last ? places.given : index === 0 ? places.family : places.middle;
    const nearness = compareTokens(left, right, place);
    if (nearness === DIFFERENT_WORD || (nearness === TYPO && farthest === TYPO)) return DIFFERENT_WORD;
    if (nearness > WITHOUT_MARKS && farthest > WITHOUT_MARKS && nearness !== farthest) return DIFFERENT_WORD;
    if (nearness > farthest) farthest = nearness;
  }
  return farthest;
};
