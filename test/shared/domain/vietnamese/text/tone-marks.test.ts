import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { canonicalTones } from '#shared/domain/vietnamese/text/tone-marks.ts';

describe('canonicalTones', () => {
  it.each(csvCases('tone-marks.csv', import.meta))('canonicalTones reads %s as %s', (text, canonical) => {
    expect(canonicalTones(text)).toBe(canonical);
    expect(canonicalTones(text.normalize('NFD'))).toBe(canonical);
  });

  it('canonicalTones moves marks only, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const canonical = canonicalTones(text);
        expect(canonicalTones(canonical)).toBe(canonical);
        expect(foldMarks(canonical)).toBe(foldMarks(text));
      }),
    );
  });
});
