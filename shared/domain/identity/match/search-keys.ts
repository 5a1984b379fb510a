import type { BirthDate } from '#shared/domain/vietnamese/dates.ts';
import { readPersonalNumber } from '../identity-document.ts';
import { preparePersonName, readableName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import type { PoliceRecord } from '../police-record.ts';
import type { DeclaredPerson } from '../registration.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { isDay, birthYearOf } from './compare-birth-dates.ts';

/** The key under which a search entry is kept and found. */
type Person = Pick<PoliceRecord, 'fullName' | 'dateOfBirth'>;

/**
 * The keys a person can be found by when the number was typed wrong. Each forgives what the others don't:
 * all letters of the name and the birth year (words joined or in another order, marks, day and month, a year alone);
 * family and given name and the birth year (a middle name left out or abbreviated, a year alone);
 * the birth date and two initials (a middle name left out, letters wrong).
 */
export function recordKeys(record: Person): string[] {
  const { fullName, dateOfBirth } = record;
  const year = birthYearOf(dateOfBirth);
  const byName = [`name ${year} ${lettersOf(fullName)}`, `kin ${year} ${outerWordsOf(fullName)}`];
  return isDay(dateOfBirth) ? [...byName, `born ${swapProof(dateOfBirth)} ${initialsOf(fullName)}`] : byName;
}

/** At most six keys: where the number names another birth year than the date does, that year is tried too. */
export function declaredKeys(person: DeclaredPerson): string[] {
  const year = readPersonalNumber(person.documentNumber)?.birthYear;
  const inNumber = year === undefined ? person.dateOfBirth : `${year}${person.dateOfBirth.slice(4)}`;
  const asked = [person.dateOfBirth, inNumber].flatMap((dateOfBirth) =>
    recordKeys({ fullName: person.fullName, dateOfBirth }),
  );
  return [...new Set(asked)];
}

/** `1990-03-11` and `1990-11-03` are one. */
const swapProof = (date: BirthDate): string => {
  const [year = '', ...dayAndMonth] = date.split('-');
  return [year, ...inOrder(dayAndMonth)].join('-');
};

const inOrder = (texts: readonly string[]): string[] => texts.toSorted((a, b) => (a < b ? -1 : 1));

const folded = (name: string) => foldMarks(readableName(preparePersonName(name))).replaceAll(/[^a-z ]/gu, '');

const lettersOf = (name: string) => inOrder(Array.from(folded(name).replaceAll(' ', ''))).join('');

/** The first and the last word, in either order. */
const outerWords = (name: string): string[] => {
  const words = folded(name).split(' ');
  return inOrder([words.at(0) ?? '', words.at(-1) ?? '']);
};

const outerWordsOf = (name: string) => outerWords(name).join(' ');
const initialsOf = (name: string) => inOrder(outerWords(name).map((word) => word.slice(0, 1))).join('');
