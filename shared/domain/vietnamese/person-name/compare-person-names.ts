import {
  ABBREVIATED,
  BARRED,
  compareTokens,
  type Nearness,
  OTHER,
  SAME,
  SLIP,
  SPELLING,
  UNMARKED,
} from './compare-tokens.ts';
import { positionsOf } from './name-position.ts';
import { distinctionsDiffer } from './distinction.ts';
import { sameJoined, sameReordered } from './other-order.ts';
import { leftOut } from './left-out.ts';
import type { PreparedPersonName } from './prepare-person-name.ts';
import { type NameComparison, outcome, mismatchOf } from './name-score.ts';

/**
 * Compares two personal names word by word: `match` the same but for case, spaces, Unicode form, place of the tone mark;
 * `variation` the same spelt loosely (marks dropped, i/y, order of words, words joined, another font); `correctable` one keystroke wrong,
 * keys of a typing method left in, middle names left out; `mismatch` another person: another word anywhere, another tone or vowel mark where both
 * were typed with marks, or another birth year or mark beside the name. `score` is 0…1 and at least `SAME_AT` for all but `mismatch`; agreement on common names counts for less.
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
  if (nearness !== OTHER) return outcome(DIFFERENCE[nearness], one, other);
  return sameReordered(one, other) ? outcome('reordered', one, other) : mismatchOf(one, other);
};

const DIFFERENCE = {
  [SAME]: 'same',
  [SPELLING]: 'spelling',
  [UNMARKED]: 'unmarked',
  [BARRED]: 'slip',
  [ABBREVIATED]: 'abbreviated',
  [SLIP]: 'slip',
} as const;

/** Names of more and fewer words: run together, or with middle names left out. */
const compareLengths = (one: PreparedPersonName, other: PreparedPersonName): NameComparison => {
  if (sameJoined(one, other)) return outcome('joined', one, other);
  const missing = leftOut(one, other);
  return missing === undefined ? mismatchOf(one, other) : outcome(missing, one, other);
};

/** The farthest of the words in their places; a second slip is another name, and so is one beside initials or lost bars. */
const inPlace = (one: PreparedPersonName, other: PreparedPersonName): Nearness => {
  const last = one.tokens.length - 1;
  const places = positionsOf(one.marked, other.marked);
  let farthest: Nearness = SAME;
  for (let index = last; index >= 0; index -= 1) {
    const left = one.tokens[index];
    const right = other.tokens[index];
    if (left === undefined || right === undefined) return OTHER;
    if (left === right) continue;
    const place = index === last ? places.given : index === 0 ? places.family : places.middle;
    const nearness = compareTokens(left, right, place);
    if (nearness === OTHER || (nearness === SLIP && farthest === SLIP)) return OTHER;
    if (nearness > UNMARKED && farthest > UNMARKED && nearness !== farthest) return OTHER;
    if (nearness > farthest) farthest = nearness;
  }
  return farthest;
};
