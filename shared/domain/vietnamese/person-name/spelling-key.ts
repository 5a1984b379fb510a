import { splitTone, withTone } from '../text/letters.ts';
import { splitOnset } from '../text/syllable.ts';

/**
 * The key of a word in lower-case NFC with the tone in its canonical position, which is equal for two spellings of one
 * syllable with i and y: `lý` and `lí`, `quý` and `quí`. `thúy` and `mây` keep their y.
 */
export function spellingKey(word: string): string {
  if (word.length > 4) return word;
  const { letters, tone } = splitTone(word);
  if (!letters.endsWith('y') || splitOnset(letters)?.rime !== 'y') return word;
  return letters.slice(0, -1) + withTone('i', tone);
}
