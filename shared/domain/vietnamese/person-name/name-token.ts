import type { Tone } from '../text/letters.ts';
import type { TypingMethod } from '../text/typing.ts';

/** One word of a name with all that comparing asks of it. */
export interface NameToken {
  /** Lower-case NFC, tone in its place: `hòa`. */
  readonly text: string;
  /** `text` with i for y where the two are one syllable. */
  readonly key: string;
  /** `key` without marks. */
  readonly plain: string;
  /** `text` without its tone. */
  readonly letters: string;
  readonly tone: Tone;
  /** 32 bits of `plain` with every y as i; words that differ here differ by more than marks. */
  readonly hash: number;
  /** 31 to the power of its length, to chain hashes of words run together. */
  readonly power: number;
  /** The codes of its letters added up: words run together, in any order, agree in it. */
  readonly letterSum: number;
  /** A bit for each letter of the alphabet in `plain`. */
  readonly letterSet: number;
  readonly marked: boolean;
  /** A Vietnamese syllable as it stands; `couldBe`: one if its marks were dropped. */
  readonly valid: boolean;
  readonly couldBe: boolean;
  /** Known in names, as it stands and with its marks dropped. */
  readonly known: boolean;
  readonly plainKnown: boolean;
  /** People in 100,000 with it as a surname, as it stands and with its marks dropped. */
  readonly surname: number;
  readonly plainSurname: number;
  readonly surnameBits: number;
  readonly givenBits: number;
  readonly typed: TypingMethod | undefined;
  /** Outside ASCII and no syllable: perhaps of another font. */
  readonly suspect: boolean;
  /** Âm đầu alone, as middle names are abbreviated: `T.`, `Đ`, `Th.`. */
  readonly initial: boolean;
  /** A number: of birth, of a document, of the row. */
  readonly numeral: boolean;
  /** Whether the word has a letter of any script. */
  readonly lettered: boolean;
  /** Whether the word may begin or end a form of address or a position. */
  readonly opensTitle: boolean;
  readonly closesTitle: boolean;
  /** The same number for all words that sound alike in one part of the country or another (`sơn`, `xơn`); 0 where none does. */
  readonly sound: number;
}
