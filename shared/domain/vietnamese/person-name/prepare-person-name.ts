import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { withoutBrackets, withoutNumerals, withoutRepetition } from './asides.ts';
import { type Distinction, distinctionIn } from './distinction.ts';
import type { NameToken } from './name-token.ts';
import { readNameWord, readWord } from './read-name-word.ts';
import { splitWords } from './split-words.ts';
import { withoutTitles } from './titles.ts';

/**
 * The repairs before comparing: an old font, keys of a typing method, joined words, words beside the name, and letters
 * as a passport transcribes them.
 */
type NameRepair = LegacyFont | TypingMethod | 'joined' | 'aside' | 'transcribed';

/** A personal name (họ và tên), prepared for comparisons. */
export interface PreparedPersonName {
  readonly tokens: readonly NameToken[];
  /** Whether the name was typed with Vietnamese marks, which at least one word has. */
  readonly marked: boolean;
  /**
   * The sum and the chain of the words' hashes, and the sum of their letters; these are equal for names with the same
   * words or letters.
   */
  readonly wordSum: number;
  readonly chain: number;
  readonly letterSum: number;
  readonly repairs: readonly NameRepair[];
  /**
   * Other readings of the same text, where a repair may be wrong: keys of a typing method may be a foreign name (`Kim
   * Min Soo`) or a typo (`Phaan Thị Hoa`), and a word of address may be a name.
   */
  readonly otherwise: readonly PreparedPersonName[];
  readonly distinction?: Distinction | undefined;
}

const NO_REPAIRS: readonly NameRepair[] = [];
const NOTHING_ELSE: readonly PreparedPersonName[] = [];

/**
 * Prepares a name as typed, with any Unicode form, case, spacing, font or remaining typing keys, with words of address
 * and position around it, or with a note or number beside it. Text without a letter gives no tokens.
 */
export function preparePersonName(text: string): PreparedPersonName {
  const bare = withoutBrackets(text);
  const name = prepare(bare ?? text);
  const distinction = distinctionIn(text);
  if (bare === undefined && distinction === undefined) return name;
  return { ...name, distinction, repairs: bare === undefined ? name.repairs : [...name.repairs, 'aside'] };
}

/** The prepared name in canonical lower case, such as `nguyễn văn hòa`. */
export function readableName(name: PreparedPersonName): string {
  return name.tokens.map((token) => token.text).join(' ');
}

const prepare = (text: string): PreparedPersonName => {
  const words = splitWords(text);
  const tokens: NameToken[] = [];
  let special = false;
  let lettered = false;
  for (const word of words) {
    const read = readNameWord(word);
    const [only] = read;
    if (only !== undefined && read.length === 1) {
      tokens.push(only);
      special ||= only.suspect || only.typed !== undefined;
      lettered ||= only.lettered;
    } else {
      tokens.push(...read);
      special ||= read.length > 1;
      lettered ||= read.some((token) => token.lettered);
    }
  }
  if (!lettered) return assemble([], NO_REPAIRS, NOTHING_ELSE);
  return withoutAsides(special ? repaired(text, words, tokens) : assemble(tokens, NO_REPAIRS, NOTHING_ELSE));
};

const withoutAsides = (name: PreparedPersonName): PreparedPersonName => {
  const tokens = withoutRepetition(withoutTitles(withoutNumerals(name.tokens)));
  if (tokens === name.tokens) return name;
  return assemble(tokens, [...name.repairs, 'aside'], [...name.otherwise.map(withoutAsides), name]);
};

const assemble = (
  tokens: readonly NameToken[],
  repairs: readonly NameRepair[],
  otherwise: readonly PreparedPersonName[],
): PreparedPersonName => {
  let marked = false;
  let wordSum = 0;
  let chain = 0;
  let letterSum = 0;
  for (const token of tokens) {
    marked ||= token.marked;
    wordSum = (wordSum + token.hash) | 0;
    chain = (Math.imul(chain, token.power) + token.hash) | 0;
    letterSum += token.letterSum;
  }
  return { tokens, marked, wordSum, chain, letterSum, repairs, otherwise };
};

const TRANSCRIBED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa' };
const FOREIGN_LETTERS = /[äöüßæøå]/gu;

/** Transcribes a name as the machine-readable lines of a passport do: `Müller` becomes Mueller. */
const transcribed = (text: string): readonly PreparedPersonName[] => {
  const lower = text.normalize('NFC').toLowerCase();
  const plain = lower.replace(FOREIGN_LETTERS, (letter) => TRANSCRIBED[letter] ?? letter);
  if (plain === lower) return NOTHING_ELSE;
  const tokens = splitWords(plain).flatMap(readWord);
  return [assemble(tokens, ['transcribed'], NOTHING_ELSE)];
};

const repaired = (text: string, words: readonly string[], tokens: readonly NameToken[]): PreparedPersonName => {
  const repair = tokens.some((token) => token.suspect) ? repairLegacyFont(text) : undefined;
  if (repair !== undefined) {
    const read = prepare(repair.text);
    const asTyped = assemble(tokens, NO_REPAIRS, NOTHING_ELSE);
    return { ...read, repairs: [repair.font, ...read.repairs], otherwise: [asTyped, ...transcribed(text)] };
  }
  const typed = tokens.filter((token) => token.typed !== undefined);
  const asWritten = typed.length > 0 ? [assemble(words.flatMap(readWord), NO_REPAIRS, NOTHING_ELSE)] : NOTHING_ELSE;
  return assemble(tokens, repairsOf(typed, words.length !== tokens.length), [...asWritten, ...transcribed(text)]);
};

const repairsOf = (typed: readonly NameToken[], joined: boolean): readonly NameRepair[] => {
  const repairs: NameRepair[] = [];
  for (const { typed: method } of typed) if (method !== undefined && !repairs.includes(method)) repairs.push(method);
  if (joined) repairs.push('joined');
  return repairs.length === 0 ? NO_REPAIRS : repairs;
};
