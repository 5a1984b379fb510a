import { isNameSyllable } from '../person-name/commonness.ts';
import { type LegacyFont, TCVN3, VNI, WINDOWS_1258 } from './legacy-tables.ts';
import { couldBeSyllable } from './syllable.ts';
import { placeTone } from './tone-marks.ts';
import { isSyllable } from './words.ts';

/** The number of words whose results are kept; a real file has far fewer. */
const MOST_WORDS = 8192;
/** A longer word is no syllable, and V8 would keep the whole text of which it is a part. */
const LONGEST_WORD = 12;

/** Computes a result of a word once, as long as few words have come since: the words of a file repeat. */
export function rememberedByWord<T extends string | boolean>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const result = compute(word);
    if (word.length > LONGEST_WORD) return result;
    if (known.size === MOST_WORDS) known.clear();
    known.set(word, result);
    return result;
  };
}

export type { LegacyFont } from './legacy-tables.ts';

/** A text that was typed in an old font or code page, converted to Unicode. */
export interface LegacyRepair {
  readonly text: string;
  readonly font: LegacyFont;
}

const BEYOND_ASCII = /[\u0080-\u200F\u2028-\uffff]/u;
/** Letters that are no byte of these fonts and code pages. */
const NEVER_A_BYTE = /[\u0370-\u1DFF\u2123-\uFFFF]/u;
const WORD = /[^\s\u00A0\u2010-\u2027!-/:-@[-`{-~]+/gu;
const PUNCTUATION = /[\u2010-\u2027]/u;
const LATIN_WORD = /^[a-z]{3,}$/u;
const OF_LATIN_1: readonly LegacyFont[] = ['TCVN3', 'VNI', 'Windows-1258'];
const OF_1258: readonly LegacyFont[] = ['TCVN3', 'VNI'];

/**
 * Detects text typed in the fonts TCVN3 or VNI (whether its bytes were then read as Windows-1252 or 1258), or
 * Windows-1258 read as Windows-1252, and gives it in Unicode (NFC). Undefined where nothing is to be repaired: ASCII
 * and text with only correct Vietnamese words are never changed. A repair counts only if the font has every sign of the
 * words outside ASCII, each of these becomes a Vietnamese syllable, and more of them were no syllables before than
 * there are foreign words beside them (`Loïc Dupont` stays). Text read as Windows-1258 must be mostly broken. It must
 * be called before `cleanText`, which drops the soft hyphen that is `ư` in TCVN3.
 */
export function repairLegacyFont(text: string): LegacyRepair | undefined {
  if (!BEYOND_ASCII.test(text)) return undefined;
  const composed = text.normalize('NFC');
  if (NEVER_A_BYTE.test(composed)) return undefined;
  const before = wordsOf(composed);
  const broken = before.filter((word) => BEYOND_ASCII.test(word) && !isGood(word)).length;
  if (broken === 0) return undefined;
  const foreign = before
    .map((word) => word.toLowerCase())
    .filter((word) => LATIN_WORD.test(word) && !couldBeSyllable(word));
  if (broken <= foreign.length) return undefined;
  const read = asBytes(composed);
  if (read === undefined) return undefined;
  const marked = wordsOf(read.bytes).filter((word) => BEYOND_ASCII.test(word));
  if (read.fonts === OF_1258 && broken * 2 <= marked.length) return undefined;
  const font = likeliest(
    read.fonts.filter((candidate) => marked.every((word) => isGood(decode(candidate, word)))),
    marked,
  );
  return font === undefined ? undefined : { text: read.bytes.replace(WORD, (word) => decode(font, word)), font };
}

/**
 * Converts text of a file that is known to be typed in this font to Unicode (NFC), even words that are correct
 * Vietnamese as they stand (`Vò Dòng` is Vũ Dũng in TCVN3). Undefined where the font changes nothing, or where some
 * word outside ASCII doesn't become Vietnamese.
 */
export function decodeLegacyFont(text: string, font: LegacyFont): string | undefined {
  if (!BEYOND_ASCII.test(text)) return undefined;
  const read = asBytes(text.normalize('NFC'));
  if (read === undefined || !read.fonts.includes(font)) return undefined;
  const marked = wordsOf(read.bytes).filter((word) => BEYOND_ASCII.test(word));
  if (marked.length === 0 || !marked.every((word) => isGood(decode(font, word)))) return undefined;
  return read.bytes.replace(WORD, (word) => decode(font, word));
}

/** Chooses between two fitting fonts (`Löu` is Lưu in VNI and Lửu in TCVN3) the one that gives more known names. */
const likeliest = (fonts: readonly LegacyFont[], words: readonly string[]): LegacyFont | undefined => {
  const known = fonts.map(
    (font) => words.filter((word) => isNameSyllable(placeTone(decode(font, word).toLowerCase()))).length,
  );
  return fonts[known.indexOf(Math.max(...known))];
};

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];
/** Whether a syllable has its tone in one of the two usual positions: `hòa` or `hoà`, but not `thiũ`. */
const isGood = rememberedByWord((word) => {
  const lower = word.toLowerCase();
  return isSyllable(lower) && (placeTone(lower) === lower || SCHOOL_PLACE.test(lower));
});
const SCHOOL_PLACE = /(?:o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ])$/u;

const BYTE_OF_1258: ReadonlyMap<string, string> = new Map(
  [...WINDOWS_1258].map(([byte, sign]) => [sign, byte] as const).concat([['\u20AB', 'þ']]),
);

/** The file's bytes, each as its Latin-1 character; undefined where the text can't come from single bytes. */
const asBytes = (text: string): { bytes: string; fonts: readonly LegacyFont[] } | undefined => {
  let bytes = '';
  let fonts = OF_LATIN_1;
  // NFC puts the dot below before the tilde and thereby decomposes `Ñ`.
  for (const sign of text.replaceAll('Ṇ\u0303', 'Ñ\u0323').replaceAll('ṇ\u0303', 'ñ\u0323')) {
    if (sign > '\u00FF' && sign !== 'đ' && sign !== 'Đ' && !PUNCTUATION.test(sign)) fonts = OF_1258;
    const byte = sign <= '\u00FF' || PUNCTUATION.test(sign) ? sign : byteOf1258(sign);
    if (byte === undefined) return undefined;
    bytes += byte;
  }
  return { bytes, fonts };
};

const byteOf1258 = (sign: string): string | undefined => {
  const whole = BYTE_OF_1258.get(sign);
  if (whole !== undefined) return whole;
  const mark = sign.normalize('NFD').slice(-1);
  const base = sign.normalize('NFD').slice(0, -1).normalize('NFC');
  const markByte = BYTE_OF_1258.get(mark);
  const baseByte = base !== '' && base <= '\u00FF' ? base : BYTE_OF_1258.get(base);
  return markByte === undefined || baseByte === undefined ? undefined : baseByte + markByte;
};

/** Converts one word; a sign that the font doesn't have becomes U+FFFD. */
const decode = (font: LegacyFont, word: string): string => DECODERS[font](word);

function decodeWord(font: LegacyFont, word: string): string {
  const table = TABLES[font];
  let text = '';
  for (let at = 0; at < word.length; at += 1) {
    const sign = word.charAt(at);
    const two = font === 'VNI' ? table.get(word.slice(at, at + 2)) : undefined;
    text += two ?? table.get(sign) ?? (sign <= '\u007f' ? sign : '\uFFFD');
    if (two !== undefined) at += 1;
  }
  const capitals = font === 'TCVN3' && /[A-Z].*[A-Z]/u.test(word) && !/[a-z]/u.test(word);
  return (capitals ? text.toUpperCase() : text).normalize('NFC');
}

// The capital fonts of TCVN3 (.VnTimeH) use the codes of small letters for capitals.
const TABLES: Readonly<Record<LegacyFont, ReadonlyMap<string, string>>> = { TCVN3, VNI, 'Windows-1258': WINDOWS_1258 };

const decoderOf = (font: LegacyFont) => rememberedByWord((word) => decodeWord(font, word));
const DECODERS: Readonly<Record<LegacyFont, (word: string) => string>> = {
  TCVN3: decoderOf('TCVN3'),
  VNI: decoderOf('VNI'),
  'Windows-1258': decoderOf('Windows-1258'),
};
