import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { concernedAccountOf, crimeWindowOf } from '#shared/domain/risk/crime-window.ts';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const usual = ['2025-03', '2025-04', '2025-05', '2025-06'].map((month) =>
  flow(month, { credit: 300_000_000, debit: 250_000_000, medianHoldMinutes: 2000 }),
);
const quick = (period: string): Flow =>
  flow(period, { credit: 2_000_000_000, debit: 1_960_000_000, medianHoldMinutes: 5 });
const company = (rows: readonly Flow[], over: Partial<CompanyFacts> = {}) =>
  companyFacts({
    coverage: ALL_COVERED,
    registeredOn: '2021-03-01',
    accounts: [account({ accountRef: 'main', bank: '970418' }), account({ accountRef: 'rented', ...foldFlows(rows) })],
    ...trading(1_500_000_000),
    ...over,
  });
const windowOf = (facts: CompanyFacts) => crimeWindowOf(facts, assess(facts));
const concernedBy = (facts: CompanyFacts) => concernedAccountOf(facts, assess(facts));

describe('from when to when criminal money ran', () => {
  it('the months are those in which an account is unlike itself, and no others', () => {
    expect(windowOf(company([...usual, quick('2025-08'), quick('2025-09')]))).toEqual({
      from: '2025-08-01',
      to: '2025-09-30',
      exact: 'month',
    });
  });

  it('a bank that tells days gives days', () => {
    expect(windowOf(company([...usual, quick('2025-08-25'), quick('2025-08-30'), quick('2025-09-03')]))).toEqual({
      from: '2025-08-25',
      to: '2025-09-03',
      exact: 'day',
    });
  });

  it('all months are meant of a company that does nothing but pass money on', () => {
    const shell = company(['2025-05', '2025-06', '2025-07', '2025-08'].map(quick), trading(0));
    expect(windowOf(shell)).toEqual({ from: '2025-05-01', to: '2025-08-31', exact: 'month' });
    expect(windowOf(company(usual))).toBeUndefined();
  });
});

describe('the account that alone is meant', () => {
  it('a company that trades is no shell because of one account, unless something else speaks against it', () => {
    const rented = company([...usual, quick('2025-08')]);
    expect(concernedBy(rented)).toBe('rented');
    expect(
      concernedBy(company([...usual, quick('2025-08')], { inspections: [{ on: '2025-07-01', found: false }] })),
    ).toBe(undefined);
    expect(concernedBy(company(usual))).toBeUndefined();
  });
});
