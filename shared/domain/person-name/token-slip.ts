import type { Place } from './compare-tokens.ts';
import type { NameToken } from './name-token.ts';
import { type Slip, slipBetween } from './slip.ts';

const LONG = 4;
const SHORTEST = 3;
/** People in 100,000. */
const FEW = 100;
const MANY = 500;

/** One keystroke wrong: in a word typed with its marks where both names were, else in its letters alone. Two good names are never one name mistyped. */
export function isSlip(one: NameToken, other: NameToken, place: Place): boolean {
  if (!couldSlip(one, other)) return false;
  const marked = place.oneMarked && place.otherMarked;
  const slip = marked ? markedSlip(one, other) : slipBetween(one.plain, other.plain);
  if (slip === undefined) return false;
  const left = marked ? asMarked(one) : asPlain(one);
  const right = marked ? asMarked(other) : asPlain(other);
  return isMistyped(slip, left, right, Math.max(one.plain.length, other.plain.length), place.position === 'family');
}

/** One keystroke adds or drops a letter, or trades one for another: cheap to rule out before looking closer. */
const couldSlip = (one: NameToken, other: NameToken): boolean => {
  const gap = one.text.length - other.text.length;
  if (gap > 1 || gap < -1) return false;
  let differing = one.letterSet ^ other.letterSet;
  differing &= differing - 1;
  differing &= differing - 1;
  return differing === 0;
};

const markedSlip = (one: NameToken, other: NameToken): Slip | undefined =>
  slipBetween(one.text, other.text) ?? (one.tone === other.tone ? slipBetween(one.letters, other.letters) : undefined);

interface Standing {
  readonly known: boolean;
  readonly valid: boolean;
  /** People in 100,000 with it as a surname. */
  readonly surname: number;
}

const asMarked = ({ known, valid, surname }: NameToken): Standing => ({ known, valid, surname });
const asPlain = (token: NameToken): Standing => ({
  known: token.plainKnown,
  valid: token.couldBe,
  surname: token.plainSurname,
});

const isMistyped = (slip: Slip, one: Standing, other: Standing, length: number, family: boolean): boolean => {
  const oneGood = family ? isSurname(one.surname, other.surname) : one.known;
  const otherGood = family ? isSurname(other.surname, one.surname) : other.known;
  if (oneGood === otherGood) return !oneGood && one.valid !== other.valid && length >= LONG;
  const worse = oneGood ? other : one;
  if (!worse.valid) return length >= SHORTEST;
  return length >= LONG && (slip !== 'other_letter' || (family && worse.surname === 0));
};

/** A surname of few beside one of many is a slip sooner than a surname: `Hàng` for Hoàng. */
const isSurname = (people: number, beside: number): boolean => people > 0 && (people >= FEW || beside < MANY);
