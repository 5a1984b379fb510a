import {
  compareTokens,
  DIFFERENT_WORD,
  SAME_WORD,
  SPELLING_VARIANT,
  TYPO,
  typoBetween,
  type WordNearness,
} from '../person-name/token-typo.ts';
import { positionsOf } from '../person-name/name-position.ts';
import type { NameToken } from '../person-name/name-token.ts';
import type { NameResult } from '../person-name/name-score.ts';
import { formsContradict } from './legal-forms.ts';
import type { CompanyName } from './parse-company-name.ts';
import { compareTrades } from './trades.ts';

export interface CompanyComparison {
  readonly result: NameResult;
  /** 0…1; at least 0.5 for all but `mismatch`. */
  readonly score: number;
  /** Whether two companies have brands that differ only by a mark, a keystroke or a space. */
  readonly lookAlike: boolean;
}

const SCORES = { match: 1, variation: 0.92, correctable: 0.8 } as const;

/**
 * Compares two company names: the brands (tên riêng) word by word like personal names, and form, trade, unit and a tax
 * code beside the name for contradictions. `match`: the same words; `variation`: short forms, missing marks, i/y or
 * another font; `correctable`: a wrong keystroke in the brand, or a form, trade or branch's place on one side only.
 */
export function compareCompanyNames(one: CompanyName, other: CompanyName): CompanyComparison {
  if (one.brand.length === 0 || other.brand.length === 0) return { result: 'mismatch', score: 0, lookAlike: false };
  if (one.taxCode !== undefined && other.taxCode !== undefined && one.taxCode !== other.taxCode)
    return apart(one, other);
  if (one.text === other.text) {
    const result = one.repairedFrom === undefined && other.repairedFrom === undefined ? 'match' : 'variation';
    return { result, score: SCORES[result], lookAlike: false };
  }
  const units = compareUnits(one, other);
  if (units === 'contradict' || formsContradict(one.form, other.form)) return apart(one, other);
  const alike = one.form === other.form && units === 'same';
  const whole = compareWords(one.rest, other.rest, one.marked, other.marked);
  if (whole < TYPO) return sameName(whole, alike ? 'same' : 'part');
  const trades = compareTrades(one.trades, other.trades);
  if (trades === 'contradict') return apart(one, other);
  const brand = compareWords(one.brand, other.brand, one.marked, other.marked);
  if (brand === DIFFERENT_WORD) return apart(one, other);
  return sameName(brand, trades === 'same' && alike ? 'same' : 'part');
}

/**
 * Whether two units are different: a company and its branch, a branch and an office, or branches in two places. A
 * branch without a place may be any.
 */
function compareUnits(one: CompanyName, other: CompanyName): 'same' | 'part' | 'contradict' {
  if (one.unit !== other.unit) return 'contradict';
  if (one.where.length === 0 || other.where.length === 0)
    return one.where.length === other.where.length ? 'same' : 'part';
  const [left, right] = [one, other].map(({ where }) => where.some((token) => token.marked));
  return compareWords(one.where, other.where, left === true, right === true) < TYPO ? 'same' : 'contradict';
}

const sameName = (brand: WordNearness, context: 'same' | 'part'): CompanyComparison => {
  const result = brand === TYPO || context === 'part' ? 'correctable' : 'variation';
  return { result, score: brand === TYPO && context === 'part' ? 0.6 : SCORES[result], lookAlike: false };
};

const apart = (one: CompanyName, other: CompanyName): CompanyComparison => {
  const shared = one.brand.filter((token) => other.brand.some(({ plain }) => plain === token.plain)).length;
  const score = 0.45 * (shared / Math.max(one.brand.length, other.brand.length));
  return { result: 'mismatch', score, lookAlike: looksAlike(one, other) };
};

/**
 * The greatest difference of two words at the same position; words that are joined or divided otherwise count as a
 * spelling.
 */
const compareWords = (
  one: readonly NameToken[],
  other: readonly NameToken[],
  oneMarked: boolean,
  otherMarked: boolean,
): WordNearness => {
  if (one.length !== other.length)
    return joinedAlike(one, other, oneMarked && otherMarked) ? SPELLING_VARIANT : DIFFERENT_WORD;
  let farthest: WordNearness = SAME_WORD;
  for (let index = 0; index < one.length; index += 1) {
    const left = one[index];
    const right = other[index];
    if (left === undefined || right === undefined) return DIFFERENT_WORD;
    const nearness = compareTokens(left, right, positionsOf(oneMarked, otherMarked).given);
    if (
      nearness === DIFFERENT_WORD ||
      (nearness === TYPO && (farthest === TYPO || (isCoined(left) && isCoined(right))))
    )
      return DIFFERENT_WORD;
    if (nearness > farthest) farthest = nearness;
  }
  return farthest;
};

/** Whether a word is invented; two invented words are two brands however similar (Viettel, Vietel). */
const isCoined = ({ valid, couldBe, known }: NameToken): boolean => !valid && !couldBe && !known;

const joinedAlike = (one: readonly NameToken[], other: readonly NameToken[], marked: boolean): boolean =>
  one.map((token) => (marked ? token.key : token.plain)).join('') ===
  other.map((token) => (marked ? token.key : token.plain)).join('');

/**
 * Whether two brands could be confused: they have the same letters without marks and spaces, or a long one differs by
 * one letter.
 */
function looksAlike(one: CompanyName, other: CompanyName): boolean {
  const left = one.brand.map(({ plain }) => plain).join('');
  const right = other.brand.map(({ plain }) => plain).join('');
  if (left === right) return true;
  return Math.min(left.length, right.length) >= LONG_BRAND && typoBetween(left, right) !== undefined;
}
const LONG_BRAND = 6;
