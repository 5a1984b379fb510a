import { ABBREVIATED_WORD, compareTokens, type WordNearness, DIFFERENT_WORD, WITHOUT_MARKS } from './compare-tokens.ts';
import { type NamePart, positionsOf } from './name-position.ts';
import type { PreparedPersonName } from './prepare-person-name.ts';

const MOST_LEFT_OUT = 2;

/**
 * Compares names with missing middle names, which contradict nothing: family and given name agree, and the middle names
 * of the shorter occur in the longer in the same order, in full or as initials. Undefined otherwise.
 */
export function middleNamesOmitted(
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
