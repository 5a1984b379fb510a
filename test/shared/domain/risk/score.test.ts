import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorerOf, verdictOf } from '#shared/domain/risk/score.ts';

const set = { base: -5, prevalence: 0.01 };
const scoreOf = scorerOf(set);
const calibration = [
  { from: 10, to: 20 },
  { from: 50, to: 60 },
];

describe('scorerOf', () => {
  it('the score is the probability in per cent from base, prevalence and weights', () => {
    expect(scoreOf(5)).toBe(50);
    expect(scoreOf(0)).toBe(0.67);
    expect(scoreOf(5 + Math.log(3))).toBe(75);
  });

  it('the score rises with the province’s prevalence by its odds', () => {
    expect(scorerOf({ ...set, prevalence: 2 / 101 })(5)).toBeCloseTo(66.67, 1);
  });

  it('a calibrated score is the observed share at its points, and keeps the distance of the odds beyond them', () => {
    const calibrated = scorerOf({ ...set, calibration });
    expect([5 - Math.log(9), 5].map(calibrated)).toEqual([20, 60]);
    // Odds of 1 to 3 lie half-way between those of 1 to 9 and 1 to 1, as 0.61 does between 1 to 4 and 3 to 2
    expect(calibrated(5 - Math.log(3))).toBeCloseTo(100 * (0.6124 / 1.6124), 1);
    expect(calibrated(5 + Math.log(2))).toBe(75);
    expect(calibrated(5 - Math.log(18))).toBeCloseTo(11.11, 2);
  });

  it('a calibrated score shifts with the province’s prevalence by its odds', () => {
    expect(scorerOf({ ...set, prevalence: 2 / 101, calibration })(5)).toBe(75);
  });

  it('the score rises with the sum, and stays between 0 and 100', () => {
    const [sums, mores] = [fc.double({ min: -20, max: 40, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true })];
    fc.assert(
      fc.property(sums, mores, fc.constantFrom(set, { ...set, calibration }), (sum, more, one) => {
        const [lower = 0, higher = 0] = [sum, sum + more].map(scorerOf(one));
        expect(higher).toBeGreaterThanOrEqual(lower);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(higher).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('verdictOf', () => {
  const at = { watchAt: 10 };

  it('evidence against a company flags it where two senders support it, and otherwise has it watched', () => {
    expect(verdictOf(0, { isAgainst: true, isSupported: true }, at)).toBe('flagged');
    expect(verdictOf(0, { isAgainst: true, isSupported: false }, at)).toBe('watch');
    expect(verdictOf(10, { isAgainst: false, isSupported: true }, at)).toBe('watch');
    expect(verdictOf(9, { isAgainst: false, isSupported: true }, at)).toBe('clear');
  });
});
