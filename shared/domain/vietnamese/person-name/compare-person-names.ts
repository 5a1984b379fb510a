import {
  ABBREVIATED_WORD,
  compareTokens,
  DIFFERENT_WORD,
  SAME_WORD,
  SPELLING_VARIANT,
  TYPO,
  WITHOUT_BAR,
  WITHOUT_MARKS,
  type WordNearness,
} from './token-typo.ts';
import { positionsOf, type NamePart, type NamePosition } from './name-position.ts';
import { distinctionsDiffer } from './distinction.ts';
import type { PreparedPersonName } from './prepare-person-name.ts';
import { type NameComparison, nameComparisonOf, mismatchOf } from './name-score.ts';
import { RARE_BEARERS } from './commonness.ts';
import type { NameToken } from './name-token.ts';

/**
 * Whether names have the same words in another order: `Năng Văn Trần`, `Văn Năng Trần`, `Năng Trần Văn`, with family
 * and given name exchanged. Exchanged middle and given names are another name (`Ngọc Minh`, `Minh Ngọc`), and so are
 * two names with marks that both begin with a surname (`Mai Văn Hoàng`, `Hoàng Văn Mai`).
 */
function sameReordered(one: PreparedPersonName, other: PreparedPersonName): boolean {
  const length = one.tokens.length;
  if (length < 2 || length !== other.tokens.length || one.wordSum !== other.wordSum) return false;
  if (one.marked && other.marked && beginsWithSurname(one) && beginsWithSurname(other)) return false;
  const place = positionsOf(one.marked, other.marked).given;
  if (turned(one, other, place, (index) => length - 1 - index)) return true;
  if (turned(one, other, place, (index) => (index === 0 ? length - 1 : index === length - 1 ? 0 : index))) return true;
  for (let by = 1; by < length; by += 1) {
    if (turned(one, other, place, (index) => (index + by) % length)) return true;
  }
  return false;
}

// `Văn` is a rare surname and a very common middle name.
const beginsWithSurname = ({ tokens: [first] }: PreparedPersonName): boolean =>
  first !== undefined && first.surname >= RARE_BEARERS && first.text !== 'văn';

const turned = (
  one: PreparedPersonName,
  other: PreparedPersonName,
  place: NamePosition,
  to: (index: number) => number,
): boolean =>
  one.tokens.every((token, index) => {
    const partner = other.tokens[to(index)];
    return partner !== undefined && compareTokens(token, partner, place) <= WITHOUT_MARKS;
  });

/**
 * Whether names have the same letters with other word boundaries: `Tran VanNang`, `trầnvănnăng`. Without marks, as for
 * foreign names, the family name may also be at the other end: `Minsoo Kim`.
 */
function sameLetters(one: PreparedPersonName, other: PreparedPersonName): boolean {
  if (one.letterSum !== other.letterSum) return false;
  const marked = one.marked && other.marked;
  const [left, right] = [joined(one.tokens, marked), joined(other.tokens, marked)];
  if (left === right) return true;
  return !one.marked && !other.marked && (turnsInto(one.tokens, right) || turnsInto(other.tokens, left));
}

const turnsInto = (tokens: readonly NameToken[], letters: string): boolean =>
  tokens.length > 1 &&
  (joined([...tokens.slice(1), ...tokens.slice(0, 1)], false) === letters ||
    joined([...tokens.slice(-1), ...tokens.slice(0, -1)], false) === letters);

const joined = (tokens: readonly NameToken[], marked: boolean): string =>
  tokens
    .map((token) => (marked ? token.key : token.plain))
    .join('')
    .replaceAll('y', 'i');

const MOST_LEFT_OUT = 2;

/**
 * Compares names with missing middle names, which contradict nothing: family and given name agree, and the middle names
 * of the shorter occur in the longer in the same order, in full or as initials. Undefined otherwise.
 */
function middleNamesOmitted(
  one: PreparedPersonName,
  other: PreparedPersonName,
): 'one_left_out' | 'two_left_out' | undefined {
  const [shorter, longer] = one.tokens.length < other.tokens.length ? [one, other] : [other, one];
  const missing = longer.tokens.length - shorter.tokens.length;
  if (missing < 1 || missing > MOST_LEFT_OUT || shorter.tokens.length < 2) return undefined;
  const last = shorter.tokens.length - 1;
  if (!agree(shorter, 0, longer, 0, 'family') || !agree(shorter, last, longer, longer.tokens.length - 1, 'given'))
    return undefined;
  let next = 1;
  let abbreviated = false;
  for (let index = 1; index < longer.tokens.length - 1 && next < last; index += 1) {
    const nearness = nearnessOf(shorter, next, longer, index, 'middle');
    if (nearness > WITHOUT_MARKS && nearness !== ABBREVIATED_WORD) continue;
    abbreviated ||= nearness === ABBREVIATED_WORD;
    next += 1;
  }
  if (next < last) return undefined;
  return missing === 1 && !abbreviated ? 'one_left_out' : 'two_left_out';
}

const agree = (
  shorter: PreparedPersonName,
  index: number,
  longer: PreparedPersonName,
  at: number,
  position: NamePart,
): boolean => nearnessOf(shorter, index, longer, at, position) <= WITHOUT_MARKS;

const nearnessOf = (
  shorter: PreparedPersonName,
  index: number,
  longer: PreparedPersonName,
  at: number,
  position: NamePart,
): WordNearness => {
  const left = shorter.tokens[index];
  const right = longer.tokens[at];
  if (left === undefined || right === undefined) return DIFFERENT_WORD;
  return compareTokens(left, right, positionsOf(shorter.marked, longer.marked)[position]);
};

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
