import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';

const ruleOf = (code: string) => ALL_RULES.find((rule) => rule.code === code);
const weightOf = (code: string) => RULE_SET.rules[code]?.weight ?? 0;

describe('the record of a rule', () => {
  it.each(ALL_RULES)('the record of $code has its question, law and fact', ({ question, legalBasis, fact }) => {
    expect(question).toMatch(/\?$/u);
    expect(legalBasis.length).toBeGreaterThan(5);
    expect(fact).not.toBe('');
  });

  it.each(ALL_RULES)('the rule set weighs $code in the version that the code has', ({ code, version }) => {
    expect(RULE_SET.rules[code]).toMatchObject({ version });
  });

  it.each(ALL_RULES.filter(({ milderThan }) => milderThan !== undefined))(
    '$code weighs no more than its graver rule',
    ({ code, milderThan = '' }) => {
      expect(ruleOf(milderThan)).toBeDefined();
      expect(weightOf(code)).toBeLessThanOrEqual(weightOf(milderThan));
    },
  );

  it.each(ALL_RULES)(
    'the weight of $code has its direction’s sign, and is within its record’s limit',
    ({ code, relief, atMost }) => {
      if (relief) expect(weightOf(code)).toBeLessThan(0);
      else expect(weightOf(code)).toBeGreaterThan(0);
      expect(weightOf(code)).toBeLessThanOrEqual(atMost ?? Number.POSITIVE_INFINITY);
    },
  );

  it('the rule set names no rule that the code does not have', () => {
    expect(Object.keys(RULE_SET.rules).toSorted()).toEqual(ALL_RULES.map(({ code }) => code).toSorted());
  });

  it('no sign of an idle, late or badly documented company counts against others', () => {
    const signs = ALL_RULES.filter(({ sign }) => sign !== undefined).map(({ code }) => code);
    expect(signs).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/TAX_RETURN|NO_TRADE|STAFF|CAPITAL|ADDRESS/u)]),
    );
  });
});
