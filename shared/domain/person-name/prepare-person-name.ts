import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { type NameToken, readNameWord, readWord } from './name-token.ts';
import { splitWords } from './split-words.ts';

/** What was put right before comparing: a font of before Unicode, keys of a typing method, words run together. */
type NameRepair = LegacyFont | TypingMethod | 'joined';

/** A personal name (họ và tên) ready to be compared any number of times. */
export interface PreparedPersonName {
  readonly tokens: readonly NameToken[];
  /** Typed with Vietnamese marks: at least one word has one. */
  readonly marked: boolean;
  /** The hashes of the words, added up and chained: names of the same words, or the same letters, agree in them. */
  readonly wordSum: number;
  readonly chain: number;
  readonly repairs: readonly NameRepair[];
  /** The name as it stands, where the repair is in doubt: one word alone that looks like keys of a typing method (`Phaan Thị Hoa`) may be a slip. */
  readonly asWritten: PreparedPersonName | undefined;
}

const NO_REPAIRS: readonly NameRepair[] = [];

/** Reads a name as typed: any Unicode form, case, spacing, font or typing left-over. Text without a letter gives no tokens. */
export function preparePersonName(text: string): PreparedPersonName {
  const words = splitWords(text);
  const tokens: NameToken[] = [];
  let special = false;
  for (const word of words) {
    const read = readNameWord(word);
    const [only] = read;
    if (only !== undefined && read.length === 1) {
      tokens.push(only);
      special ||= only.suspect || only.typed !== undefined;
    } else {
      tokens.push(...read);
      special ||= read.length > 1;
    }
  }
  return special ? repaired(text, words, tokens) : assemble(tokens, NO_REPAIRS, undefined);
}

/** The name as it was read, in canonical lower case: `nguyễn văn hòa`. */
export function readableName(name: PreparedPersonName): string {
  return name.tokens.map((token) => token.text).join(' ');
}

const assemble = (
  tokens: readonly NameToken[],
  repairs: readonly NameRepair[],
  asWritten: PreparedPersonName | undefined,
): PreparedPersonName => {
  let marked = false;
  let wordSum = 0;
  let chain = 0;
  for (const token of tokens) {
    marked ||= token.marked;
    wordSum = (wordSum + token.hash) | 0;
    chain = (Math.imul(chain, token.power) + token.hash) | 0;
  }
  return { tokens, marked, wordSum, chain, repairs, asWritten };
};

const repaired = (text: string, words: readonly string[], tokens: readonly NameToken[]): PreparedPersonName => {
  const repair = tokens.some((token) => token.suspect) ? repairLegacyFont(text) : undefined;
  if (repair !== undefined) {
    const read = preparePersonName(repair.text);
    return { ...read, repairs: [repair.font, ...read.repairs], asWritten: assemble(tokens, NO_REPAIRS, undefined) };
  }
  const typed = tokens.filter((token) => token.typed !== undefined);
  const doubtful = typed.length === 1 && tokens.some((token) => token.marked && token.typed === undefined);
  const asWritten = doubtful ? assemble(words.flatMap(readWord), NO_REPAIRS, undefined) : undefined;
  return assemble(tokens, repairsOf(typed, words.length !== tokens.length), asWritten);
};

const repairsOf = (typed: readonly NameToken[], joined: boolean): readonly NameRepair[] => {
  const repairs: NameRepair[] = [];
  for (const { typed: method } of typed) if (method !== undefined && !repairs.includes(method)) repairs.push(method);
  if (joined) repairs.push('joined');
  return repairs.length === 0 ? NO_REPAIRS : repairs;
};
