import { compareTokens, type Position, placesOf, UNMARKED } from './compare-tokens.ts';
import type { PreparedPersonName } from './prepare-person-name.ts';

const MOST_LEFT_OUT = 2;
/** Words of address before a name; of these only Ông is a surname too, of few. */
const ADDRESS = new Set(['ông', 'bà', 'anh', 'chị', 'mr', 'mrs', 'ms']);

/** `Bà Nguyễn Thị Hoa`: the same name with a word of address before it. */
export function withAddress(one: PreparedPersonName, other: PreparedPersonName): boolean {
  const [shorter, longer] = one.tokens.length < other.tokens.length ? [one, other] : [other, one];
  if (longer.tokens.length !== shorter.tokens.length + 1 || shorter.tokens.length < 2) return false;
  if (!ADDRESS.has(longer.tokens[0]?.text ?? '') || shorter.tokens[0]?.plainSurname === 0) return false;
  return shorter.tokens.every((_, index) => agree(shorter, index, longer, index + 1, index === 0 ? 'family' : 'given'));
}

/**
 * A middle name left out is not a middle name contradicted: family and given name agree, and the middle names of the shorter stand in
 * the longer in the same order. Undefined where they don't.
 */
export function leftOut(
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
  for (let index = 1; index < longer.tokens.length - 1 && next < last; index += 1) {
    if (agree(shorter, next, longer, index, 'middle')) next += 1;
  }
  if (next < last) return undefined;
  return missing === 1 ? 'one_left_out' : 'two_left_out';
}

const agree = (
  shorter: PreparedPersonName,
  index: number,
  longer: PreparedPersonName,
  at: number,
  position: Position,
): boolean => {
  const left = shorter.tokens[index];
  const right = longer.tokens[at];
  if (left === undefined || right === undefined) return false;
  return compareTokens(left, right, placesOf(shorter.marked, longer.marked)[position]) <= UNMARKED;
};
