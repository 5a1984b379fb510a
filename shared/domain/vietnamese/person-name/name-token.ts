import type { Tone } from '../text/letters.ts';
import type { TypingMethod } from '../text/typing.ts';

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
