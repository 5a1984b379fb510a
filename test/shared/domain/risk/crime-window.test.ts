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
  it('the days of a surge that banks tell by months follow from how much each month brought', () => {
    const surge = (...months: readonly (readonly [string, number])[]) =>
      windowOf(
        company([
          ...usual,
          ...months.map(([period, millions]) => ({
            ...quick(period),
            credit: millions * 1_000_000,
            debit: millions * 980_000,
          })),
        ]),
      );
    const exact = 'month';
    expect(surge(['2025-08', 1800], ['2025-09', 5100])).toEqual({ from: '2025-08-26', to: '2025-09-20', exact });
    expect(surge(['2025-07', 1300], ['2025-08', 3400], ['2025-09', 1800])).toEqual({
      from: '2025-07-22',
      to: '2025-09-15',
      exact,
    });
    expect(surge(['2025-08', 1800])).toEqual({ from: '2025-08-01', to: '2025-08-31', exact });
    // Its bank has told no later month
    expect(surge(['2025-11', 1800], ['2025-12', 3100])).toEqual({ from: '2025-11-14', to: '2026-01-31', exact });
  });

  it('money came before the day on which an account was listed for it', () => {
    const shell = company(['2025-05', '2025-06', '2025-07', '2025-08'].map(quick), trading(0));
    const [main, passing] = shell.accounts;
    if (!main || !passing) throw new Error('two accounts');
    const listed = { ...main, listing: { code: 5, on: '2025-03-14', by: 'police' as const } };
    expect(windowOf({ ...shell, accounts: [listed, passing] })).toMatchObject({ from: '2025-03-14', to: '2025-08-31' });
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

  it('months of other accounts that pass on money too are meant, but not those from before the new representative', () => {
    const slower = flow('2025-09', { credit: 3_000_000_000, debit: 2_950_000_000, medianHoldMinutes: 200 });
    const before = flow('2024-11', { credit: 900_000_000, debit: 880_000_000, medianHoldMinutes: 200 });
    const shell = (over: Partial<CompanyFacts>) =>
      company([quick('2025-06'), quick('2025-07')], {
        accounts: [
          account({ accountRef: 'first', ...foldFlows([quick('2025-06'), quick('2025-07')]) }),
          account({ accountRef: 'second', bank: '970407', ...foldFlows([before, slower]) }),
        ],
        ...trading(0),
        ...over,
      });
    expect(windowOf(shell({ registeredOn: '2024-10-01' }))).toMatchObject({ from: '2024-11-01', to: '2025-09-30' });
    const sold = shell({ changes: [{ kind: 'representative', on: '2025-05-20' }] });
    expect(windowOf(sold)).toMatchObject({ from: '2025-06-01', to: '2025-09-30' });
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
