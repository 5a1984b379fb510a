import { cleanText } from '../text/clean.ts';
import { foldMarks } from '../text/fold.ts';
import { cleanAddress } from './clean-address.ts';

/** A word or a number of an address. `key` is folded, with i for a final y, so that Mỹ and Mĩ are equal. */
export interface Token {
  readonly text: string;
  readonly key: string;
  /** The word in lower case with its marks, which distinguish `xã` from `Xá`. */
  readonly lower: string;
  readonly breakBefore: boolean;
  readonly dot: boolean;
}

const WORD =
  /(\p{L}{0,4}\d[\p{L}\d]*(?:[/+-]\p{L}{0,3}\d[\p{L}\d]*|\.\d+(?:[a-zA-Z](?![\p{L}.]))?)*|\p{L}-\d[\p{L}\d]*|\p{L}+)(\.?)|([,;|()\-–])/gu;
const DIGIT = /\d/;
const GLUED = /^(so|sn|nha|ngo|ngach|hem|kiet|to|khu|kp|kv|tk|tdp|thon|xom|doi|p|q|t|ch|kiot|tang|phong|can)(\d.*)$/;
const SHORT_LABEL = /^(?:p|q|t|ch)$/;
const TAKES_CODE = /^(?:lo|dat|so|sn|no|nha|can|ho|phong|toa|block|khoi|thap|cu|khu|day|duong|thua|o|hang)$/;
const CLOSING_Y = /^(b|c|d|g|h|k|l|m|n|p|q|r|s|t|v|x|ch|gh|kh|ng|nh|ph|th|tr|qu)y$/;
/** Splits an address into words and numbers; commas, semicolons, brackets and separate dashes become `breakBefore`. */
export function tokenise(text: string): Token[] {
  return tokensOf(cleanAddress(text));
}

function tokensOf(prepared: string): Token[] {
  const tokens: Token[] = [];
  let breakBefore = true;
  for (const match of prepared.matchAll(WORD)) {
    const found = match[1];
    if (found === undefined) {
      breakBefore = true;
      continue;
    }
    for (const { text, key, lower } of unglue(found, breakBefore ? undefined : tokens.at(-1)?.key)) {
      tokens.push({ text, key, lower, breakBefore, dot: match[2] === '.' });
      breakBefore = false;
    }
  }
  return tokens;
}

/** Folds a name as in the gazetteer and the keys: `Thụy Anh` and `THUY ANH` become `thuy anh`. */
export function nameKey(name: string): string {
  return tokensOf(cleanText(name))
    .map(({ key }) => key)
    .join(' ');
}

export function joinText(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

export function hasDigit(token: Token | undefined): boolean {
  return token !== undefined && DIGIT.test(token.key);
}

/** Matches a road's number in one word, such as `QL39` or `ĐT376`. */
export function isRoadCode(token: Token | undefined): boolean {
  return token !== undefined && /^(?:ql|dt|tl|dh|hl)\d+[a-z]?$/.test(token.key);
}

/** Whether `P301` is room 301, unlike the names in `lô P3` and `tòa T3`. */
function unglue(text: string, before: string | undefined): Pick<Token, 'text' | 'key' | 'lower'>[] {
  const folded = foldMarks(text);
  const glued = DIGIT.test(folded) ? GLUED.exec(folded) : null;
  if (!glued?.[1] || (SHORT_LABEL.test(glued[1]) && TAKES_CODE.test(before ?? ''))) return [word(text, folded)];
  const at = glued[1].length;
  return [word(text.slice(0, at), glued[1]), word(text.slice(at), folded.slice(at))];
}

function word(text: string, folded: string): Pick<Token, 'text' | 'key' | 'lower'> {
  return { text, lower: text.toLowerCase(), key: folded.endsWith('y') ? folded.replace(CLOSING_Y, '$1i') : folded };
}
