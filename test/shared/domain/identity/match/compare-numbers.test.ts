import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { compareNumbers, documentNumbersOf } from '#shared/domain/identity/match/compare-numbers.ts';
import { citizen } from '#test/support/people.ts';

const NUMBER = '033190123456';

describe('compareNumbers', () => {
  it.each(csvCases('compared-numbers.csv', import.meta))('the number %s is the %s number', (typed, evidence) => {
    expect(compareNumbers(typed, [NUMBER])).toBe(evidence);
  });

  it('compareNumbers also recognises a person by an old number, and by a typo in it', () => {
    const known = documentNumbersOf([citizen(), citizen({ oldNumber: '145123456' })]);
    expect(compareNumbers('145123456', known)).toBe('same');
    expect(compareNumbers('145132456', known)).toBe('typo');
    expect(compareNumbers('145321456', known)).toBe('typo');
    expect(compareNumbers('145129956', known)).toBe('other');
  });

  it('compareNumbers calls one digit or two swapped digits a typo, never more than that', () => {
    const digits = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(digits, fc.nat(11), fc.nat(11), (number, i, j) => {
        const typed = Array.from(number);
        [typed[i], typed[j]] = [typed[j] ?? '', typed[i] ?? ''];
        expect(['same', 'typo']).toContain(compareNumbers(typed.join(''), [number]));
      }),
    );
  });
});
