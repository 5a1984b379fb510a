import { isVowel, splitTone, type Tone, withTone } from './letters.ts';
import { splitOnset } from './syllable.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const MARKED_VOWELS = ['ơ', 'ê', 'ô', 'â', 'ă', 'ư'];
/**
 * Puts each tone mark in its canonical position, in NFC and with the same case: `Hoà`, `Hòang`, `Thuỷ` become `Hòa`,
 * `Hoàng`, `Thủy` (not the school spelling of 1984). Other words stay as they are.
 */
export function canonicalTones(text: string): string {
  return text.normalize('NFC').replace(WORD, recase);
}

const OPEN_RIME = /(?<!q)(?:oa|oe|uy)$/u;
/** Puts tone marks in the other position, which schools have taught since 1984: `Hòa`, `Thúy` become `Hoà`, `Thuý`. */
export function schoolTones(text: string): string {
  return text.normalize('NFC').replace(WORD, (word) => {
    const { letters, tone } = splitTone(word.toLowerCase());
    if (tone === 0 || !OPEN_RIME.test(letters)) return word;
    const last = withTone(letters.slice(-1), tone);
    const before = letters.slice(-2, -1);
    const upper = word === word.toUpperCase();
    return word.slice(0, -2) + (upper ? (before + last).toUpperCase() : before + last);
  });
}

const recase = (word: string): string => {
  const lower = word.toLowerCase();
  if (lower.length !== word.length) return word;
  const placed = placeTone(lower);
  if (placed === lower) return word;
  let recased = '';
  for (let index = 0; index < placed.length; index += 1) {
    const upper = word.charAt(index) !== lower.charAt(index);
    recased += upper ? placed.charAt(index).toUpperCase() : placed.charAt(index);
  }
  return recased;
};

/** Puts the tone mark of one word in lower-case NFC in its canonical position. */
export function placeTone(word: string): string {
  const { letters, tone, contradictory } = splitTone(word);
  if (tone === 0 || contradictory || letters.length < 2) return word;
  return placeOn(letters, tone) ?? word;
}

/** Puts a tone on toneless letters; undefined where they are no syllable. */
export function placeOn(letters: string, tone: Tone): string | undefined {
  const parts = splitOnset(letters);
  if (parts === undefined) return undefined;
  const start = letters.length - parts.rime.length;
  const seat = start + seatInRime(parts.rime);
  return letters.slice(0, seat) + withTone(letters.charAt(seat), tone) + letters.slice(seat + 1);
}

const seatInRime = (rime: string): number => {
  const marked = MARKED_VOWELS.map((vowel) => rime.indexOf(vowel)).find((index) => index >= 0);
  if (marked !== undefined) return marked;
  let vowels = 0;
  while (vowels < rime.length && isVowel(rime.charAt(vowels))) vowels += 1;
  if (vowels < rime.length) return vowels - 1;
  return vowels === 3 ? 1 : 0;
};
