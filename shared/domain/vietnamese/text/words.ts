import { splitTone } from './letters.ts';
import { parseSyllable } from './syllable.ts';

/**
 * Whether a word in lower-case NFC is a Vietnamese syllable with its marks as they stand: `hùng` and `thu` are, `duc`
 * (which would need a tone) and `honà` are not.
 */
export function isSyllable(word: string): boolean {
  const { letters, tone, contradictory } = splitTone(word);
  return !contradictory && parseSyllable(letters, tone) !== undefined;
}
