import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '#shared/domain/notification/dossier/figures.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';

describe('the figures of a finding', () => {
  it('every figure of a finding has a name that an officer reads', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const reading = profileOf(facts);
        for (const rule of ALL_RULES) {
          const evidence = rule.evaluate(reading);
          if (!evidence) continue;
          for (const [place, name] of Object.keys(evidence).entries()) {
            expect(figuresOf(evidence)[place]?.label, `${rule.code} ${name}`).not.toBe(name);
          }
        }
      }),
    );
  });

  it('money, shares and days of a finding are written as officers write them', () => {
    expect(figuresOf({ credit: 1_500_000, leastOutShare: 0.97, asleepFrom: '2025-05-01' })).toEqual([
      { label: 'tiền vào', value: '1.500.000 đồng' },
      { label: 'tỷ lệ tiền ra của tháng ít nhất', value: '97 %' },
      { label: 'không có tiền vào từ ngày', value: '01/05/2025' },
    ]);
  });
});
