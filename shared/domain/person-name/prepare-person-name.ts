import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { type NameToken, readNameWord } from './name-token.ts';

/** What was put right before comparing: a font of before Unicode, keys of a typing method, words run together. */
export type NameRepair = LegacyFont | TypingMethod | 'joined';

/** A personal name (họ và tên) ready to be compared any number of times. */
export interface PreparedPersonName {
  readonly tokens: readonly NameToken[];
  /** Typed with Vietnamese marks: at least one word has one. */
  readonly marked: boolean;
  readonly repairs: readonly NameRepair[];
}

const NO_REPAIRS: readonly NameRepair[] = [];

/** Reads a name as typed: any Unicode form, case, spacing, font or typing left-over. Text without a letter gives no tokens. */
export function preparePersonName(text: string): PreparedPersonName {
  const tokens: NameToken[] = [];
  const joined = readWords(text, tokens);
  let marked = false;
  let special = joined;
  for (const token of tokens) {
    marked ||= token.marked;
    special ||= token.suspect || token.typed !== undefined;
  }
  if (!special) return { tokens, marked, repairs: NO_REPAIRS };
  const repair = tokens.some((token) => token.suspect) ? repairLegacyFont(text) : undefined;
  if (repair === undefined) return { tokens, marked, repairs: repairsOf(tokens, joined) };
  const prepared = preparePersonName(repair.text);
  return { ...prepared, repairs: [repair.font, ...prepared.repairs] };
}

/** The name as it was read, in canonical lower case: `nguyễn văn hòa`. */
export function readableName(name: PreparedPersonName): string {
  return name.tokens.map((token) => token.text).join(' ');
}

const repairsOf = (tokens: readonly NameToken[], joined: boolean): readonly NameRepair[] => {
  const typed = tokens.map((token) => token.typed).filter((method) => method !== undefined);
  return [...new Set<NameRepair>(joined ? [...typed, 'joined'] : typed)];
};

/** Appends the tokens of each word; true where a word held several. */
const readWords = (text: string, into: NameToken[]): boolean => {
  let joined = false;
  let start = 0;
  const end = text.length;
  for (let at = 0; at <= end; at += 1) {
    if (at < end && !isSeparator(text.charCodeAt(at))) continue;
    if (at > start) {
      const word = readNameWord(text.slice(start, at));
      const [only] = word;
      if (only !== undefined) into.push(only);
      for (let rest = 1; rest < word.length; rest += 1) {
        const token = word[rest];
        if (token !== undefined) into.push(token);
      }
      joined ||= word.length > 1;
    }
    start = at + 1;
  }
  return joined;
};

// ASCII but letters, digits and the signs of broken marks; the spaces and dashes of Unicode but not what joins or is invisible.
const isSeparator = (code: number): boolean => {
  if (code < 0x80) return !(code >= 0x61 && code <= 0x7a) && !(code >= 0x41 && code <= 0x5a) && !(code >= 0x30 && code <= 0x39) && code !== 0x27 && code !== 0x60;
  if (code === 0xa0 || code === 0x3000) return true;
  return code >= 0x2000 && code <= 0x206f && !(code >= 0x200b && code <= 0x200d) && code !== 0x2019 && code !== 0x2060;
};
