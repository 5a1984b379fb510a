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
  const marks = markedWords(other);
  return [...markedWords(one)].every(([plain, marked]) => (marks.get(plain) ?? marked) === marked);
}

/** The words with marks in street and hamlet, by their keys. */
function markedWords({ street, hamlet }: Address): ReadonlyMap<string, string> {
  const words = tokenise(canonicalTones(`${hamlet ?? ''}, ${street ?? ''}`));
  return new Map(
    words.filter(({ lower }) => lower !== foldMarks(lower)).map(({ lower, key }) => [key, spellingKey(lower)]),
  );
}
