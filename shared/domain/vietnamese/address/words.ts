import { cleanText } from '../text/clean.ts';
import { foldMarks } from '../text/fold.ts';

/** A word or a number of an address. `key` is folded, with i for a final y, so that Mỹ and Mĩ are equal, and without zeros before a number. */
export interface Word {
  readonly text: string;
  readonly key: string;
  /** The word in lower case with its marks, which distinguish `xã` from `Xá`. */
  readonly lower: string;
  readonly hasDigit: boolean;
  /** Whether it is written with marks. */
  readonly hasMarks: boolean;
  readonly breakBefore: boolean;
  readonly dot: boolean;
}
type Spelling = Omit<Word, 'breakBefore' | 'dot'>;

const MOST_WORDS = 8192;
const LONGEST_WORD = 24;
const LONGEST_PREFIX = 4;
/** A number with letters, lists and ranges: `12A`, `12/5`, `A2-3`, `S1.05`, `km12+300`. */
const NUMBER =
  /\p{L}{0,4}\d[\p{L}\d]*(?:[/+-]\p{L}{0,3}\d[\p{L}\d]*|\.\d+(?:[a-zA-Z](?![\p{L}.]))?)*|\p{L}-\d[\p{L}\d]*/uy;
const LETTER = /\p{L}/u;
const BREAKS: ReadonlySet<string> = new Set(',;|()-–');
const GLUED = /^(so|sn|nha|ngo|ngach|hem|kiet|to|khu|kp|kv|tk|tdp|thon|xom|doi|p|q|t|ch|kiot|tang|phong|can)(\d.*)$/;
const SHORT_LABEL = /^(?:p|q|t|ch)$/;
const TAKES_CODE = /^(?:lo|dat|so|sn|no|nha|can|ho|phong|toa|block|khoi|thap|cu|khu|day|duong|thua|o|hang)$/;
const CLOSING_Y = /^(b|c|d|g|h|k|l|m|n|p|q|r|s|t|v|x|ch|gh|kh|ng|nh|ph|th|tr|qu)y$/;

const ZEROS = /^0+(?=\d+$)/;

const SPELLINGS = new Map<string, Spelling>();

/** Splits a clean address into words and numbers; commas, semicolons, brackets and separate dashes become `breakBefore`. */
export function wordsOfAddress(text: string): Word[] {
  const words: Word[] = [];
  let breakBefore = true;
  for (let at = 0; at < text.length; ) {
    const end = wordEnd(text, at);
    if (end === at) {
      breakBefore ||= BREAKS.has(text.charAt(at));
      at += 1;
      continue;
    }
    const dot = text.charAt(end) === '.';
    for (const { text: written, key, lower, hasDigit, hasMarks } of spellingsOf(
      text.slice(at, end),
      breakBefore ? undefined : words.at(-1)?.key,
    )) {
      words.push({ text: written, key, lower, hasDigit, hasMarks, breakBefore, dot });
      breakBefore = false;
    }
    at = dot ? end + 1 : end;
  }
  return words;
}

/** Folds a name as in the gazetteer and the keys: `Thụy Anh` and `THUY ANH` become `thuy anh`. */
export function nameKey(name: string): string {
  return wordsOfAddress(cleanText(name))
    .map(({ key }) => key)
    .join(' ');
}

/** Matches a road's number in one word, such as `QL39` or `ĐT376`. */
export function isRoadCode({ key, hasDigit }: Word): boolean {
  return hasDigit && /^(?:ql|dt|tl|dh|hl)\d+[a-z]?$/.test(key);
}

/** The end of the word or number that begins here; the same place where none does. */
function wordEnd(text: string, from: number): number {
  let end = from;
  while (isLetter(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  const begins = isDigit(next) ? end - from <= LONGEST_PREFIX : end === from + 1 && text.charAt(end) === '-';
  if (!begins) return end;
  NUMBER.lastIndex = from;
  return NUMBER.test(text) ? NUMBER.lastIndex : end;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a code is a letter; those of Vietnamese are found without a pattern. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if ((code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0xc0 && code <= 0x1b0 && code !== 0xd7 && code !== 0xf7))
    return true;
  return LETTER.test(String.fromCharCode(code));
}

/** A number with its label in one word is two: `P301` is room 301, unlike the names in `lô P3` and `tòa T3`. */
function spellingsOf(text: string, before: string | undefined): readonly Spelling[] {
  const spelling = spellingOf(text);
  const glued = spelling.hasDigit ? GLUED.exec(spelling.key) : null;
  if (!glued?.[1] || (SHORT_LABEL.test(glued[1]) && TAKES_CODE.test(before ?? ''))) return [spelling];
  const at = glued[1].length;
  return [spellingOf(text.slice(0, at)), spellingOf(text.slice(at))];
}

/** The spelling of a word, computed once: the words of addresses repeat. */
function spellingOf(text: string): Spelling {
  const known = SPELLINGS.get(text);
  if (known) return known;
  const [lower, folded] = [text.toLowerCase(), foldMarks(text)];
  const key = folded.replace(CLOSING_Y, '$1i').replace(ZEROS, '');
  const spelling = { text, key, lower, hasDigit: /\d/.test(key), hasMarks: lower !== folded };
  if (SPELLINGS.size === MOST_WORDS) SPELLINGS.clear();
  if (text.length <= LONGEST_WORD) SPELLINGS.set(text, spelling);
  return spelling;
}
