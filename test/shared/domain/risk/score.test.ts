import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, verdictOf } from '#shared/domain/risk/score.ts';

const set = { base: -5, prevalence: 0.01 };

describe('scoreOf', () => {
  it('scoreOf is the probability in per cent from base, prevalence and weights', () => {
    expect(scoreOf(5, set)).toBe(50);
    expect(scoreOf(0, set)).toBe(0.67);
    expect(scoreOf(5 + Math.log(3), set)).toBe(75);
  });

  it('scoreOf rises with the province’s prevalence by its odds', () => {
    expect(scoreOf(5, { ...set, prevalence: 2 / 101 })).toBeCloseTo(66.67, 1);
  });

  it('scoreOf rises with the sum, and stays between 0 and 100', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (sum, more) => {
          expect(scoreOf(sum + more, set)).toBeGreaterThanOrEqual(scoreOf(sum, set));
          expect(scoreOf(sum, set)).toBeGreaterThanOrEqual(0);
          expect(scoreOf(sum, set)).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});

describe('verdictOf', () => {
  const at = { flagAt: 40, watchAt: 10 };

  it('verdictOf flags by a hard finding, or by a score from two kinds of evidence', () => {
    expect(verdictOf(0, { hard: true, corroborated: false }, at)).toBe('flagged');
    expect(verdictOf(40, { hard: false, corroborated: true }, at)).toBe('flagged');
    expect(verdictOf(99, { hard: false, corroborated: false }, at)).toBe('watch');
    expect(verdictOf(39, { hard: false, corroborated: true }, at)).toBe('watch');
    expect(verdictOf(9, { hard: false, corroborated: true }, at)).toBe('clear');
  });
});
