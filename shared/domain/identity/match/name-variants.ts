import { namesIn } from '#shared/domain/vietnamese/person-name/names-in.ts';
import { preparePersonName, readableName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { canonicalTones, schoolTones } from '#shared/domain/vietnamese/text/tone-marks.ts';
import type { DeclaredPerson } from '../registration.ts';
import type { TypoVariant } from './typo-variant.ts';

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
export function nameVariants(person: DeclaredPerson): TypoVariant[] {
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
