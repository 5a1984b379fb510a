import { describe, expect, it } from 'vitest';
import { calibrate, type Example } from '#shared/domain/back-test/calibrate.ts';
import type { RuleSet } from '#shared/domain/rules/rule-set.ts';

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

  it('raises what tells shells apart and lowers what does not', () => {
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

  it('moves less the more the present weights are trusted', () => {
    const stubborn = calibrate(examples, ruleSet, 500).weights;
    expect(Math.abs((stubborn.GOOD ?? 0) - 1)).toBeLessThan(Math.abs((weights.GOOD ?? 0) - 1));
  });
});
