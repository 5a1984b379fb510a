import { type BirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { readPersonalNumber } from '../identity-document.ts';
import type { DeclaredPerson } from '../registration.ts';
import { swapDayAndMonth, isDay } from './compare-birth-dates.ts';
import { nameVariants } from './name-variants.ts';
import type { TypoVariant } from './typo-variant.ts';

/** The service's answer for each field; an absent one was not compared. */
export interface FieldAnswers {
  readonly found: boolean;
  readonly fullName?: boolean | undefined;
  readonly dateOfBirth?: boolean | undefined;
  readonly gender?: boolean | undefined;
}

/** The most questions that may be asked about one person, so that citizens' data are not searched by guessing. */
export const MOST_VARIANTS = 5;

/**
 * The typos that would explain a service's answer, the likeliest first, each in one field: two neighbouring digits of
 * the number swapped, day and month swapped, a name with added words, without marks or without its middle name, or a
 * gender that contradicts the number.
 */
export function typoVariants(person: DeclaredPerson, said: FieldAnswers): readonly TypoVariant[] {
  return variantsFor(person, said).slice(0, MOST_VARIANTS);
}

const variantsFor = (person: DeclaredPerson, said: FieldAnswers): readonly TypoVariant[] => {
  const name = said.fullName !== false;
  const birth = said.dateOfBirth !== false;
  if (!said.found || (!name && !birth)) return numbers(person);
  if (!birth) return said.gender === false ? [] : births(person);
  if (!name) return said.gender === false ? [] : nameVariants(person);
  return said.gender === false ? genders(person) : [];
};

/** Where the digits for gender and year already fit the person, only swaps that keep them are tried. */
const numbers = (person: DeclaredPerson): TypoVariant[] => {
  const swapped = swappedNeighbours(person.documentNumber).reverse();
  const fitting = swapped.filter((number) => fits(number, person));
  return (fitting.length > 0 ? fitting : swapped).map((documentNumber) => ({
    person: { ...person, documentNumber },
    field: 'documentNumber',
    value: documentNumber,
    as: 'correctable',
  }));
};

const fits = (number: string, { gender, dateOfBirth }: DeclaredPerson): boolean => {
  const parts = readPersonalNumber(number);
  if (!parts) return number.length === 9;
  return String(parts.birthYear) === dateOfBirth.slice(0, 4) && (gender === undefined || gender === parts.gender);
};

const births = (person: DeclaredPerson): TypoVariant[] =>
  [...new Set(birthsMeant(person.dateOfBirth))].map((dateOfBirth) => ({
    person: { ...person, dateOfBirth },
    field: 'dateOfBirth',
    value: dateOfBirth,
    as: 'correctable',
  }));

const birthsMeant = (typed: BirthDate): BirthDate[] => {
  const [year = '', month = '', day = ''] = typed.split('-');
  if (!isDay(typed)) return yearsMeant(year);
  return [
    swapDayAndMonth(typed),
    ...swappedNeighbours(day).map((meant) => `${year}-${month}-${meant}`),
    ...yearsMeant(year).map((meant) => `${meant}-${month}-${day}`),
    ...swappedNeighbours(month).map((meant) => `${year}-${meant}-${day}`),
  ].filter((meant) => meant !== typed && parseDate(meant) === meant);
};

/** A typo in the century is rare and not tried. */
const yearsMeant = (year: string) => swappedNeighbours(year.slice(2)).map((inCentury) => year.slice(0, 2) + inCentury);

const genders = (person: DeclaredPerson): TypoVariant[] => {
  const gender = readPersonalNumber(person.documentNumber)?.gender;
  if (gender === undefined || gender === person.gender) return [];
  return [{ person: { ...person, gender }, field: 'gender', value: gender, as: 'correctable' }];
};

/** All texts that result from swapping two neighbouring characters, from left to right. */
function swappedNeighbours(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(1).flatMap((second, n) => {
    const first = letters[n];
    if (first === undefined || first === second) return [];
    return [[...letters.slice(0, n), second, first, ...letters.slice(n + 2)].join('')];
  });
}
