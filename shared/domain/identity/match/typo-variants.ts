import { type BirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { readPersonalNumber } from '../identity-document.ts';
import type { DeclaredPerson } from '../registration.ts';
import { swapDayAndMonth, isDay } from './compare-birth-dates.ts';
import { namesIn, preparePersonName, readableName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { canonicalTones, schoolTones } from '#shared/domain/vietnamese/text/tone-marks.ts';
import type { ComparedField } from '../person-verdict.ts';

/** A person with one typo corrected. Where the police confirm `person`, `field` should have `value`. */
export interface TypoVariant {
  readonly person: DeclaredPerson;
  readonly field: ComparedField;
  readonly value: string;
  readonly as: 'match' | 'variation' | 'correctable';
  /** Whether the name was typed without marks and can only be compared without them. */
  readonly ignoreMarks?: boolean;
}

/** The most common middle names, which are left out most often: Thị for women, Văn for men. */
const COMMON_MIDDLE_NAME = { female: 'Thị', male: 'Văn' } as const;
const MARKS = /\p{M}|đ/iu;
/** Syllables that are written with i or y alike: Lý/Lí, Quý/Quí, Mỹ/Mĩ. */
const I_OR_Y = /^(h|k|l|m|s|t|qu)([iy])(\p{M}?)$/iu;
const OTHER_LETTER: Readonly<Record<string, string>> = { i: 'y', y: 'i', I: 'Y', Y: 'I' };

/**
 * Variants of a typed name that a service can be asked about: each name where the cell has several, the name without
 * added words or typing errors, the other position of a tone mark, no marks, i for y, and the common middle name
 * restored or written out.
 */
function nameVariants(person: DeclaredPerson): TypoVariant[] {
  const bare = bareName(person);
  const { fullName } = bare?.person ?? person;
  const words = fullName.split(' ');
  return [
    ...namesIn(person.fullName).map((name) => renamed(person, capitalised(readableName(name)), 'correctable')),
    ...(bare ? [bare] : []),
    ...otherTonePlace(words).map((value) => renamed(person, value, 'match')),
    ...(MARKS.test(fullName.normalize('NFD'))
      ? []
      : [{ ...renamed(person, fullName, 'variation'), ignoreMarks: true }]),
    ...otherLetters(words).map((value) => renamed(person, value, 'variation')),
    ...withMiddleName(words, person).map((value) => renamed(person, value, 'correctable')),
  ];
}

/** The name without forms of address, notes, and remains of a font or typing method. */
const bareName = (person: DeclaredPerson): TypoVariant | undefined => {
  const name = preparePersonName(person.fullName);
  if (name.repairs.length === 0 || name.tokens.length === 0) return undefined;
  const retyped = name.repairs.some((repair) => repair === 'telex' || repair === 'vni');
  return renamed(person, capitalised(readableName(name)), retyped ? 'correctable' : 'variation');
};

const capitalised = (name: string): string => name.replaceAll(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());

const renamed = (person: DeclaredPerson, fullName: string, as: TypoVariant['as']): TypoVariant => ({
  person: { ...person, fullName },
  field: 'fullName',
  value: fullName,
  as,
});

const otherLetters = (words: readonly string[]): string[] =>
  words.flatMap((word, n) => {
    const other = word
      .normalize('NFD')
      .replace(I_OR_Y, (_all, head: string, letter: string, tone: string) => head + OTHER_LETTER[letter] + tone)
      .normalize('NFC');
    return other === word ? [] : [words.with(n, other).join(' ')];
  });

const otherTonePlace = (words: readonly string[]): string[] => {
  const placed = canonicalTones(words.join(' '));
  const other = placed === words.join(' ').normalize('NFC') ? schoolTones(placed) : placed;
  return other === words.join(' ').normalize('NFC') ? [] : [other];
};

const withMiddleName = (words: readonly string[], { gender }: DeclaredPerson): string[] => {
  const [family, ...rest] = words;
  if (!gender || family === undefined || rest.length === 0) return [];
  const middle = COMMON_MIDDLE_NAME[gender];
  const initial = rest.length > 1 && (rest[0] ?? '').replace('.', '').toLowerCase() === middle.charAt(0).toLowerCase();
  if (initial) return [[family, middle, ...rest.slice(1)].join(' ')];
  return rest.some((word) => foldMarks(word) === foldMarks(middle)) ? [] : [[family, middle, ...rest].join(' ')];
};

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
