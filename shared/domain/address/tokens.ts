import { cleanText } from '../text/clean.ts';
import { foldMarks } from '../text/fold.ts';

/** A word or a number of an address. `key` is folded, with i for a closing y, so that Mỹ and Mĩ are one. */
export interface Token {
  readonly text: string;
  readonly key: string;
  /** The word in lower case with its marks: tells `xã` from `Xá`. */
  readonly lower: string;
  readonly breakBefore: boolean;
  readonly dot: boolean;
}

const WORD =
  /(\p{L}{0,4}\d[\p{L}\d]*(?:[/+-]\p{L}{0,3}\d[\p{L}\d]*|\.\d+)*|\p{L}-\d[\p{L}\d]*|\p{L}+)(\.?)|([,;|()\-–])/gu;
const GLUED = /^(so|sn|nha|ngo|ngach|hem|kiet|to|khu|kp|tdp|thon|xom|doi|p|q|tang|phong|can)(\d.*)$/;
const CLOSING_Y = /^(b|c|d|g|h|k|l|m|n|p|q|r|s|t|v|x|ch|gh|kh|ng|nh|ph|th|tr|qu)y$/;
const HEADING = /^(?:địa chỉ|dia chi|trụ sở|tru so|đ\/?c)[^:,\d]*:/iu;
const SPELT_SHORT = /\bT\.\s?([PTX])\b\.?/giu;
const SPACED_RANGE = /((?:số|so|sn|nhà|nha) ?:? ?\d+\p{L}?) [-–] (?=\d)/giu;
const ASIDE = /\((?:(?:nay|trước|truoc|cũ|tức)\s[^)]{0,120}|[^)]{0,120}\s(?:cũ|cu))\)/giu;
const JOINED = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;

/** The words and numbers of an address in order; commas, semicolons, brackets and lone dashes become `breakBefore`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let breakBefore = true;
  for (const match of prepare(text).matchAll(WORD)) {
    const found = match[1];
    if (found === undefined) {
      breakBefore = true;
      continue;
    }
    for (const part of unglue(found)) {
      tokens.push({ ...part, breakBefore, dot: match[2] === '.' });
      breakBefore = false;
    }
  }
  return tokens;
}

/** One name as the gazetteer and the keys write it: `Thụy Anh` and `THUY ANH` are `thuy anh`. */
export function nameKey(name: string): string {
  return tokenise(name)
    .map(({ key }) => key)
    .join(' ');
}

/** The name the tokens `from`…`to` spell, for the gazetteer. */
export function joinKeys(tokens: readonly Token[], from: number, to: number): string {
  let joined = tokens[from]?.key ?? '';
  for (let index = from + 1; index < to; index += 1) joined += ` ${tokens[index]?.key ?? ''}`;
  return joined;
}

export function joinText(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

export function hasDigit(token: Token | undefined): boolean {
  return token !== undefined && /\d/.test(token.key);
}

function prepare(text: string): string {
  return cleanText(text.replaceAll(/[\r\n]+/g, ', '))
    .replace(HEADING, '')
    .replaceAll(ASIDE, ',')
    .replaceAll(JOINED, ' ')
    .replaceAll(SPELT_SHORT, 'T$1.')
    .replaceAll(/\s*\/\s*(?=\d)/g, '/')
    .replaceAll(/(?<=\d)[-–](?=\d)/g, '-')
    .replaceAll(SPACED_RANGE, '$1-');
}

function unglue(text: string): Pick<Token, 'text' | 'key' | 'lower'>[] {
  const folded = foldMarks(text);
  const glued = GLUED.exec(folded);
  if (!glued?.[1]) return [word(text, folded)];
  const at = glued[1].length;
  return [word(text.slice(0, at), glued[1]), word(text.slice(at), folded.slice(at))];
}

function word(text: string, folded: string): Pick<Token, 'text' | 'key' | 'lower'> {
  return { text, lower: text.toLowerCase(), key: folded.replace(CLOSING_Y, '$1i') };
}
