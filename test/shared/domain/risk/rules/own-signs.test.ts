import { describe, expect, it } from 'vitest';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { account, ALL_COVERED, companyFacts, flow, representative, trading } from '#test/support/company-facts.ts';

const clean = { ...trading(500_000_000), coverage: ALL_COVERED, insured: [{ on: '2025-01-01', count: 3 }] };

describe('ownSigns', () => {
  it('ownSigns is 0 for an active company and for one without data', () => {
    expect(ownSigns(companyFacts(clean))).toBe(0);
    expect(ownSigns(companyFacts())).toBe(0);
  });

  it('ownSigns counts each fact once, however many rules concern it', () => {
    const atRisk = { taxStatuses: [{ on: '2025-05-01', code: '09', sub: '09-06' }] };
    expect(ownSigns(companyFacts({ ...clean, ...atRisk }))).toBe(1);
    expect(ownSigns(companyFacts({ ...clean, ...atRisk, people: [representative({ result: 'mismatch' })] }))).toBe(3);
  });

  it('ownSigns counts a grave sign as two', () => {
    const through = ['2025-04', '2025-05', '2025-06', '2025-07'].map((month) => flow(month));
    expect(ownSigns(companyFacts({ ...clean, accounts: [account({ flows: through })] }))).toBe(2);
    const slowly = through.map((one) => ({ ...one, medianHoldMinutes: 5000 }));
    expect(ownSigns(companyFacts({ ...clean, accounts: [account({ flows: slowly })] }))).toBe(1);
  });

  it('ownSigns counts many payments that are passed on after days once, also where all months kept the same share', () => {
    const undeclared = { coverage: ALL_COVERED, returns: trading(0).returns };
    const of = (transactions: number, debits: readonly number[]) => {
      const flows = debits.map((debit, n) =>
        flow(`2025-0${n + 4}`, { debit, transactions, medianHoldMinutes: 5000, credit: 1_000_000_000 }),
      );
      return ownSigns(companyFacts({ ...undeclared, accounts: [account({ flows })] }));
    };
    const uneven = [990_000_000, 930_000_000, 990_000_000, 930_000_000];
    const even = uneven.map(() => 960_000_000);
    expect(of(300, uneven)).toBe(1);
    expect(of(30, uneven)).toBe(0);
    expect(of(300, even)).toBe(1);
    expect(of(30, even)).toBe(1);
  });

  it('ownSigns counts no sign for being idle, late, small or not found at home', () => {
    const idle = { ...trading(0), taxStatuses: [{ on: '2025-05-01', code: '06' }], coverage: ALL_COVERED };
    const notFound = { inspections: [{ on: '2025-05-01', found: false }], returns: [], invoices: [] };
    expect(ownSigns(companyFacts({ ...idle, ...notFound }))).toBe(0);
  });

  it('ownSigns counts a listing by the police', () => {
    const listing = { code: 3, on: '2025-05-01', by: 'police' } as const;
    expect(ownSigns(companyFacts({ ...clean, accounts: [account({ listing })] }))).toBe(1);
  });

  it('ownSigns counts no sign for one account kept by somebody else, as by an accountant', () => {
    const accounts = [account({ representative: 'other' }), account({ accountRef: 'b' })];
    expect(ownSigns(companyFacts({ ...clean, accounts }))).toBe(0);
  });

  it('ownSigns does not count findings of a switched-off measure', () => {
    const listing = { code: 3, on: '2025-05-01', by: 'police' } as const;
    const facts = companyFacts({ ...clean, accounts: [account({ listing })] });
    expect(ownSigns(facts)).toBe(1);
    expect(ownSigns(facts, ['foreignIp'])).toBe(0);
  });
});
