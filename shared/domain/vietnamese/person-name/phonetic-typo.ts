import type { NamePosition } from './name-position.ts';
import { COMMON_BEARERS } from './commonness.ts';
import type { NameToken } from './name-token.ts';

/**
 * Whether two words have the same `sound` and one is written as it is spoken: `Xơn` for Sơn, `Chần` for Trần. Where
 * both are known names (Lam, Nam), they are two names.
 */
export function isPhoneticTypo(one: NameToken, other: NameToken, place: NamePosition): boolean {
  return one.sound !== 0 && (mishears(one, other, place) || mishears(other, one, place));
}

const mishears = (wrong: NameToken, right: NameToken, { position, oneMarked, otherMarked }: NamePosition): boolean => {
  if (position === 'family') return wrong.plainSurname === 0 && right.plainSurname >= COMMON_BEARERS;
  if (!oneMarked || !otherMarked) return !wrong.plainKnown && right.plainKnown;
  return !wrong.known && right.known;
};
