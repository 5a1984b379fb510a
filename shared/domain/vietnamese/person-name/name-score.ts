import type { PreparedPersonName } from './prepare-person-name.ts';

export type NameResult = 'match' | 'variation' | 'correctable' | 'mismatch';
export interface NameComparison {
  readonly result: NameResult;
  readonly score: number;
}

/** The score from which two names count as one person's. */
export const SAME_PERSON_SCORE = 0.5;

/**
 * The quality of that threshold, which a test measures by 400 generated pairs of each of 16 kinds of spelling and of
 * other people, with surnames as common as in the population and other words from the list of name syllables.
 * `falseSame` is the share of different people who count as the same.
 */
export const SAME_PERSON_SCORE_QUALITY = { precision: 0.9995, recall: 0.9983, falseSame: 0.0008 } as const;

/** The difference between the names, if any. */
export type NameDifference =
  | 'same'
  | 'spelling'
  | 'unmarked'
  | 'reordered'
  | 'joined'
  | 'typo'
  | 'abbreviated'
  | 'one_left_out'
  | 'two_left_out';

interface Worth {
  readonly result: NameResult;
  readonly score: number;
  /** The deduction for the most common names; rare names have none. */
  readonly common: number;
}

const WORTH: Readonly<Record<NameDifference, Worth>> = {
  same: { result: 'match', score: 1, common: 0 },
  spelling: { result: 'variation', score: 0.97, common: 0.05 },
  unmarked: { result: 'variation', score: 0.92, common: 0.1 },
  reordered: { result: 'variation', score: 0.9, common: 0.1 },
  joined: { result: 'variation', score: 0.92, common: 0.1 },
  typo: { result: 'correctable', score: 0.85, common: 0.1 },
  abbreviated: { result: 'correctable', score: 0.8, common: 0.25 },
  one_left_out: { result: 'correctable', score: 0.8, common: 0.29 },
  two_left_out: { result: 'correctable', score: 0.65, common: 0.3 },
};
const REPAIRED: Worth = { result: 'variation', score: 0.95, common: 0.05 };
const RETYPED: Worth = { result: 'correctable', score: 0.9, common: 0.05 };
const RARE_BITS = 20;

/** The verdict and score of two names with this difference only. */
export function nameComparisonOf(
  difference: NameDifference,
  one: PreparedPersonName,
  other: PreparedPersonName,
): NameComparison {
  let worth = WORTH[difference];
  if (one.repairs.length > 0 || other.repairs.length > 0) worth = lower(worth, repairWorth(one, other));
  if (worth.common === 0) return { result: worth.result, score: worth.score };
  const rarity = Math.min(bitsOf(one), bitsOf(other), RARE_BITS) / RARE_BITS;
  const score = worth.score - worth.common * (1 - rarity);
  return score < SAME_PERSON_SCORE ? { result: 'mismatch', score } : { result: worth.result, score };
}

/** The result for another person, with the agreeing share of the names as the score. */
export function mismatchOf(one: PreparedPersonName, other: PreparedPersonName): NameComparison {
  const agreed = Math.min(sharedWords(one, other), sharedWords(other, one));
  const longer = Math.max(one.tokens.length, other.tokens.length, 1);
  return { result: 'mismatch', score: 0.45 * (agreed / longer) };
}

const sharedWords = (one: PreparedPersonName, other: PreparedPersonName): number => {
  let shared = 0;
  for (const { hash } of one.tokens) {
    for (const candidate of other.tokens) {
      if (candidate.hash !== hash) continue;
      shared += 1;
      break;
    }
  }
  return shared;
};

const repairWorth = (one: PreparedPersonName, other: PreparedPersonName): Worth => {
  return isRetyped(one) || isRetyped(other) ? RETYPED : REPAIRED;
};

const isRetyped = ({ repairs }: PreparedPersonName): boolean => repairs.includes('telex') || repairs.includes('vni');
const lower = (left: Worth, right: Worth): Worth => (left.score <= right.score ? left : right);

/** The evidence of agreement on the family name and the given name. */
const bitsOf = (name: PreparedPersonName): number => {
  const family = name.tokens[0];
  const given = name.tokens.at(-1);
  return (family?.surnameBits ?? 0) + (given?.givenBits ?? 0);
};
