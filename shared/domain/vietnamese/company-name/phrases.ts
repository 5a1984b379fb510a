import type { NameToken } from '../person-name/name-token.ts';
import { spellingKey } from '../person-name/spelling-key.ts';
import { foldMarks } from '../text/fold.ts';

/** A phrase of several words in company names, in lower case with its marks. */
export interface Phrase {
  readonly words: readonly string[];
}

/** Finds the longest of many phrases at a place in a name. */
export interface PhraseIndex<P extends Phrase> {
  /** The longest phrase whose first word is at `at`. */
  at(tokens: readonly NameToken[], at: number, marked: boolean): P | undefined;
  /** The longest phrase that ends the name and leaves at least one word before it. */
  atEnd(tokens: readonly NameToken[], marked: boolean): P | undefined;
}

export function indexPhrases<P extends Phrase>(phrases: readonly P[]): PhraseIndex<P> {
  const longestFirst = phrases
    .map((phrase) => ({ phrase, plain: phrase.words.map(plainWord) }))
    .sort((left, right) => right.plain.length - left.plain.length);
  const byFirst = Map.groupBy(longestFirst, ({ plain }) => plain[0]);
  const byLast = Map.groupBy(longestFirst, ({ plain }) => plain.at(-1));
  return {
    at: (tokens, at, marked) =>
      byFirst.get(tokens[at]?.plain)?.find(({ phrase, plain }) => standsAt(tokens, at, phrase.words, plain, marked))
        ?.phrase,
    atEnd: (tokens, marked) =>
      byLast
        .get(tokens.at(-1)?.plain)
        ?.find(
          ({ phrase, plain }) =>
            tokens.length > plain.length && standsAt(tokens, tokens.length - plain.length, phrase.words, plain, marked),
        )?.phrase,
  };
}

const plainWord = (word: string): string => foldMarks(spellingKey(word));

/**
 * Whether words match a phrase. In a name with marks they need the phrase's own (`Văn Tài` is no `vận tải`), but half
 * of the words may lack them or have impossible ones (`thuơng mại`). In a name without marks only the letters count.
 */
const standsAt = (
  tokens: readonly NameToken[],
  at: number,
  words: readonly string[],
  plain: readonly string[],
  marked: boolean,
): boolean => {
  let exact = 0;
  for (let index = 0; index < words.length; index += 1) {
    const token = tokens[at + index];
    if (token === undefined || token.plain !== plain[index]) return false;
    if (token.text === words[index] || !token.valid) exact += 1;
    else if (token.marked) return false;
  }
  return !marked || exact * 2 >= words.length;
};
