import type { BirthDate } from '#shared/domain/vietnamese/dates.ts';
import { readPersonalNumber } from '../identity-document.ts';
import { preparePersonName, readableName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import type { PoliceRecord } from '../police-record.ts';
import type { DeclaredPerson } from '../registration.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { isDay, birthYearOf } from './compare-birth-dates.ts';

/** The key under which a search entry is kept and found. */
type SearchedPerson = Pick<PoliceRecord, 'fullName' | 'dateOfBirth'>;

/**
 * The keys by which a person can be found when the number was typed wrong. Each allows other errors: all letters of the
 * name with the birth year (joined or reordered words, marks, day and month, a year alone); family and given name with
 * the birth year (a missing or abbreviated middle name, a year alone); the birth date with two initials (a missing
 * middle name, wrong letters).
 */
export function recordKeys(record: SearchedPerson): string[] {
  const { fullName, dateOfBirth } = record;
  const year = birthYearOf(dateOfBirth);
  const byName = [`name ${year} ${lettersOf(fullName)}`, `kin ${year} ${outerWordsOf(fullName)}`];
  return isDay(dateOfBirth) ? [...byName, `born ${swapProof(dateOfBirth)} ${initialsOf(fullName)}`] : byName;
}

/**
 * The keys of a declared person, at most six: where the number contains another birth year than the date, that year is
 * also used.
 */
export function declaredKeys(person: DeclaredPerson): string[] {
  const year = readPersonalNumber(person.documentNumber)?.birthYear;
  const inNumber = year === undefined ? person.dateOfBirth : `${year}${person.dateOfBirth.slice(4)}`;
  const asked = [person.dateOfBirth, inNumber].flatMap((dateOfBirth) =>
    recordKeys({ fullName: person.fullName, dateOfBirth }),
  );
  return [...new Set(asked)];
}

/** A form of the date in which `1990-03-11` and `1990-11-03` are equal. */
const swapProof = (date: BirthDate): string => {
  const [year = '', ...dayAndMonth] = date.split('-');
  return [year, ...inOrder(dayAndMonth)].join('-');
};

const inOrder = (texts: readonly string[]): string[] => texts.toSorted((a, b) => (a < b ? -1 : 1));

const folded = (name: string) => foldMarks(readableName(preparePersonName(name))).replaceAll(/[^a-z ]/gu, '');

const lettersOf = (name: string) => inOrder(Array.from(folded(name).replaceAll(' ', ''))).join('');

/** The first and the last word, sorted. */
const outerWords = (name: string): string[] => {
  const words = folded(name).split(' ');
  return inOrder([words.at(0) ?? '', words.at(-1) ?? '']);
};

const outerWordsOf = (name: string) => outerWords(name).join(' ');
const initialsOf = (name: string) => inOrder(outerWords(name).map((word) => word.slice(0, 1))).join('');
