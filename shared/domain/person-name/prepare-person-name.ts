import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { type NameToken, readNameWord, readWord } from './name-token.ts';
import { splitWords } from './split-words.ts';

/** What was put right before comparing: a font of before Unicode, keys of a typing method, words run together. */
export type NameRepair = LegacyFont | TypingMethod | 'joined';

/** A personal name (họ và tên) ready to be compared any number of times. */
export interface PreparedPersonName {
  readonly tokens: readonly NameToken[];
  /** Typed with Vietnamese marks: at least one word has one. */
  readonly marked: boolean;
  readonly repairs: readonly NameRepair[];
  /** The tokens as they stand, where the repair is in doubt: one word alone that looks like keys of a typing method (`Phaan Thị Hoa`) may be a slip. */
  readonly asWritten?: readonly NameToken[];
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
  if (repair === undefined) return withRepairs(text, tokens, joined);
  const prepared = preparePersonName(repair.text);
  return { ...prepared, repairs: [repair.font, ...prepared.repairs], asWritten: tokens };
}

/** The name as it was read, in canonical lower case: `nguyễn văn hòa`. */
export function readableName(name: PreparedPersonName): string {
  return name.tokens.map((token) => token.text).join(' ');
}

const withRepairs = (text: string, tokens: readonly NameToken[], joined: boolean): PreparedPersonName => {
  const prepared = { tokens, marked: tokens.some((token) => token.marked), repairs: repairsOf(tokens, joined) };
  const typed = tokens.filter((token) => token.typed !== undefined);
  const doubtful = typed.length === 1 && tokens.some((token) => token.marked && token.typed === undefined);
  return doubtful ? { ...prepared, asWritten: splitWords(text).flatMap(readWord) } : prepared;
};

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
