import { isVowel, splitTone, type Tone } from './letters.ts';
import { parseSyllable } from './syllable.ts';
import { placeOn } from './tone-marks.ts';

/** The ways of typing Vietnamese (kiểu gõ) whose keystrokes were left in a text. */
export type TypingMethod = 'telex' | 'vni';
export interface TypedWord {
  readonly text: string;
  readonly method: TypingMethod;
}

const TELEX_TONES: Readonly<Record<string, Tone>> = { f: 1, r: 2, x: 3, s: 4, j: 5 };
const VNI_TONES: Readonly<Record<string, Tone>> = { 1: 4, 2: 1, 3: 2, 4: 3, 5: 5 };
const LONGEST_TYPED = 14;
const DIGIT = /[1-9]/u;
const MARKED = /[^a-z]/u;
const SIGNS = /[^a-zàáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]/u;

/**
 * Reads one word in lower-case NFC as keys of a typing method that was switched off: `nguyeenx`, `nguyeexn` and
 * `nguye64n` are `nguyễn`. Undefined where the keys don't form a Vietnamese syllable, or where the word already is one.
 */
export function readTyping(word: string): TypedWord | undefined {
  if (word.length < 2 || word.length > LONGEST_TYPED) return undefined;
  const vni = DIGIT.test(word);
  const read = vni ? readVni(word) : readTelex(word);
  return read === undefined ? undefined : { text: read, method: vni ? 'vni' : 'telex' };
}

const readTelex = (word: string): string | undefined => {
  if (SIGNS.test(word)) return undefined;
  if (MARKED.test(word)) return readLastKey(word);
  let letters = '';
  let tone: Tone = 0;
  for (const key of word) {
    const keyed = letters === '' ? undefined : TELEX_TONES[key];
    if (keyed !== undefined && hasVowel(letters) && !startsCluster(letters, key)) {
      if (tone !== 0 && tone !== keyed) return undefined;
      tone = keyed;
    } else letters = addTelex(letters, key);
  }
  return finish(letters, tone, word);
};

/** In a word with marks the last key, the tone, may not have been applied: `nguyênx`. */
const readLastKey = (word: string): string | undefined => {
  const keyed = TELEX_TONES[word.slice(-1)];
  const { letters, tone } = splitTone(word.slice(0, -1));
  return keyed === undefined || tone !== 0 ? undefined : finish(letters, keyed, word);
};

// The r of `tr` and the letters before the first vowel are letters and no tones.
const startsCluster = (letters: string, key: string): boolean => key === 'r' && letters.endsWith('t');
const hasVowel = (letters: string): boolean => letters.split('').some(isVowel);

const addTelex = (letters: string, key: string): string => {
  if (key === 'd')
    return letters === 'd'
      ? 'đ'
      : letters.startsWith('d') && hasVowel(letters)
        ? `đ${letters.slice(1)}`
        : `${letters}d`;
  if (key === 'w') return hook(letters, 'aou') ?? `${letters}ư`;
  if (key === 'a' || key === 'e' || key === 'o') return hat(letters, key) ?? letters + key;
  return letters + key;
};

const HATS: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HOOKS: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

const hat = (letters: string, vowels: string): string | undefined => {
  const at = lastOf(letters, vowels);
  return at < 0 ? undefined : replaceAt(letters, at, HATS[letters.charAt(at)]);
};

/** The keys `w` and `7` change the last a, o or u of the word, and `uo` as a whole to `ươ`. */
const hook = (letters: string, vowels: string): string | undefined => {
  const at = lastOf(letters, vowels);
  if (at < 0) return undefined;
  const hooked = replaceAt(letters, at, HOOKS[letters.charAt(at)]);
  const before = letters.charAt(at - 1);
  return letters.charAt(at) === 'o' && before === 'u' && at > 1 && letters.charAt(at - 2) !== 'q'
    ? replaceAt(hooked, at - 1, 'ư')
    : hooked;
};

const lastOf = (letters: string, wanted: string): number =>
  Math.max(...wanted.split('').map((vowel) => letters.lastIndexOf(vowel)));
const replaceAt = (letters: string, at: number, letter = ''): string =>
  letters.slice(0, at) + letter + letters.slice(at + 1);

const readVni = (word: string): string | undefined => {
  const { letters: typed, tone: written } = splitTone(word);
  let letters = '';
  let tone: Tone = written;
  for (const key of typed) {
    const keyed = VNI_TONES[key];
    if (keyed !== undefined) {
      if (tone !== 0 && tone !== keyed) return undefined;
      tone = keyed;
      continue;
    }
    const next = addVni(letters, key);
    if (next === undefined) return undefined;
    letters = next;
  }
  return finish(letters, tone, word);
};

const addVni = (letters: string, key: string): string | undefined => {
  if (key === '6') return hat(letters, 'aeo');
  if (key === '7') return hook(letters, 'ou');
  if (key === '8') return hook(letters, 'a');
  if (key === '9') return letters.startsWith('d') ? `đ${letters.slice(1)}` : undefined;
  return key === '0' ? undefined : letters + key;
};

const finish = (letters: string, tone: Tone, word: string): string | undefined => {
  const placed = parseSyllable(letters, tone) === undefined ? undefined : (placeOn(letters, tone) ?? letters);
  return placed === word ? undefined : placed;
};
