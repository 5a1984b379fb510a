import { splitTone } from '../text/letters.ts';
import { splitOnset } from '../text/syllable.ts';
import type { NameToken } from './name-token.ts';
import { slipBetween } from './slip.ts';

/** How near two words of two names are, nearest first. */
export const SAME = 0;
export const SPELLING = 1;
export const UNMARKED = 2;
export const SLIP = 3;
export const OTHER = 4;
export type Nearness = typeof SAME | typeof SPELLING | typeof UNMARKED | typeof SLIP | typeof OTHER;

/** Where in the name the words stand, and whether each name was typed with marks. */
export interface Place {
  readonly position: 'family' | 'middle' | 'given';
  readonly oneMarked: boolean;
  readonly otherMarked: boolean;
}

const LONG = 4;
/** People in 100,000. */
const FEW = 100;
const MANY = 500;
/** The middle words of most names: without their mark they are nobody's name. */
const PLAIN_MIDDLE = new Set(['van', 'thi']);

export function compareTokens(one: NameToken, other: NameToken, place: Place): Nearness {
  if (one === other || one.text === other.text) return SAME;
  if (one.key === other.key) return SPELLING;
  if (one.plain === other.plain) return compareMarks(one, other, place);
  const slipped = place.oneMarked && place.otherMarked ? isSlip(one, other, place) : isPlainSlip(one, other, place);
  return slipped ? SLIP : OTHER;
}

/** Two words with the same letters and other marks. */
const compareMarks = (one: NameToken, other: NameToken, place: Place): Nearness => {
  if (!one.marked) return dropped(one, other, place.oneMarked, place.position) ? UNMARKED : OTHER;
  if (!other.marked) return dropped(other, one, place.otherMarked, place.position) ? UNMARKED : OTHER;
  return lostMark(one, other) || lostMark(other, one) ? SLIP : OTHER;
};

/**
 * Marks were dropped, and not another name meant, where the whole name has none, or where the plain word can't be meant as it
 * stands: no syllable without a tone (`duc`), no surname (`tran`), a middle word that is only ever `văn` or `thị`.
 */
const dropped = (plain: NameToken, marked: NameToken, nameMarked: boolean, position: Place['position']): boolean => {
  if (!nameMarked || !plain.valid) return true;
  if (position === 'family') return plain.surname === 0 && marked.surname > 0;
  return position === 'middle' && PLAIN_MIDDLE.has(plain.text);
};

/** One of two marks lost, and what is left is no syllable (`nguyẽn`, `quôc`), or a bar lost from a name that is none without it (`dức`). */
const lostMark = (poorer: NameToken, richer: NameToken): boolean => {
  const poor = splitTone(poorer.text);
  const rich = splitTone(richer.text);
  if (poor.contradictory) return false;
  if (poor.tone === 0 && poor.letters === rich.letters) return !poorer.valid;
  if (poor.tone !== rich.tone) return false;
  if (splitOnset(poor.letters) === undefined) return true;
  const barOnly = poor.letters.startsWith('d') && poor.letters === `d${rich.letters.slice(1)}`;
  return barOnly && !poorer.known && richer.known;
};

/** One keystroke wrong in a word typed with its marks; two good names are never one name mistyped. */
const isSlip = (one: NameToken, other: NameToken, place: Place): boolean => {
  const slip = slipBetween(one.text, other.text) ?? slipUnderOneTone(one.text, other.text);
  if (slip === undefined) return false;
  const length = Math.max(one.text.length, other.text.length);
  const family = place.position === 'family';
  const oneStands = { good: family ? isSurname(one.surname, other.surname) : one.known, valid: one.valid, nobody: one.surname === 0 };
  const otherStands = {
    good: family ? isSurname(other.surname, one.surname) : other.known,
    valid: other.valid,
    nobody: other.surname === 0,
  };
  return decide(slip, length, oneStands, otherStands, place.position);
};

/** The same where a name has no marks at all: letters alone are compared. */
const isPlainSlip = (one: NameToken, other: NameToken, place: Place): boolean => {
  const slip = slipBetween(one.plain, other.plain);
  if (slip === undefined) return false;
  const length = Math.max(one.plain.length, other.plain.length);
  const family = place.position === 'family';
  const oneStands = {
    good: family ? isSurname(one.plainSurname, other.plainSurname) : one.plainKnown,
    valid: one.couldBe,
    nobody: one.plainSurname === 0,
  };
  const otherStands = {
    good: family ? isSurname(other.plainSurname, one.plainSurname) : other.plainKnown,
    valid: other.couldBe,
    nobody: other.plainSurname === 0,
  };
  return decide(slip, length, oneStands, otherStands, place.position);
};

interface Standing {
  /** A name that people have. */
  readonly good: boolean;
  readonly valid: boolean;
  /** Nobody we know has it as a surname. */
  readonly nobody: boolean;
}

/** A surname of few beside one of many is a slip sooner than a surname: `Hàng` for Hoàng. */
const isSurname = (people: number, beside: number): boolean => people > 0 && (people >= FEW || beside < MANY);

const decide = (slip: string, length: number, one: Standing, other: Standing, position: Place['position']): boolean => {
  if (one.good === other.good) return !one.good && !one.valid !== !other.valid && length >= LONG;
  const worse = one.good ? other : one;
  if (!worse.valid) return length >= 3;
  return length >= LONG && (slip !== 'other_letter' || (position === 'family' && worse.nobody));
};

const slipUnderOneTone = (one: string, other: string): ReturnType<typeof slipBetween> => {
  const left = splitTone(one);
  const right = splitTone(other);
  return left.tone === right.tone ? slipBetween(left.letters, right.letters) : undefined;
};
