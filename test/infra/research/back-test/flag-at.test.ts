import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagAtFor } from '#infra/research/back-test/flag-at.ts';

const company = (score: number, shell: boolean) => ({ score, shell });

describe('flagAtFor', () => {
  const scored = [company(90, true), company(70, true), company(50, false), company(40, true), company(10, false)];

  it('flagAtFor gives the lowest score that keeps the precision', () => {
    expect(flagAtFor(scored, 1)).toBe(51);
    expect(flagAtFor(scored, 0.75)).toBe(11);
    expect(flagAtFor([company(30, false)], 0.5)).toBeUndefined();
  });

  it('flagAtFor flags no more companies than can be investigated', () => {
    expect(flagAtFor(scored, 0.75, 2)).toBe(51);
    expect(flagAtFor(scored, 0.75, 1)).toBe(71);
  });

  it('flagAtFor gives the requested precision', () => {
    const some = fc.array(fc.record({ score: fc.double({ min: 0, max: 100, noNaN: true }), shell: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, fc.constantFrom(0.5, 0.85, 0.98), (companies, precision) => {
        const flagAt = flagAtFor(companies, precision);
        if (flagAt === undefined) return;
        const flagged = companies.filter(({ score }) => score >= flagAt);
        expect(flagged.filter(({ shell }) => shell).length).toBeGreaterThanOrEqual(flagged.length * precision);
      }),
    );
  });
});
