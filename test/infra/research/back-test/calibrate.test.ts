import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, type LabelledExample } from '#infra/research/back-test/calibrate.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

const ruleSet: RuleSet = {
  ...{ version: 'x', prevalence: 0.01, base: -5, precisionPercent: 85, capacityPercent: 10, flagAt: 40, watchAt: 10 },
  standing: [{ below: 90, months: 3 }],
  rules: {
    GOOD: { version: 1, weight: 1 },
    USELESS: { version: 1, weight: 1 },
    UNSEEN: { version: 1, weight: 2 },
    FOR: { version: 1, weight: -1 },
  },
};
const times = (count: number, codes: string[], shell: boolean): LabelledExample[] =>
  Array.from({ length: count }, () => ({ codes, shell }));
const examples = [
  ...times(80, ['GOOD'], true),
  ...times(20, ['GOOD', 'USELESS'], true),
  ...times(10, ['GOOD'], false),
  ...times(700, [], false),
  ...times(200, ['USELESS'], false),
  ...times(10, ['FOR'], true),
];

describe('calibrate', () => {
  const { weights, base } = calibrate(examples, ruleSet, 5);

  it('calibrate raises the weight of what distinguishes shells and lowers the others', () => {
    expect(weights.GOOD).toBeGreaterThan(3);
    expect(weights.USELESS).toBeLessThan(0.5);
    expect(base).toBeLessThan(-4);
  });

  it('calibrate keeps the weight of a rule without examples, and never changes the sign of a weight', () => {
    expect(weights.UNSEEN).toBe(2);
    expect(weights.FOR).toBeLessThan(0);
  });

  it('calibrate limits a weight to its sign’s own likelihood ratio, and relief to 2.5', () => {
    expect(weights.GOOD).toBeLessThanOrEqual(Math.log(100 / 110 / (10 / 910)) * 1.4);
    const notified = calibrate([...times(50, ['GOOD'], true), ...times(900, ['FOR'], false)], ruleSet, 1).weights;
    expect(notified.FOR).toBeGreaterThanOrEqual(-2.5 * 1.4);
  });

  it('calibrate derives the odds of a province from its prevalence, and shifts them to those of one per cent', () => {
    const rare = examples.map((one) => ({ ...one, prevalence: 0.01 }));
    expect(calibrate(rare, ruleSet, 5).base).toBeGreaterThan(base);
  });

  it('calibrate keeps the steps of a question in order, whatever the examples say', () => {
    const of = fc.record({
      code: fc.constantFrom(...ALL_RULES.map(({ code }) => code)),
      shells: fc.nat(60),
      honest: fc.nat(60),
    });
    fc.assert(
      fc.property(fc.array(of, { minLength: 4, maxLength: 14 }), (seen) => {
        const met = seen.flatMap(({ code, shells, honest }) => [
          ...times(shells, [code], true),
          ...times(honest, [code], false),
        ]);
        const fitted = calibrate([...met, ...times(200, [], false)], RULE_SET, 1).weights;
        for (const { code, milderThan } of ALL_RULES)
          if (milderThan !== undefined)
            expect(fitted[milderThan], code).toBeGreaterThanOrEqual((fitted[code] ?? 0) - 0.011);
      }),
      { numRuns: 100 },
    );
  });

  it('calibrate changes weights less for greater trust in the present ones', () => {
    const stubborn = calibrate(examples, ruleSet, 500).weights;
    expect(Math.abs((stubborn.GOOD ?? 0) - 1)).toBeLessThan(Math.abs((weights.GOOD ?? 0) - 1));
  });
});
