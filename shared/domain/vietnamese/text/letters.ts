/** The tone marks (dấu thanh) in the order of the letter rows below. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;
export const EVERY_TONE: readonly Tone[] = [0, 1, 2, 3, 4, 5];
/** A tone by its number: ngang, huyền, hỏi, ngã, sắc, nặng. */
export const TONES = { level: 0, grave: 1, hook: 2, tilde: 3, acute: 4, dot: 5 } as const;

const VOWEL_ROWS = [
  'aàảãáạ',
  'ăằẳẵắặ',
  'âầẩẫấậ',
  'eèẻẽéẹ',
  'êềểễếệ',
  'iìỉĩíị',
  'oòỏõóọ',
  'ôồổỗốộ',
  'ơờởỡớợ',
  'uùủũúụ',
  'ưừửữứự',
  'yỳỷỹýỵ',
];
const PLAIN_BASE: Readonly<Record<string, string>> = {
  ă: 'a',
  â: 'a',
  ê: 'e',
  ô: 'o',
  ơ: 'o',
  ư: 'u',
  đ: 'd',
};
const TABLE_SIZE = 0x1f00;

const toneOf = new Uint8Array(TABLE_SIZE);
const tonelessOf: (string | undefined)[] = Array.from({ length: TABLE_SIZE });
const foldedOf: (string | undefined)[] = Array.from({ length: TABLE_SIZE });
const rowOf = new Map<string, string>();

for (const row of VOWEL_ROWS) {
  const vowel = row.charAt(0);
  rowOf.set(vowel, row);
  for (let tone = 0; tone < row.length; tone += 1) {
    const code = row.charCodeAt(tone);
    toneOf[code] = tone;
    tonelessOf[code] = vowel;
    foldedOf[code] = PLAIN_BASE[vowel] ?? vowel;
  }
}
for (let code = 0x61; code <= 0x7a; code += 1) {
  const letter = String.fromCharCode(code);
  tonelessOf[code] ??= letter;
  foldedOf[code] ??= letter;
}
tonelessOf['đ'.charCodeAt(0)] = 'đ';
foldedOf['đ'.charCodeAt(0)] = 'd';

export function isVowel(letter: string): boolean {
  return rowOf.has(tonelessOf[letter.charCodeAt(0)] ?? '');
}

/** The letter with a tone: `withTone('ê', 3)` is `ễ`; a consonant stays as it is. */
export function withTone(letter: string, tone: Tone): string {
  return rowOf.get(letter)?.charAt(tone) ?? letter;
}

/** The plain letter of the keyboard: `foldLetter('ễ')` is `e`; a sign outside the alphabet is undefined. */
export function foldLetter(letter: string): string | undefined {
  return foldedOf[letter.charCodeAt(0)];
}

/**
 * Splits a word in lower-case NFC into its letters without tone, its first tone, and whether it has a second, different
 * tone.
 */
export interface ToneSplit {
  readonly letters: string;
  readonly tone: Tone;
  readonly contradictory: boolean;
}

export function splitTone(word: string): ToneSplit {
  let letters = '';
  let tone = 0;
  let contradictory = false;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    const found = toneOf[code] ?? 0;
    if (found !== 0) {
      contradictory ||= tone !== 0 && tone !== found;
      tone = tone === 0 ? found : tone;
    }
    letters += tonelessOf[code] ?? word.charAt(index);
  }
  return { letters, tone: asTone(tone), contradictory };
}

const asTone = (tone: number): Tone => EVERY_TONE[tone] ?? 0;
