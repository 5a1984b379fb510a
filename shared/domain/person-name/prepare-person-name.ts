import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { type NameToken, readNameWord } from './name-token.ts';
import { splitWords } from './split-words.ts';

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
  for (const word of splitWords(text)) {
    const tokens = readNameWord(word);
    for (const token of tokens) into.push(token);
    joined ||= tokens.length > 1;
  }
  return joined;
};
