import { foldMarks } from '../text/fold.ts';
import { splitTone, type Tone } from '../text/letters.ts';
import { placeTone } from '../text/tone-marks.ts';
import { readTyping } from '../text/typing.ts';
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
import type { NameToken } from './name-token.ts';
import { spellingKey } from './spelling-key.ts';
import { mayCloseTitle, mayOpenTitle } from './titles.ts';

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
