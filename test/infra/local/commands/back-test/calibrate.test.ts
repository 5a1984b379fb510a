import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, type Example } from '#infra/local/commands/back-test/calibrate.ts';
import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

const ruleSet: RuleSet = {
  ...{ version: 'x', prevalence: 0.1, capacityPercent: 10, flagAt: 4, watchAt: 2 },
  rules: {
    GOOD: { version: 1, weight: 1 },
    USELESS: { version: 1, weight: 1 },
    UNSEEN: { version: 1, weight: 2 },
    FOR: { version: 1, weight: -1 },
  },
};
const times = (count: number, codes: string[], shell: boolean): Example[] =>
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

  it('raises the weight of what distinguishes shells and lowers the others', () => {
    expect(weights.GOOD).toBeGreaterThan(3);
    expect(weights.USELESS).toBeLessThan(0.5);
    expect(base).toBeLessThan(-2);
  });

  it('leaves a weight where nothing was seen, and never turns its sign', () => {
    expect(weights.UNSEEN).toBe(2);
    expect(weights.FOR).toBeLessThan(0);
  });

  it('holds no sign for more than it proves alone, nor for less than the milder step of its question', () => {
    const rule = { version: 1, weight: 1 };
    const set = { ...ruleSet, rules: { NO_TRADE_FOR_A_YEAR: rule, NO_TRADE: rule, FOR: { version: 1, weight: -1 } } };
    const told = calibrate(
      [
        ...times(50, ['NO_TRADE'], true),
        ...times(5, ['NO_TRADE_FOR_A_YEAR'], true),
        ...times(50, ['NO_TRADE_FOR_A_YEAR'], false),
        ...times(50, [], true),
        ...times(900, ['FOR'], false),
      ],
      set,
      1,
    ).weights;
    expect(told.NO_TRADE_FOR_A_YEAR).toBeGreaterThanOrEqual(told.NO_TRADE ?? 0);
    expect(told.FOR).toBeGreaterThanOrEqual(-2.5);
    expect(weights.GOOD).toBeLessThanOrEqual(Math.log(100 / 110 / (10 / 910)) + 0.5);
  });

  it('keeps the steps of a question that shares one with another question, whatever the examples say', () => {
    const steps = [
      ['PASS_THROUGH_AT_ONCE', 'PASS_THROUGH_FAST', 'PASS_THROUGH_PARTLY_DECLARED', 'PASS_THROUGH_DECLARED'],
      ['PASS_THROUGH_AT_ONCE', 'PASS_THROUGH_AT_ONCE_DECLARED', 'PASS_THROUGH_DECLARED'],
      ['PASS_THROUGH_AT_ONCE', 'PASS_THROUGH_BRIEFLY_AT_ONCE', 'PASS_THROUGH_BRIEFLY'],
      ['PASS_THROUGH_FAST', 'PASS_THROUGH_WITHIN_A_DAY', 'PASS_THROUGH'],
      ['FOREIGN_IP_OFTEN', 'FOREIGN_IP'],
      ['NEW_HANDS_THEN_PASS_THROUGH', 'WOKEN_BY_NEW_HANDS'],
    ];
    const codes = [...new Set(steps.flat())];
    const rules = Object.fromEntries(codes.map((code) => [code, { version: 1, weight: 1 }]));
    const of = fc.record({ code: fc.constantFrom(...codes), shells: fc.nat(60), honest: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(of, { minLength: 4, maxLength: 14 }), (seen) => {
        const met = seen.flatMap(({ code, shells, honest }) => [
          ...times(shells, [code], true),
          ...times(honest, [code], false),
        ]);
        const fitted = calibrate([...met, ...times(200, [], false)], { ...ruleSet, rules }, 1).weights;
        for (const [graver = '', milder = ''] of steps.flatMap((step) =>
          step.slice(1).map((code, at) => [step[at], code]),
        )) {
          expect(fitted[graver], `${graver} against ${milder}`).toBeGreaterThanOrEqual(fitted[milder] ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('moves less the more the present weights are trusted', () => {
    const stubborn = calibrate(examples, ruleSet, 500).weights;
    expect(Math.abs((stubborn.GOOD ?? 0) - 1)).toBeLessThan(Math.abs((weights.GOOD ?? 0) - 1));
  });
});
