import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctRows, type OfficeCorrection } from '#shared/domain/risk/facts/correct-rows.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';

const row = (name: string, fullName: string, dateOfBirth: string): RegistrationRow => ({
  company: {
    enterpriseCode: '0101243150',
    name,
    legalForm: 'TNHH',
    registeredOn: '2025-01-01',
    headOfficeAddress: 'x',
    charterCapital: 1_000_000,
  },
  person: { role: 'member', fullName, dateOfBirth, documentType: 'CCCD', documentNumber: '1' },
  position: 0,
});

describe('the office’s corrections of rows', () => {
  it('the office’s corrections change only the wrong value', () => {
    const rows = [row('A', 'An', '1990-01-02'), row('A', 'Bình', '1990-01-02')];
    const fixed = correctRows(rows, [{ field: 'dateOfBirth', from: '1990-01-02', to: '1990-02-01', person: 'An' }]);
    expect(fixed.map(({ person }) => person?.dateOfBirth)).toEqual(['1990-02-01', '1990-01-02']);
    expect(rows[0]?.person?.dateOfBirth).toBe('1990-01-02');
  });

  it('a corrected amount stays a number', () => {
    const [fixed] = correctRows(
      [row('A', 'An', '1990')],
      [{ field: 'charterCapital', from: '1000000', to: '5000000' }],
    );
    expect(fixed?.company.charterCapital).toBe(5_000_000);
  });

  it('the office’s corrections correct the name and another field of one person in any order', () => {
    const both: OfficeCorrection[] = [
      { field: 'fullName', from: 'An', to: 'Ân', person: 'An' },
      { field: 'dateOfBirth', from: '1990', to: '1991', person: 'An' },
    ];
    for (const order of [both, both.toReversed()]) {
      expect(correctRows([row('A', 'An', '1990')], order)).toMatchObject([
        { person: { fullName: 'Ân', dateOfBirth: '1991' } },
      ]);
    }
  });

  it('the office’s corrections give the same result in every order, and never add a field', () => {
    const correction = fc.record({
      field: fc.constantFrom('name', 'fullName', 'dateOfBirth', '__proto__', 'constructor'),
      from: fc.constantFrom('A', 'B', 'An', '1990'),
      to: fc.constantFrom('A', 'B', 'C'),
      person: fc.constantFrom(undefined, 'An'),
    });
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 5 }), (corrections) => {
        const rows = [row('A', 'An', '1990'), row('B', 'B', '1990')];
        const fixed = correctRows(rows, corrections);
        expect(correctRows(rows, corrections.toReversed())).toEqual(fixed);
        expect(fixed.map((one) => Object.keys(one.person ?? {}))).toEqual(
          rows.map((one) => Object.keys(one.person ?? {})),
        );
      }),
    );
  });
});
