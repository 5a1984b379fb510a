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

/** The phrases that end with a word, and the words that may follow it, without marks. */
interface Branch<P extends Phrase> {
  readonly phrases: P[];
  readonly next: Map<string, Branch<P>>;
}

export function indexPhrases<P extends Phrase>(phrases: readonly P[]): PhraseIndex<P> {
  const fromStart = treeOf(phrases, (plain) => plain);
  const fromEnd = treeOf(phrases, (plain) => plain.toReversed());
  return {
    at: (tokens, at, marked) =>
      longestOf(
        fromStart,
        (place) => tokens[at + place],
        ({ words }) => standsAt(tokens, at, words, marked),
      ),
    atEnd: (tokens, marked) =>
      longestOf(
        fromEnd,
        // The first word is no part of the phrase
        (place) => (place < tokens.length - 1 ? tokens.at(-1 - place) : undefined),
        ({ words }) => standsAt(tokens, tokens.length - words.length, words, marked),
      ),
  };
}

function treeOf<P extends Phrase>(
  phrases: readonly P[],
  order: (plain: readonly string[]) => readonly string[],
): Branch<P> {
  const root: Branch<P> = { phrases: [], next: new Map() };
  for (const phrase of phrases) {
    let branch = root;
    for (const word of order(phrase.words.map(plainWord))) {
      const next = branch.next.get(word) ?? { phrases: [], next: new Map() };
      branch.next.set(word, next);
      branch = next;
    }
    branch.phrases.push(phrase);
  }
  return root;
}

/** The longest phrase that stands along the tree: of equally long ones, the first. */
function longestOf<P extends Phrase>(
  branch: Branch<P>,
  tokenAt: (place: number) => NameToken | undefined,
  stands: (phrase: P) => boolean,
  place = 0,
): P | undefined {
  const token = tokenAt(place);
  const next = token && branch.next.get(token.plain);
  return next && (longestOf(next, tokenAt, stands, place + 1) ?? next.phrases.find(stands));
}

const plainWord = (word: string): string => foldMarks(spellingKey(word));

/**
 * Whether words with the letters of a phrase are the phrase. In a name with marks they need the phrase's own (`Văn Tài`
 * is no `vận tải`), but half of the words may lack them or have impossible ones (`thuơng mại`). In a name without marks
 * only the letters count.
 */
const standsAt = (tokens: readonly NameToken[], at: number, words: readonly string[], marked: boolean): boolean => {
  let exact = 0;
  for (const [index, word] of words.entries()) {
    const token = tokens[at + index];
    if (token?.text === word || token?.valid === false) exact += 1;
    else if (token?.marked) return false;
  }
  return !marked || exact * 2 >= words.length;
};
