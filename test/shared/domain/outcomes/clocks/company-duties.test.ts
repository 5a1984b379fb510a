import { describe, expect, it } from 'vitest';
import { companyDuties } from '#shared/domain/outcomes/clocks/company-duties.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { ALL_COVERED, companyFacts, NOTHING_HEARD } from '#test/support/company-facts.ts';

// 90 days end on 1 April, 30 more on 1 May
const REGISTERED = '2025-01-01';
const of = (asOf: string, more: Partial<CompanyFacts> = {}) =>
  companyDuties(companyFacts({ asOf, registeredOn: REGISTERED, coverage: ALL_COVERED, ...more }));
const paid = (on: string, amount = 1_000_000_000) => ({ on, amount });

describe('a company’s duties', () => {
  it('a company’s capital is due until its ninetieth day and late from the next, where contributions are reported', () => {
    expect(of('2025-04-01')).toEqual({ capitalContribution: 'due' });
    expect(of('2025-04-02')).toEqual({ capitalContribution: 'late', capitalReduction: 'due' });
    expect(of('2025-05-01')).toEqual({ capitalContribution: 'late', capitalReduction: 'due' });
    expect(of('2025-05-02')).toEqual({ capitalContribution: 'late', capitalReduction: 'late' });
  });

  it('a company without reported contributions is not late', () => {
    expect(of('2025-04-01', { coverage: NOTHING_HEARD })).toEqual({ capitalContribution: 'due' });
    expect(of('2025-06-01', { coverage: NOTHING_HEARD })).toEqual({});
  });

  it('a company meets its term on the last day, also in parts, and misses it on the next', () => {
    const parts = [paid('2025-04-01', 600_000_000), paid('2025-02-01', 400_000_000)];
    expect(of('2025-06-01', { contributions: parts })).toEqual({ capitalContribution: 'kept' });
    expect(of('2025-06-01', { contributions: [paid('2025-04-02')] })).toEqual({
      capitalContribution: 'missed',
      capitalReduction: 'kept',
    });
    expect(of('2025-06-01', { contributions: [paid('2025-05-02')] })).toEqual({
      capitalContribution: 'missed',
      capitalReduction: 'missed',
    });
  });

  it('a form without a term to contribute has none of these duties', () => {
    for (const legalForm of ['DNTN', 'HD', 'HKD']) expect(of('2025-06-01', { legalForm })).toEqual({});
  });

  it('a company that registered less capital in its term has kept that duty, and is not said to have paid late', () => {
    const changes = [{ kind: 'capital' as const, on: '2025-04-20', capital: { from: 9, to: 5 } }];
    expect(of('2025-06-01', { changes })).toEqual({ capitalReduction: 'kept' });
  });

  it('a company answers the registry’s request within six months by a later report of its capital', () => {
    const asked = { reportRequests: ['2025-06-30'] };
    expect(of('2025-12-30', asked).complianceReport).toBe('due');
    expect(of('2026-01-05', asked).complianceReport).toBe('late');
    expect(of('2026-01-05', { ...asked, contributions: [paid('2025-12-30', 1)] }).complianceReport).toBe('kept');
    expect(of('2026-02-01', { ...asked, contributions: [paid('2026-01-20', 1)] }).complianceReport).toBe('missed');
    expect(of('2026-02-01', { ...asked, coverage: NOTHING_HEARD }).complianceReport).toBeUndefined();
  });
});
