import { splitTone, withTone } from '../text/letters.ts';
import { splitOnset } from '../text/syllable.ts';

/**
 * One key for the two spellings with i and y that are one syllable: `lý` and `lí`, `quý` and `quí`. A word in lower-case NFC, its tone
 * in its canonical place; `thúy` and `mây` keep their y.
 */
export function spellingKey(word: string): string {
  if (word.length > 4) return word;
  const { letters, tone } = splitTone(word);
  if (!letters.endsWith('y') || splitOnset(letters)?.rime !== 'y') return word;
  return letters.slice(0, -1) + withTone('i', tone);
}
