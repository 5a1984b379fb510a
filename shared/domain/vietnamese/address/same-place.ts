import { spellingKey } from '../person-name/spelling-key.ts';
import { canonicalTones } from '../text/tone-marks.ts';
import type { Address } from './address.ts';
import { addressKeys, possibleAddressKeys } from './address-key.ts';
import { KIND_OF_HAMLET } from './possible-doors.ts';
import { nameKey, wordsOfAddress } from './words.ts';

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

/**
 * Whether marks differ by hỏi and ngã alone, which are often confused (Hải Thượng Lản Ông), or by one mark of one word
 * in a hamlet's longer name, as by a slip (Quản Thủ and Quán Thủ).
 */
export function mayAgreeInMarks(one: Address, other: Address): boolean {
  const different = differentMarks(one, other).filter(
    ([marked, typed]) => withoutTilde(marked) !== withoutTilde(typed),
  );
  const [slip] = different;
  if (slip === undefined) return true;
  const isSlip = different.length === 1 && differByOneMark(...slip);
  return isSlip && isInHamlet(slip[0], one) && isInHamlet(slip[1], other);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SIGNS_OF_LETTERS = /[\u0302\u0306\u031B]/g;

/** Whether two spellings have the same letters and another tone, or the same tone and another sign of a vowel. */
function differByOneMark(marked: string, typed: string): boolean {
  const [one, other] = [marked.normalize('NFD'), typed.normalize('NFD')];
  return [TONES, SIGNS_OF_LETTERS].some((marks) => one.replaceAll(marks, '') === other.replaceAll(marks, ''));
}

/** Whether a word is in a hamlet's name of at least two words, and in no street's. */
function isInHamlet(marked: string, { street = '', hamlet = '' }: Address): boolean {
  const word = nameKey(marked);
  if (nameKey(street).split(' ').includes(word)) return false;
  return hamlet.split(', ').some((name) => {
    const words = nameKey(name).replace(KIND_OF_HAMLET, '').split(' ');
    return words.length > 1 && words.includes(word);
  });
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
  const words = wordsOfAddress(canonicalTones(`${hamlet ?? ''}, ${street ?? ''}`));
  return new Map(words.filter(({ hasMarks }) => hasMarks).map(({ lower, key }) => [key, spellingKey(lower)]));
}
