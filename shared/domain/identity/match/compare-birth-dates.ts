import type { BirthDate } from '#shared/domain/vietnamese/dates.ts';
import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';

/**
 * How two birth dates relate: `same` day · `year` a year alone and a date of that year · `typo` day and month swapped,
 * one digit wrong, two neighbouring digits swapped, or the century wrong · `near_year` years alone with such a typo ·
 * `same_year` only the year agrees · `same_day` only day and month agree · `other`.
 */
export type BirthEvidence = 'same' | 'year' | 'typo' | 'near_year' | 'same_year' | 'same_day' | 'other';

/** Compares birth dates that were typed day first; both arguments are `yyyy-mm-dd` or `yyyy`. */
export function compareBirthDates(declared: BirthDate, known: BirthDate): BirthEvidence {
  if (declared === known && isDay(known)) return 'same';
  const sameYear = birthYearOf(declared) === birthYearOf(known);
  if (!isDay(declared) || !isDay(known)) {
    if (sameYear) return 'year';
    return oneTypo(birthYearOf(declared), birthYearOf(known)) ? 'near_year' : 'other';
  }
  if (swapDayAndMonth(declared) === known || oneTypo(typed(declared), typed(known))) return 'typo';
  if (declared.slice(2) === known.slice(2)) return 'typo';
  if (sameYear) return 'same_year';
  return declared.slice(4) === known.slice(4) ? 'same_day' : 'other';
}

/** The same digits read month first, which may be no real day. */
export function swapDayAndMonth(date: BirthDate): BirthDate {
  const [year, month, day] = date.split('-');
  return [year, day, month].join('-');
}

export const isDay = (date: BirthDate): boolean => date.length === 10;
export const birthYearOf = (date: BirthDate): string => date.slice(0, 4);

const typed = (date: BirthDate) => date.split('-').reverse().join('');
const oneTypo = (a: string, b: string) => editDistance(a, b) === 1;
