import { spellingKey } from '../person-name/spelling-key.ts';
import { foldMarks } from '../text/fold.ts';
import { canonicalTones } from '../text/tone-marks.ts';
import type { Address } from './address.ts';
import { addressKeys, possibleAddressKeys } from './address-key.ts';
import { tokenise } from './tokens.ts';

/** Two addresses may lead to one door: a key in common, and no name in it that both write with marks, and with others. */
export function isSamePlace(one: Address, other: Address): boolean {
  const keys = allKeys(other);
  return allKeys(one).some((key) => keys.includes(key)) && agreeInMarks(one, other);
}

const allKeys = (address: Address) => [...addressKeys(address), ...possibleAddressKeys(address)];

/** No word of street or hamlet has marks in both, and others. */
export function agreeInMarks(one: Address, other: Address): boolean {
  const marks = markedWords(other);
  return [...markedWords(one)].every(([plain, marked]) => (marks.get(plain) ?? marked) === marked);
}

/** The words of street and hamlet that have marks, by their keys. */
function markedWords({ street, hamlet }: Address): ReadonlyMap<string, string> {
  const words = tokenise(canonicalTones(`${hamlet ?? ''}, ${street ?? ''}`));
  return new Map(
    words.filter(({ lower }) => lower !== foldMarks(lower)).map(({ lower, key }) => [key, spellingKey(lower)]),
  );
}
