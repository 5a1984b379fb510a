import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsFromSpreadsheet } from '#shared/domain/vietnamese/spreadsheet-number.ts';

describe('digitsFromSpreadsheet', () => {
  it('digitsFromSpreadsheet reads the forms of a whole number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_001, max: 999_999_999_999 }).filter((n) => n % 10 !== 0),
        (n) => {
          expect(
            [String(n), `${n}.0`, `${n},00`, n.toExponential().toUpperCase(), n.toExponential()].map(
              digitsFromSpreadsheet,
            ),
          ).toEqual(Array(5).fill(String(n)));
        },
      ),
    );
  });

  it('digitsFromSpreadsheet gives up digits that a short form lost, and leaves other text unchanged', () => {
    expect(['9.00189E+08', '1.2E10'].map(digitsFromSpreadsheet)).toEqual([undefined, undefined]);
    expect(['', 'abc', '0100112437-011', '1.5', '1.000.000'].map(digitsFromSpreadsheet)).toEqual([
      '',
      'abc',
      '0100112437-011',
      '1.5',
      '1.000.000',
    ]);
  });
});
