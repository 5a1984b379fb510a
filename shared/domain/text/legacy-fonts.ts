import { couldBeSyllable } from './syllable.ts';
import { type LegacyFont, TCVN3, VNI, WINDOWS_1258 } from './legacy-tables.ts';
import { isSyllable } from './words.ts';

export type { LegacyFont } from './legacy-tables.ts';

/** Text that was typed in a font or code page of before Unicode, as it was meant. */
export interface LegacyRepair {
  readonly text: string;
  readonly font: LegacyFont;
}

const ASCII_ONLY = /^[\0-\x7f]*$/u;
const BEYOND_LATIN_1 = /[^\0-\u00FF\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u0300-\u0323\u20AB]/u;
const WORD = /[^\s\u00A0!-/:-@[-`{-~]+/gu;
const LATIN_WORD = /^[a-z]{3,}$/u;
const FONTS: readonly LegacyFont[] = ['TCVN3', 'VNI', 'Windows-1258'];

/**
 * Detects text typed in TCVN3 or VNI fonts, or Windows-1258 read as Windows-1252, and gives it in Unicode (NFC). Undefined where
 * nothing is to be repaired. Plain ASCII, and text whose every word is good Vietnamese or that holds a letter those fonts don't have, is
 * never touched; a repair stands only if every word outside ASCII becomes a Vietnamese syllable and more words are gained than are foreign.
 * Call it before `cleanText`, which drops the soft hyphen that is `ư` in TCVN3.
 */
export function repairLegacyFont(text: string): LegacyRepair | undefined {
  if (ASCII_ONLY.test(text)) return undefined;
  if (BEYOND_LATIN_1.test(text.normalize('NFC'))) return undefined;
  const signs = asLatin1(text);
  const words = signs.match(WORD) ?? [];
  const marked = words.filter((word) => !ASCII_ONLY.test(word));
  const broken = marked.filter((word) => !isGood(word)).length;
  if (broken === 0 || words.some((word) => isGood(word) && isUnreadable(word))) return undefined;
  const foreign = words.filter((word) => LATIN_WORD.test(word.toLowerCase()) && !couldBeSyllable(word.toLowerCase())).length;
  const font = broken > foreign ? FONTS.find((candidate) => fits(candidate, marked)) : undefined;
  return font === undefined ? undefined : { text: decode(font, signs), font };
}

/** The bytes as Latin-1 shows them, whether the file was read as Windows-1252 or as Windows-1258. */
const asLatin1 = (text: string): string => {
  let signs = '';
  for (const sign of text.normalize('NFC')) signs += sign <= '\u00FF' ? sign : (FROM_1258.get(sign) ?? sign);
  return signs;
};
const FROM_1258: ReadonlyMap<string, string> = new Map([...WINDOWS_1258].map(([from, to]) => [to, from]).concat([['\u20AB', 'þ']]));

const isGood = (word: string): boolean => isSyllable(word.normalize('NFC').toLowerCase());
const isUnreadable = (_word: string): boolean => false;
const fits = (font: LegacyFont, marked: readonly string[]): boolean => marked.every((word) => isGood(decode(font, word)));

function decode(font: LegacyFont, signs: string): string {
  if (font === 'TCVN3') return signs.replace(WORD, fromTcvn3);
  const table = font === 'VNI' ? VNI : WINDOWS_1258;
  let text = '';
  for (let at = 0; at < signs.length; at += 1) {
    const two = font === 'VNI' ? table.get(signs.slice(at, at + 2)) : undefined;
    text += two ?? table.get(signs.charAt(at)) ?? signs.charAt(at);
    if (two !== undefined) at += 1;
  }
  return text.normalize('NFC');
}

const CAPITALS = /[A-Z]/gu;
const SMALL = /[a-z]/u;

/** The capital fonts of TCVN3 (.VnTimeH) write capitals with the codes of small letters. */
const fromTcvn3 = (word: string): string => {
  const text = [...word].map((sign) => TCVN3.get(sign) ?? sign).join('');
  const capitals = word.match(CAPITALS)?.length ?? 0;
  return capitals > 1 && !SMALL.test(word) ? text.toUpperCase() : text;
};
