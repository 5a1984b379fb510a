import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';
import type { Column } from './column.ts';
import { headingKey, headingWords } from './heading-key.ts';

/** The share of words that two headings must have in common, by Dice; two words of two headings of three and four are enough. */
const COMMON_WORDS = 0.55;
/** The share of letters that must be the same, for headings whose words are misspelt or joined. */
const SAME_LETTERS = 0.75;
/** A single word in common, such as `Ngày` or `Số`, is no resemblance. */
const LEAST_WORDS = 2;
/** Words from this length on may differ by one letter. */
const LONG_WORD = 4;
const LEAST_LETTERS = 5;
/** Only the beginning of a longer heading is compared. */
const LONGEST = 80;

/** Finds the column whose heading or alias resembles an unknown heading most, if any does. */
export function similarColumn(heading: string, columns: readonly Column[]): Column | undefined {
  const text = heading.slice(0, LONGEST);
  const best = columns
    .map((column) => ({ column, likeness: Math.max(...namesOf(column).map((name) => likeness(text, name))) }))
    .reduce<{ column: Column; likeness: number } | undefined>(
      (most, one) => (one.likeness > (most?.likeness ?? 0) ? one : most),
      undefined,
    );
  return best?.column;
}

const namesOf = ({ key, label, aliases }: Column): string[] => [label, key, ...aliases];

/** The likeness of two headings, or 0 where they are too different. */
function likeness(one: string, other: string): number {
  const words = commonWords(wordsOf(one), wordsOf(other));
  return Math.max(words >= COMMON_WORDS ? words : 0, sameLetters(headingKey(one), headingKey(other)));
}

function commonWords(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  let common = 0;
  for (const word of one) {
    const at = left.findIndex((candidate) => isSameWord(word, candidate));
    if (at === -1) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common < LEAST_WORDS ? 0 : (2 * common) / (one.length + other.length);
}

const isSameWord = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= LONG_WORD && editDistance(one, other) === 1);

function sameLetters(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < Math.max(LEAST_LETTERS, longest * SAME_LETTERS)) return 0;
  const share = 1 - editDistance(one, other) / longest;
  return share >= SAME_LETTERS ? share : 0;
}

/** The words of a heading without its unit in brackets, or of a key in camel case. */
const wordsOf = (text: string): string[] =>
  headingWords(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/\([^)]*\)/gu, ' '));
