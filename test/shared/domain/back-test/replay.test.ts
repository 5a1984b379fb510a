import { describe, expect, it } from 'vitest';
import { replayCompany } from '#shared/domain/back-test/replay.ts';
import { factsAsOf } from '#shared/domain/facts/facts-as-of.ts';
import { RULE_SET } from '#shared/domain/rules/rule-set.ts';
import { account, ALL_HEARD, companyFacts, flow } from '#test/support/company-facts.ts';

const shell = companyFacts({
  coverage: ALL_HEARD,
  taxStatuses: [{ on: '2025-11-01', code: '06' }],
  accounts: [account({ openedOn: '2025-05-01', flows: ['2025-06', '2025-07', '2025-11'].map((month) => flow(month)) })],
});

describe('factsAsOf', () => {
  it('takes out what came later, and ends what was heard there', () => {
    const then = factsAsOf(shell, '2025-07-15');
    expect(then?.taxStatuses).toEqual([]);
    expect(then?.accounts[0]?.flows.map(({ period }) => period)).toEqual(['2025-06']);
    expect(then?.coverage.signals.TO_KHAI_THUE).toBe('2025-07-15');
    expect(factsAsOf(shell, '2025-04-01')?.accounts).toEqual([]);
    expect(factsAsOf(shell, '2024-01-01')).toBeUndefined();
  });

  it('leaves a snapshot as it is on its own day and after', () => {
    expect(factsAsOf(shell, '2025-12-31')).toEqual(shell);
    expect(factsAsOf(shell, '2026-03-01')).toEqual({ ...shell, asOf: '2026-03-01' });
  });
});

describe('replayCompany', () => {
  it('tells which companies a rule set would turn', () => {
    const milder = { ...RULE_SET, version: 'milder', rules: { NOT_AT_ADDRESS: { version: 1, weight: 3 } } };
    expect(replayCompany(shell, '2025-12-31', true, milder)).toMatchObject({
      replayed: { verdict: 'watch', shell: true },
      flip: { from: 'flagged', to: 'watch', codes: ['NOT_AT_ADDRESS'] },
      example: { codes: ['NOT_AT_ADDRESS'], shell: true },
    });
  });

  it('turns nobody by the rule set in force', () => {
    expect(replayCompany(shell, '2025-12-31', undefined, RULE_SET)).toMatchObject({
      flip: undefined,
      example: undefined,
    });
  });

  it('has nothing to say of a company not yet registered', () => {
    expect(replayCompany(shell, '2024-01-01', true, RULE_SET)).toBeUndefined();
  });
});
