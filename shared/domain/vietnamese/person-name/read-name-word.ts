import { foldMarks } from '../text/fold.ts';
import { splitTone, type Tone, withTone } from '../text/letters.ts';
import { placeTone } from '../text/tone-marks.ts';
import { readTyping, type TypingMethod } from '../text/typing.ts';
import { couldBeSyllable, splitOnset } from '../text/syllable.ts';
import { isSyllable } from '../text/words.ts';
import {
  givenNameBits,
  isNameSyllable,
  isPlainNameSyllable,
  plainSurnameShare,
  surnameBits,
  surnameShare,
} from './commonness.ts';
import { mayCloseTitle, mayOpenTitle } from './titles.ts';

/**
 * The key of a word in lower-case NFC with the tone in its canonical position, which is equal for two spellings of one
 * syllable with i and y: `lý` and `lí`, `quý` and `quí`. `thúy` and `mây` keep their y.
 */
export function spellingKey(word: string): string {
  if (word.length > 4) return word;
  const { letters, tone } = splitTone(word);
  if (!letters.endsWith('y') || splitOnset(letters)?.rime !== 'y') return word;
  return letters.slice(0, -1) + withTone('i', tone);
}

/** One word of a name with all values that comparisons need. */
export interface NameToken {
  /** The word in lower-case NFC with the tone in its canonical position: `hòa`. */
  readonly text: string;
  /** `text` with i for y where both spell the same syllable. */
  readonly key: string;
  /** `key` without marks. */
  readonly plain: string;
  /** `text` without its tone. */
  readonly letters: string;
  readonly tone: Tone;
  /** 32 bits of `plain` with every y as i; words that differ here differ by more than marks. */
  readonly hash: number;
  /** 31 to the power of the word's length, by which hashes of joined words are chained. */
  readonly power: number;
  /** The sum of the codes of its letters, which is equal for joined words in any order. */
  readonly letterSum: number;
  /** A bit for each letter of the alphabet in `plain`. */
  readonly letterSet: number;
  readonly marked: boolean;
  /** Whether the word is a Vietnamese syllable; `couldBe` assumes that its marks were dropped. */
  readonly valid: boolean;
  readonly couldBe: boolean;
  /** Whether the word is known in names, as it stands and with dropped marks. */
  readonly known: boolean;
  readonly plainKnown: boolean;
  /** The bearers of the word as a surname among 100,000 people, as it stands and with dropped marks. */
  readonly surname: number;
  readonly plainSurname: number;
  readonly surnameBits: number;
  readonly givenBits: number;
  readonly typed: TypingMethod | undefined;
  /** Whether the word has letters outside ASCII and is no syllable, so that it may come from another font. */
  readonly suspect: boolean;
  /** Whether the word is only an initial sound (âm đầu), as in abbreviated middle names: `T.`, `Đ`, `Th.`. */
  readonly initial: boolean;
  /** Whether the word is a number, such as a birth year, a document's or a row's number. */
  readonly numeral: boolean;
  /** Whether the word has a letter of any script. */
  readonly lettered: boolean;
  /** Whether the word may begin or end a form of address or a position. */
  readonly opensTitle: boolean;
  readonly closesTitle: boolean;
  /**
   * A number that is equal for all words that sound alike in some part of the country (`sơn`, `xơn`); 0 for a word that
   * no other sounds like.
   */
  readonly sound: number;
}

/** Initial sounds (âm đầu) that are pronounced alike in some part of the country. */
const ALIKE: ReadonlyMap<string, number> = new Map(
  ['l n', 'ch tr', 's x', 'd gi r'].flatMap((group, at) => group.split(' ').map((onset) => [onset, at + 1] as const)),
);

/**
 * A number that is equal for words that sound alike somewhere (`sơn` and `xơn`, `lành` and `nành`); 0 for a word that
 * no other sounds like.
 */
function soundOf(letters: string, tone: Tone): number {
  const parts = splitOnset(letters);
  const group = parts === undefined ? undefined : ALIKE.get(parts.onset);
  if (parts === undefined || group === undefined) return 0;
  let sound = group * 8 + tone;
  for (let at = 0; at < parts.rime.length; at += 1) sound = (Math.imul(sound, 31) + parts.rime.charCodeAt(at)) | 0;
  return sound;
}

const NOT_LETTERS = /[\u00AD\u200B-\u200D\u2060\uFEFF'’`´]/gu;
const BEYOND_ASCII = /[\u0080-\uffff]/u;
const INITIAL = /^(?:[bcdđfghjklmnpqrstvwxz]|[cgkpt]h|ngh?|nh|qu|tr)$/u;
const NUMERAL = /^\d+$/u;
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const MOST_CACHED = 20_000;

const asTyped = new Map<string, readonly NameToken[]>();
const asWritten = new Map<string, readonly NameToken[]>();

/**
 * The tokens of one word of a person's name, with keys of a typing method applied (`Nguyeenx`): mostly one, while
 * `TranVanNang` has three. Words repeat often, so each result is kept.
 */
export function readNameWord(raw: string): readonly NameToken[] {
  return asTyped.get(raw) ?? keep(asTyped, raw, readAfresh(raw, readTyping));
}

/** The tokens of a word in names with intended digits and foreign letters: `A1`, `Max`. */
export function readWord(raw: string): readonly NameToken[] {
  return (
    asWritten.get(raw) ??
    keep(
      asWritten,
      raw,
      readAfresh(raw, () => undefined),
    )
  );
}

const keep = (
  cache: Map<string, readonly NameToken[]>,
  raw: string,
  tokens: readonly NameToken[],
): readonly NameToken[] => {
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(raw, tokens);
  return tokens;
};

const readAfresh = (raw: string, typing: typeof readTyping): readonly NameToken[] => {
  const word = raw.normalize('NFC').replace(NOT_LETTERS, '').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');
  if (word === '') return [];
  const parts = word.split(CAMEL).map((part) => nameToken(part.toLowerCase(), typing));
  const whole = parts.length > 1 && isSyllable(placeTone(word.toLowerCase()));
  const split = parts.length > 1 && !whole && parts.every((token) => token.couldBe || token.valid);
  return split ? parts : [nameToken(word.toLowerCase(), typing)];
};

const nameToken = (word: string, typing: typeof readTyping): NameToken => {
  const placed = placeTone(word);
  const valid = isSyllable(placed);
  const typed = valid ? undefined : typing(word);
  if (typed !== undefined) return { ...tokenOf(typed.text), typed: typed.method };
  if (!valid && BEYOND_ASCII.test(word)) return { ...tokenOf(placed), suspect: true };
  const known = plainTokens.get(placed);
  if (known !== undefined) return known;
  if (plainTokens.size >= MOST_CACHED) plainTokens.clear();
  const token = tokenOf(placed);
  plainTokens.set(placed, token);
  return token;
};

/** Gives `Trần`, `TRẦN` and similar words the same token object, so that most comparisons are by identity. */
const plainTokens = new Map<string, NameToken>();

const tokenOf = (text: string): NameToken => {
  const key = spellingKey(text);
  const plain = foldMarks(key);
  const { letters, tone } = splitTone(text);
  return {
    text,
    key,
    plain,
    letters,
    tone,
    ...chain(plain),
    marked: foldMarks(text) !== text,
    valid: isSyllable(text),
    couldBe: couldBeSyllable(plain),
    known: isNameSyllable(key),
    plainKnown: isPlainNameSyllable(plain),
    surname: surnameShare(key),
    plainSurname: plainSurnameShare(plain),
    surnameBits: surnameBits(key),
    givenBits: givenNameBits(key),
    typed: undefined,
    suspect: false,
    initial: INITIAL.test(text),
    numeral: NUMERAL.test(text),
    lettered: /\p{L}/u.test(text),
    opensTitle: mayOpenTitle({ text, plain }),
    closesTitle: mayCloseTitle({ plain }),
    sound: soundOf(letters, tone),
  };
};

/** The hash chain of a word: `hash(a + b)` is `hash(a) * power(b) + hash(b)` in 32 bits. */
const chain = (plain: string): Pick<NameToken, 'hash' | 'power' | 'letterSum' | 'letterSet'> => {
  let hash = 0;
  let power = 1;
  let letterSum = 0;
  let letterSet = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const written = plain.charCodeAt(at);
    const code = written === CODE_Y ? CODE_I : written;
    hash = (Math.imul(hash, 31) + code) | 0;
    letterSum += code;
    power = Math.imul(power, 31);
    letterSet |= 1 << (written & 31);
  }
  return { hash, power, letterSum, letterSet };
};
const CODE_Y = 0x79;
const CODE_I = 0x69;
