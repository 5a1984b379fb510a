import { describe, expect, it } from 'vitest';
import { replayCompany } from '#infra/research/back-test/replay.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { account, ALL_COVERED, band, companyFacts, flow, representative } from '#test/support/company-facts.ts';

const shell = companyFacts({
  coverage: ALL_COVERED,
  taxStatuses: [{ on: '2025-11-01', code: '06' }],
  accounts: [
    account({
      openedOn: '2025-05-01',
      flows: ['2025-06', '2025-07', '2025-08', '2025-11'].map((month) => flow(month)),
    }),
  ],
});

describe('factsAsOf', () => {
  it('factsAsOf removes later facts, and ends the coverage there', () => {
    const then = factsAsOf(shell, '2025-07-15');
    expect(then?.taxStatuses).toEqual([]);
    expect(then?.accounts[0]?.flows.map(({ period }) => period)).toEqual(['2025-06']);
    expect(then?.coverage.signals.TO_KHAI_THUE?.to).toBe('2025-07-15');
    expect(factsAsOf(shell, '2025-04-01')?.accounts).toEqual([]);
    expect(factsAsOf(shell, '2024-01-01')).toBeUndefined();
  });

  it('factsAsOf knows the total of a day or a week from the day after its end', () => {
    const folded = foldFlows([flow('2025-07-10', { credit: 1 }), flow('2025-W29', { credit: 2 })]);
    const facts = companyFacts({ accounts: [account(folded)] });
    const creditOn = (day: string) => factsAsOf(facts, day)?.accounts[0]?.flows[0]?.credit ?? 0;
    expect(['2025-07-10', '2025-07-11', '2025-07-20', '2025-07-21'].map(creditOn)).toEqual([0, 1, 1, 3]);
  });

  it('factsAsOf undoes a later change of representative, address or capital', () => {
    const bought = companyFacts({
      charterCapital: 9_000_000_000,
      address: { specific: false, apartment: true },
      people: [
        representative({ result: 'mismatch', personRef: 'buyer' }),
        representative({ role: 'member', personRef: 'member' }),
      ],
      changes: [
        { kind: 'capital', on: '2025-05-01', capital: { from: 2_000_000_000, to: 5_000_000_000 } },
        { kind: 'representative', on: '2025-06-01' },
        { kind: 'address', on: '2025-06-01' },
        { kind: 'capital', on: '2025-07-01', capital: { from: 5_000_000_000, to: 9_000_000_000 } },
      ],
      accounts: [account({ openedOn: '2025-06-10', representative: 'other' })],
      bands: [
        band({ kind: 'person', ref: 'buyer' }),
        band({ kind: 'person', ref: 'member' }),
        band({ kind: 'address' }),
        band({ kind: 'holder' }),
        band({ kind: 'phone' }),
      ],
    });
    expect(factsAsOf(bought, '2025-04-01')).toMatchObject({
      charterCapital: 2_000_000_000,
      address: { specific: true, apartment: false },
      people: [{ personRef: 'member' }],
      bands: [{ ref: 'member' }, { kind: 'phone' }],
    });
    expect(factsAsOf(bought, '2025-06-15')).toMatchObject({
      charterCapital: 5_000_000_000,
      address: bought.address,
      people: bought.people,
      bands: bought.bands,
    });
  });

  it('factsAsOf leaves a snapshot as it is on its own day and after', () => {
    expect(factsAsOf(shell, '2025-12-31')).toEqual(shell);
    expect(factsAsOf(shell, '2026-03-01')).toEqual({ ...shell, asOf: '2026-03-01' });
  });
});

describe('replayCompany', () => {
  it('replayCompany names the companies whose verdict a rule set would change', () => {
    const milder = { ...RULE_SET, version: 'milder', rules: { NOT_AT_ADDRESS: { version: 2, weight: 5 } } };
    expect(replayCompany(shell, '2025-12-31', true, milder)).toMatchObject({
      replayed: { verdict: 'watch', shell: true },
      flip: { from: 'flagged', to: 'watch', codes: ['NOT_AT_ADDRESS'] },
      example: { codes: ['NOT_AT_ADDRESS'], shell: true },
    });
  });

  it('the rule set in force changes no verdict', () => {
    expect(replayCompany(shell, '2025-12-31', undefined, RULE_SET)).toMatchObject({
      flip: undefined,
      example: undefined,
    });
  });

  it('replayCompany leaves out a company that is not yet registered', () => {
    expect(replayCompany(shell, '2024-01-01', true, RULE_SET)).toBeUndefined();
  });
});
