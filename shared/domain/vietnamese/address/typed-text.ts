import { couldBeSyllable } from '../text/syllable.ts';
import { readTyping } from '../text/typing.ts';

const LETTERS = /[a-z]+/gi;
const ONLY_KEYS = /^[\x20-\x7e\r\n]*$/;
/** Matches keys of Telex: a doubled vowel or d, a vowel with w, or the key of a tone at the end of a word. */
const KEYS = /aa|ee|oo|dd|[aou]w|[aeiouy][a-z]*[fjrsx](?![a-z])/i;
/** The least number of typed words, because `Mix` and `Fox` are names too. */
const FEWEST = 3;

/**
 * Reads a text that was typed in Telex with the method switched off: `xax Vinhx Khucs, huyeenj Vawn Giang`. At least
 * half of its words that are no syllables must be keys of one.
 */
export function readTypedText(text: string): string {
  if (!ONLY_KEYS.test(text) || !KEYS.test(text)) return text;
  const strange = (text.match(LETTERS) ?? []).filter((word) => word.length > 1 && !couldBeSyllable(word.toLowerCase()));
  const typed = new Map(strange.map((word) => [word, typedWord(word)]));
  const count = strange.filter((word) => typed.get(word) !== undefined).length;
  if (count < FEWEST || count * 2 < strange.length) return text;
  return text.replaceAll(LETTERS, (word) => typed.get(word) ?? word);
}

/** The syllable whose keys a word is, with its first letter as typed. */
function typedWord(word: string): string | undefined {
  const read = readTyping(word.toLowerCase())?.text;
  return read !== undefined && /^\p{Lu}/u.test(word) ? read.charAt(0).toUpperCase() + read.slice(1) : read;
}
