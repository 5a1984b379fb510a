import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBirthDates } from '#shared/domain/identity/match/compare-birth-dates.ts';

describe('compareBirthDates', () => {
  it.each([
    ['1990-03-11', '1990-03-11', 'same'],
    ['1990', '1990-03-11', 'year'],
    ['1990-03-11', '1990', 'year'],
    ['1990', '1990', 'year'],
    ['1990-11-03', '1990-03-11', 'typo'],
    ['1990-03-12', '1990-03-11', 'typo'],
    ['1978-03-11', '1987-03-11', 'typo'],
    ['1990-03-21', '1990-03-12', 'typo'],
    ['2005-03-11', '1905-03-11', 'typo'],
    ['1978', '1987', 'near_year'],
    ['1978', '1988-03-11', 'near_year'],
    ['1990-07-29', '1990-03-11', 'same_year'],
    ['1985-03-11', '1990-03-11', 'same_day'],
    ['1964-07-29', '1990-03-11', 'other'],
    ['1964', '1990', 'other'],
  ])('the birth date %s against %s is %s', (typed, known, evidence) => {
    expect(compareBirthDates(typed, known)).toBe(evidence);
  });

  it('compareBirthDates says the same whichever side is typed', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(compareBirthDates(a, b)).toBe(compareBirthDates(b, a));
      }),
    );
  });
});
