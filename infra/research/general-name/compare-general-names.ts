import type { NameComparison } from '#shared/domain/vietnamese/person-name/name-score.ts';
import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';
import type { GeneralName, GeneralWord } from './parse-general-name.ts';

/** The most keystrokes that still count as a typo, in number and as a share of the letters. */
const MOST_EDITS = 2;
const MOST_EDITS_SHARE = 0.3;
const INITIAL_COST = 0.5;
const SOUND_COST = 0.5;
const ADDED_NAME_COST = 0.4;

/**
 * Compares two names of any kind and language: words are paired in any order, each pair by keystrokes or by sound, and
 * initials and joined words are allowed. A word that only one name has is tolerated in a person's name, but not in an
 * organisation's.
 */
export function compareGeneralNames(one: GeneralName, other: GeneralName): NameComparison {
  if (one.words.length === 0 || other.words.length === 0) return { result: 'mismatch', score: 0 };
  if (one.whole === other.whole) return { result: 'match', score: 1 };
  const letters = Math.min(one.joined.length, other.joined.length);
  const cost = Math.min(wordCost(one, other), editDistance(one.joined, other.joined));
  const allowed = Math.min(MOST_EDITS, MOST_EDITS_SHARE * letters);
  const score = 1 / (1 + cost / Math.max(allowed, 0.5));
  if (cost > allowed) return { result: 'mismatch', score: Math.min(score, 0.49) };
  return { result: cost === 0 ? 'variation' : 'correctable', score: Math.max(score, 0.5) };
}

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly cost: number;
}

/** Pairs the words, cheapest pairs first. @returns the keystrokes between them, and the words left over */
const wordCost = (one: GeneralName, other: GeneralName): number => {
  const pairs: Pair[] = one.words.flatMap((word, left) =>
    other.words.map((candidate, right) => ({ left, right, cost: pairCost(word, candidate) })),
  );
  pairs.sort((first, second) => first.cost - second.cost);
  const leftTaken = new Set<number>();
  const rightTaken = new Set<number>();
  let total = 0;
  for (const { left, right, cost } of pairs) {
    if (cost === Number.POSITIVE_INFINITY || leftTaken.has(left) || rightTaken.has(right)) continue;
    leftTaken.add(left);
    rightTaken.add(right);
    total += cost;
  }
  return total + leftOverCost(one, other, leftTaken.size);
};

const leftOverCost = (one: GeneralName, other: GeneralName, paired: number): number => {
  const shorter = Math.min(one.words.length, other.words.length);
  if (paired < shorter) return Number.POSITIVE_INFINITY;
  const added = Math.max(one.words.length, other.words.length) - paired;
  if (added === 0) return 0;
  return one.organisation || other.organisation || shorter < 2 ? Number.POSITIVE_INFINITY : added * ADDED_NAME_COST;
};

const pairCost = (one: GeneralWord, other: GeneralWord): number => {
  if (one.text === other.text) return 0;
  const [short, long] = one.text.length <= other.text.length ? [one.text, other.text] : [other.text, one.text];
  if (short.length === 1) return long.startsWith(short) ? INITIAL_COST : Number.POSITIVE_INFINITY;
  const sound = editDistance(one.sound, other.sound);
  const cost = Math.min(editDistance(one.text, other.text), sound === 0 ? SOUND_COST : sound + SOUND_COST);
  return cost > MOST_EDITS || cost > long.length / 2 ? Number.POSITIVE_INFINITY : cost;
};
