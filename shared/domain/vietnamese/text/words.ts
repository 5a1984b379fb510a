import { splitTone } from './letters.ts';
import { parseSyllable } from './syllable.ts';

/** Whether a word in lower-case NFC, with whatever marks it has, is a Vietnamese syllable: `hùng`, `thu`; not `duc` (it would need a tone) nor `honà`. */
export function isSyllable(word: string): boolean {
  const { letters, tone, contradictory } = splitTone(word);
  return !contradictory && parseSyllable(letters, tone) !== undefined;
}
