import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { Counterparty } from '#shared/domain/risk/facts/company-facts.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, ALL_COVERED, band, companyFacts, coveredTo, trading } from '#test/support/company-facts.ts';

const to = (ref: string, debit: number): Counterparty => ({
  ref,
  debit,
  credit: 0,
  from: '2025-01-01',
  to: '2025-12-31',
});
const paying = (...counterparties: Counterparty[]) => [account({ counterparties })];
const payee = (ref: string, size: number) => band({ kind: 'counterparty', ref, size });

describe('the partners of a company', () => {
  const accounts = paying(to('a', 400_000_000), to('b', 300_000_000), to('power', 300_000_000));

  it('two receivers shared with two or three companies are a finding, and three shared with up to nine', () => {
    const three = paying(to('a', 300_000_000), to('b', 300_000_000), to('c', 300_000_000));
    const sharing = (...sizes: number[]) =>
      codesFound(companyFacts({ accounts: three, bands: sizes.map((size, n) => payee('abc'.charAt(n), size)) }));
    expect(sharing(3, 2)).toContain('RECEIVERS_OF_THE_SAME_FEW');
    expect(sharing(7, 7, 7)).toContain('RECEIVERS_OF_THE_SAME_FEW');
    expect(sharing(7, 7)).not.toContain('RECEIVERS_OF_THE_SAME_FEW');
    expect(sharing(3, 10, 10)).not.toContain('RECEIVERS_OF_THE_SAME_FEW');
  });

  it('a device of others says more where their receivers are the same few, and less where the company trades', () => {
    const shared = [payee('a', 3), payee('b', 2), band({ kind: 'device', ref: 'd', size: 3 })];
    const facts = companyFacts({ accounts, bands: shared });
    expect(findingOfRule('DEVICE_AND_RECEIVERS_OF_OTHERS', facts)).toMatchObject({
      evidence: { companies: 3, receivers: 2 },
    });
    expect(assess(facts).verdict).toBe('flagged');
    expect(assess({ ...facts, coverage: ALL_COVERED, ...trading(600_000_000) }).verdict).toBe('watch');
    for (const bands of [shared.slice(0, 2), shared.slice(1)])
      expect(assess({ ...facts, bands }).verdict).not.toBe('flagged');
  });

  it('partners are compared with declared revenue where its quarters are covered', () => {
    const much = paying(to('a', 2_000_000_000));
    expect(codesFound(companyFacts({ accounts: much, coverage: ALL_COVERED }))).toContain('PAID_OUT_UNDECLARED');
    expect(codesFound(companyFacts({ accounts: much }))).not.toContain('PAID_OUT_UNDECLARED');
  });

  it('years of payments are said as the quarters in which the company lived', () => {
    const facts = companyFacts({
      accounts: paying({ ...to('a', 2_000_000_000), to: '2026-12-31' }),
      coverage: ALL_COVERED,
      ...trading(0),
      registeredOn: '2025-04-10',
    });
    expect(findingOfRule('PAID_OUT_UNDECLARED', facts)?.evidence).toMatchObject({
      fromQuarter: '2025-Q2',
      toQuarter: '2025-Q4',
    });
  });
});

describe('the suppliers of a company', () => {
  const coverage = { ...ALL_COVERED, invoicePairs: coveredTo('2025-12-31') };
  const accounts = paying(to('a', 2_000_000_000));
  const bought = [{ party: '0900000001', period: '2025-Q1', total: 1_000_000 }];

  it('a company that moved much money for half a year and bought from nobody is a finding', () => {
    expect(codesFound(companyFacts({ accounts, coverage }))).toContain('NOTHING_BOUGHT');
  });

  it('missing purchases are no finding without the feed, for an idle or young company, or with one invoice to it', () => {
    expect(codesFound(companyFacts({ accounts, coverage: ALL_COVERED }))).not.toContain('NOTHING_BOUGHT');
    expect(codesFound(companyFacts({ coverage }))).not.toContain('NOTHING_BOUGHT');
    expect(codesFound(companyFacts({ accounts, coverage, registeredOn: '2025-09-01' }))).not.toContain(
      'NOTHING_BOUGHT',
    );
    expect(codesFound(companyFacts({ accounts, coverage, invoicePairs: { sold: [], bought } }))).not.toContain(
      'NOTHING_BOUGHT',
    );
  });
});
