import { NAME_SYLLABLES, SURNAMES } from '../data/name-syllables.ts';
import { foldMarks } from '../text/fold.ts';
import { spellingKey } from './spelling-key.ts';

const PEOPLE = 100_000;
/** A surname with fewer bearers in 100,000 people is rare, and one with at least `COMMON_BEARERS` is common. */
export const RARE_BEARERS = 100;
export const COMMON_BEARERS = 500;
/** The middle words of most names, with their marks and without. */
export const COMMON_MIDDLE_NAMES: ReadonlySet<string> = new Set(['văn', 'thị']);
export const COMMON_MIDDLE_NAMES_WITHOUT_MARKS: ReadonlySet<string> = new Set(['van', 'thi']);
const UNKNOWN_NAME_BITS = 14;

const surnames = new Map<string, number>();
const plainSurnames = new Map<string, number>();
for (const entry of SURNAMES.split(' ')) {
  const [surname = '', share] = entry.split(':');
  const people = Number(share);
  surnames.set(spellingKey(surname), people);
  const plain = foldMarks(spellingKey(surname));
  plainSurnames.set(plain, (plainSurnames.get(plain) ?? 0) + people);
}

const { syllables, plainSyllables, counted } = readSyllables();

/** The list has a number of bearers followed by the syllables with that number. */
function readSyllables() {
  const weights = new Map<string, number>();
  const plain = new Set<string>();
  let total = 0;
  let weight = 0;
  for (const word of NAME_SYLLABLES.split(' ')) {
    if (/^\d/u.test(word)) weight = Number(word);
    else {
      total += weight;
      weights.set(spellingKey(word), weight);
      plain.add(foldMarks(spellingKey(word)));
    }
  }
  return { syllables: weights, plainSyllables: plain, counted: total };
}

/** The bearers of a surname (by its `spellingKey`) among 100,000 people; 0 for an unknown surname. */
export function surnameShare(key: string): number {
  return surnames.get(key) ?? 0;
}

/** The bearers of a surname typed without marks; `le` counts Lê and similar ones. */
export function plainSurnameShare(key: string): number {
  return plainSurnames.get(key) ?? 0;
}

/** Whether the syllable is known to be part of names, as a given, middle or family name. */
export function isNameSyllable(key: string): boolean {
  return syllables.has(key) || surnames.has(key);
}

export function isPlainNameSyllable(key: string): boolean {
  return plainSyllables.has(key) || plainSurnames.has(key);
}

/** The evidence of agreement on this surname, in bits: 1.6 for Nguyễn, 14 for an unknown one. */
export function surnameBits(key: string): number {
  const people = surnames.get(key) ?? plainSurnames.get(key);
  return people === undefined ? UNKNOWN_NAME_BITS : -Math.log2(people / PEOPLE);
}

export function givenNameBits(key: string): number {
  const times = syllables.get(key);
  return times === undefined ? UNKNOWN_NAME_BITS : -Math.log2(times / counted);
}
