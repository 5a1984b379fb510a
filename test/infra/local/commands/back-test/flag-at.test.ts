import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagAtFor } from '#infra/local/commands/back-test/flag-at.ts';

const company = (sum: number, shell: boolean) => ({ sum, shell });

describe('flagAtFor', () => {
  it('is the lowest sum that keeps the precision', () => {
    const weighed = [company(9, true), company(7, true), company(5.05, false), company(4, true), company(1, false)];
    expect(flagAtFor(weighed, 1)).toBe(5.1);
    expect(flagAtFor(weighed, 0.75)).toBe(1.1);
    expect(flagAtFor([company(3, false)], 0.5)).toBeUndefined();
  });

  it('gives the precision it was asked for', () => {
    const weighed = fc.array(fc.record({ sum: fc.double({ min: 0, max: 12, noNaN: true }), shell: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(weighed, fc.constantFrom(0.5, 0.9, 0.98), (companies, precision) => {
        const flagAt = flagAtFor(companies, precision);
        if (flagAt === undefined) return;
        const flagged = companies.filter(({ sum }) => sum * 10 >= Math.round(flagAt * 10));
        expect(flagged.filter(({ shell }) => shell).length).toBeGreaterThanOrEqual(flagged.length * precision);
      }),
    );
  });
});
