import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { compareBirthDates } from '#shared/domain/identity/match/compare-birth-dates.ts';

describe('compareBirthDates', () => {
  it.each(csvCases('birth-dates.csv', import.meta))('the birth date %s against %s is %s', (typed, known, evidence) => {
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
