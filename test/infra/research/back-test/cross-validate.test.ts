import { describe, expect, it } from 'vitest';
import { crossValidate, type FoldedExample, sumOfWeights } from '#infra/research/back-test/cross-validate.ts';
import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

const ruleSet: RuleSet = {
  ...{ version: 'x', prevalence: 0.01, base: -5, precisionPercent: 85, capacityPercent: 10, flagAt: 40, watchAt: 10 },
  standing: [{ below: 90, months: 3 }],
  rules: { SIGN: { version: 1, weight: 1 } },
};
const fold = (name: string, signShells: number): FoldedExample[] =>
  Array.from({ length: 100 }, (_, index) => ({
    codes: index < signShells || index >= 95 ? ['SIGN'] : [],
    shell: index < 20,
    folds: [name],
  }));

describe('crossValidate', () => {
  it('crossValidate scores each fold by weights fitted to the others', () => {
    const heldOut = crossValidate([...fold('a', 15), ...fold('b', 15), ...fold('c', 0)], ruleSet, 1);
    const highestIn = (name: string) =>
      Math.max(...heldOut.filter(({ folds }) => folds.includes(name)).map(({ score }) => score));
    expect(heldOut).toHaveLength(300);
    // In one fold the sign means nothing and in the other much, so each is scored by the wrong
    // weight.
    expect(highestIn('c')).toBeGreaterThan(highestIn('a'));
  });
});

describe('sumOfWeights', () => {
  it('sumOfWeights adds up the weights of known rules alone', () => {
    expect(sumOfWeights(['A', 'B', 'GONE'], { A: 1.5, B: -0.5 })).toBe(1);
  });
});
