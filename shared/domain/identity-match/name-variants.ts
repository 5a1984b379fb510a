import type { DeclaredPerson } from '../registration.ts';
import type { SlipVariant } from './slip-variants.ts';

/** The middle names most often left out, because most often borne: Thị by women, Văn by men. */
const COMMON_MIDDLE_NAME = { female: 'Thị', male: 'Văn' } as const;
const MARKS = /\p{M}|đ/iu;
/** Syllables that are written with i or y alike: Lý/Lí, Quý/Quí, Mỹ/Mĩ. */
const I_OR_Y = /^(h|k|l|m|s|t|qu)([iy])(\p{M}?)$/iu;
const OTHER_LETTER: Readonly<Record<string, string>> = { i: 'y', y: 'i', I: 'Y', Y: 'I' };

/** Ways a name may have been meant that a service can be asked about: without marks, i for y, the common middle name put back. */
export function nameVariants(person: DeclaredPerson): SlipVariant[] {
  const { fullName } = person;
  const words = fullName.split(' ');
  return [
    ...(MARKS.test(fullName.normalize('NFD'))
      ? []
      : [{ person, field: 'fullName' as const, value: fullName, as: 'variation' as const, ignoreMarks: true }]),
    ...otherLetters(words).map((value) => renamed(person, value, 'variation')),
    ...withMiddleName(words, person).map((value) => renamed(person, value, 'correctable')),
  ];
}

const renamed = (person: DeclaredPerson, fullName: string, as: SlipVariant['as']): SlipVariant => ({
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

const withMiddleName = (words: readonly string[], { gender }: DeclaredPerson): string[] => {
  const [family, ...rest] = words;
  if (!gender || family === undefined || rest.length === 0) return [];
  const middle = COMMON_MIDDLE_NAME[gender];
  return rest.some((word) => word.toLowerCase() === middle.toLowerCase()) ? [] : [[family, middle, ...rest].join(' ')];
};
