import { describe, expect, it } from 'vitest';
import { crossValidate, type FoldedExample, sumOf } from '#infra/local/commands/back-test/cross-validate.ts';
import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

const ruleSet: RuleSet = {
  ...{ version: 'x', prevalence: 0.1, capacityPercent: 10, flagAt: 4, watchAt: 2 },
  rules: { SIGN: { version: 1, weight: 1 } },
};
const fold = (name: string, signShells: number): FoldedExample[] =>
  Array.from({ length: 100 }, (_, index) => ({
    codes: index < signShells || index >= 95 ? ['SIGN'] : [],
    shell: index < 20,
    folds: [name],
  }));

describe('crossValidate', () => {
  it('weighs each fold by what the others taught', () => {
    const heldOut = crossValidate([...fold('a', 20), ...fold('b', 20), ...fold('c', 0)], ruleSet, 1);
    const sumIn = (name: string) => heldOut.find(({ folds, sum }) => folds.includes(name) && sum !== 0)?.sum ?? 0;
    expect(heldOut).toHaveLength(300);
    // Where the sign means nothing it was learnt where it means much, and the other way round.
    expect(sumIn('c')).toBeGreaterThan(sumIn('a'));
  });

  it('learns from no company that shares a fold', () => {
    const linked = [...fold('a', 20), ...fold('b', 0)].map((one) => ({ ...one, folds: [...one.folds, 'both'] }));
    expect(crossValidate(linked, ruleSet, 1).every(({ sum }) => sum === 0 || sum === 1)).toBe(true);
  });
});

describe('sumOf', () => {
  it('adds up what counted, and nothing unknown', () => {
    expect(sumOf(['A', 'B', 'GONE'], { A: 1.5, B: -0.5 })).toBe(1);
  });
});
