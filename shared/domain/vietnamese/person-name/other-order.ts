import { RARE_BEARERS } from './commonness.ts';
import { compareTokens, WITHOUT_MARKS } from './compare-tokens.ts';
import { type NamePosition, positionsOf } from './name-position.ts';
import type { NameToken } from './name-token.ts';
import type { PreparedPersonName } from './prepare-person-name.ts';

/**
 * Whether names have the same words in another order: `Năng Văn Trần`, `Văn Năng Trần`, `Năng Trần Văn`, with family
 * and given name exchanged. Exchanged middle and given names are another name (`Ngọc Minh`, `Minh Ngọc`), and so are
 * two names with marks that both begin with a surname (`Mai Văn Hoàng`, `Hoàng Văn Mai`).
 */
export function sameReordered(one: PreparedPersonName, other: PreparedPersonName): boolean {
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
export function sameLetters(one: PreparedPersonName, other: PreparedPersonName): boolean {
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
