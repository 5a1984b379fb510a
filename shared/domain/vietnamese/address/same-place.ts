import { spellingKey } from '../person-name/spelling-key.ts';
import { foldMarks } from '../text/fold.ts';
import { canonicalTones } from '../text/tone-marks.ts';
import type { Address } from './address.ts';
import { addressKeys, possibleAddressKeys } from './address-key.ts';
import { tokenise } from './tokens.ts';

/** Whether two addresses may mean one house: they share a key, and no name in it has different marks in both. */
export function isSamePlace(one: Address, other: Address): boolean {
  const keys = allKeys(other);
  return allKeys(one).some((key) => keys.includes(key)) && agreeInMarks(one, other);
}

const allKeys = (address: Address) => [...addressKeys(address), ...possibleAddressKeys(address)];

/** Whether no word of street or hamlet has different marks in the two addresses. */
export function agreeInMarks(one: Address, other: Address): boolean {
  return differentMarks(one, other).length === 0;
}

/** Whether marks differ by hỏi and ngã alone, which are often confused: Hải Thượng Lản Ông. */
export function mayAgreeInMarks(one: Address, other: Address): boolean {
  return differentMarks(one, other).every(([marked, typed]) => withoutTilde(marked) === withoutTilde(typed));
}

const withoutTilde = (word: string): string => word.normalize('NFD').replaceAll('\u0303', '\u0309');

/** The words of street and hamlet whose marks differ, as in the one and in the other address. */
function differentMarks(one: Address, other: Address): (readonly [marked: string, typed: string])[] {
  const marks = markedWords(other);
  return [...markedWords(one)].flatMap(([plain, marked]) => {
    const typed = marks.get(plain) ?? marked;
    return typed === marked ? [] : [[marked, typed] as const];
  });
}

/** The words with marks in street and hamlet, by their keys. */
function markedWords({ street, hamlet }: Address): ReadonlyMap<string, string> {
  const words = tokenise(canonicalTones(`${hamlet ?? ''}, ${street ?? ''}`));
  return new Map(
    words.filter(({ lower }) => lower !== foldMarks(lower)).map(({ lower, key }) => [key, spellingKey(lower)]),
  );
}
