import { TONES } from '../text/letters.ts';
import type { Position } from './compare-tokens.ts';
import type { NameToken } from './name-token.ts';

/** People in 100,000. */
const MANY = 500;
/** In bits: a syllable that stands twenty times or more among 11,000 of names. The rarer the name, the likelier its neighbour is one too. */
const OFTEN = 9;
const WRITTEN_ALIKE = new Set<number>([TONES.hook, TONES.tilde]);
/** The middle words of most names. */
const MIDDLES = new Set(['văn', 'thị']);

/**
 * Another mark on the same letters that is sooner a slip than a name: a surname that is none (`Nguyển`), `Vắn` for Văn, or hỏi and
 * ngã mistaken for each other, as they sound alike in half the country, in a common name (`Dủng`). Between two words that are both
 * known as names it is another name.
 */
export function isMarkSlip(one: NameToken, other: NameToken, position: Position): boolean {
  return misspells(one, other, position) || misspells(other, one, position);
}

const misspells = (wrong: NameToken, right: NameToken, position: Position): boolean => {
  if (position === 'family') return wrong.surname === 0 && right.surname >= MANY && oneMarkApart(wrong, right);
  if (wrong.known) return false;
  if (position === 'middle' && MIDDLES.has(right.text)) return true;
  return soundsAlike(wrong, right) && right.known && right.givenBits <= OFTEN;
};

const oneMarkApart = (one: NameToken, other: NameToken): boolean =>
  one.letters === other.letters || one.tone === other.tone;

const soundsAlike = (one: NameToken, other: NameToken): boolean =>
  one.letters === other.letters && WRITTEN_ALIKE.has(one.tone) && WRITTEN_ALIKE.has(other.tone);
