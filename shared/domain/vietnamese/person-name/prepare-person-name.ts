import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { type Distinction, distinctionIn } from './distinction.ts';
import { readNameWord, readWord } from './read-name-word.ts';
import type { NameToken } from './name-token.ts';
import { splitWords } from './split-words.ts';
import { withoutTitles } from './titles.ts';

const BRACKETED = /[([{][^)\]}]*(?:[)\]}]|$)/gu;
const HAS_BRACKET = /[([{]/u;
/**
 * The least digits of a number beside a name. Shorter ones may belong to the name (`Nguyễn Văn 1`), except a row's
 * number before it.
 */
const LONG_NUMERAL = 4;

/**
 * The text without words in brackets such as `(con)`, `(tức Tý)` or `(Giám đốc)`; undefined where there are none or no
 * other words.
 */
function withoutBrackets(text: string): string | undefined {
  if (!HAS_BRACKET.test(text)) return undefined;
  const left = text.replace(BRACKETED, ' ');
  return /\p{L}/u.test(left) ? left : undefined;
}

/** Removes a birth year (`sinh 1980`), a document number or a row's number; returns the same tokens where there is none. */
function withoutNumerals(tokens: readonly NameToken[]): readonly NameToken[] {
  if (!tokens.some(({ numeral }) => numeral)) return tokens;
  const isLong = (at: number): boolean =>
    tokens[at]?.numeral === true && (tokens[at]?.text.length ?? 0) >= LONG_NUMERAL;
  const kept = tokens.filter(({ numeral, plain }, at) =>
    numeral ? at > 0 && !isLong(at) : plain !== 'sinh' || !isLong(at + 1) || at < 2,
  );
  return kept.length === tokens.length ? tokens : kept;
}

/** Keeps one of two equal names, as in `NGUYỄN VĂN AN (Nguyen Van An)`; returns the same tokens otherwise. */
function withoutRepetition(tokens: readonly NameToken[]): readonly NameToken[] {
  const half = tokens.length / 2;
  if (half < 2 || !Number.isInteger(half) || tokens[0]?.plain !== tokens[half]?.plain) return tokens;
  const repeated = tokens.slice(0, half).every(({ plain }, at) => tokens[half + at]?.plain === plain);
  if (!repeated) return tokens;
  const [first, second] = [tokens.slice(0, half), tokens.slice(half)];
  return first.some(({ marked }) => marked) ? first : second;
}

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

/** The separators between two names of one cell: a sign, a line break, `và`, or the number before the next. */
const BETWEEN_NAMES = /[;,/+&\r\n]|\s[-–—]\s|\s(?:và|va)\s|(?:^|\s)\d{1,2}[.)]\s*(?=\p{L})/giu;

/** Matches the words before a name in `và vợ Trần Thị Bình`. */
const RELATIVE = /^\s*(?:vợ|chồng|con)\s*:?\s+/iu;

/**
 * The names of a text with several (`Nguyễn Văn An, Trần Thị Bình`); empty for a text with one name. A part counts
 * where it has a surname and another word, so `Nguyễn Văn An - Giám đốc` has one name.
 */
export function namesIn(text: string): readonly PreparedPersonName[] {
  const names = text
    .split(BETWEEN_NAMES)
    .map((part) => preparePersonName(part.replace(RELATIVE, '')))
    .filter(({ tokens: [first, ...rest] }) => rest.length > 0 && isSurname(first));
  return names.length > 1 ? names : [];
}

const isSurname = (token: PreparedPersonName['tokens'][number] | undefined): boolean =>
  token !== undefined && (token.marked ? token.surname : token.plainSurname) > 0;
