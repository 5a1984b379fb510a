import type { Place } from './compare-tokens.ts';
import type { NameToken } from './name-token.ts';

/** People in 100,000. */
const MANY = 500;

/** Written as it is spoken, of two words with one `sound`: `Xơn` for Sơn, `Chần` for Trần. Between two names that both exist (Lam, Nam) it is another name. */
export function isSoundSlip(one: NameToken, other: NameToken, place: Place): boolean {
  return one.sound !== 0 && (mishears(one, other, place) || mishears(other, one, place));
}

const mishears = (wrong: NameToken, right: NameToken, { position, oneMarked, otherMarked }: Place): boolean => {
  if (position === 'family') return wrong.plainSurname === 0 && right.plainSurname >= MANY;
  if (!oneMarked || !otherMarked) return !wrong.plainKnown && right.plainKnown;
  return !wrong.known && right.known;
};
