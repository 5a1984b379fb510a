import { describe, expect, it } from 'vitest';
import { ownSigns } from '#shared/domain/risk/rings/own-signs.ts';
import { account, ALL_HEARD, companyFacts, flow, representative, trading } from '#test/support/company-facts.ts';

const clean = { ...trading(500_000_000), coverage: ALL_HEARD, insured: [{ on: '2025-01-01', count: 3 }] };

describe('ownSigns', () => {
  it('is 0 for a living company and for one that nobody has heard of', () => {
    expect(ownSigns(companyFacts(clean))).toBe(0);
    expect(ownSigns(companyFacts())).toBe(0);
  });

  it('counts facts, each once, however many rules speak of it', () => {
    const missing = {
      inspections: [{ on: '2025-05-01', found: false }],
      taxStatuses: [{ on: '2025-05-01', code: '06' }],
    };
    expect(ownSigns(companyFacts({ ...clean, ...missing }))).toBe(1);
    expect(ownSigns(companyFacts({ ...clean, ...missing, people: [representative({ result: 'mismatch' })] }))).toBe(3);
  });

  it('takes a grave sign for two, and the gravest of those about one fact', () => {
    const through = ['2025-05', '2025-06', '2025-07'].map((month) => flow(month));
    expect(ownSigns(companyFacts({ ...clean, ...trading(1), accounts: [account({ flows: through })] }))).toBe(2);
    expect(
      ownSigns(companyFacts({ ...clean, ...trading(1), accounts: [account({ flows: through.slice(0, 1) })] })),
    ).toBe(1);
  });

  it('counts a listing by the police', () => {
    const listing = { code: 3, on: '2025-05-01', by: 'police' } as const;
    expect(ownSigns(companyFacts({ ...clean, accounts: [account({ listing })] }))).toBe(1);
  });

  it('takes two slight signs for one', () => {
    const banks = ['970436', '970418', '970415'].map((bank) => account({ accountRef: bank, bank }));
    expect(ownSigns(companyFacts({ ...clean, accounts: banks }))).toBe(0);
    expect(ownSigns(companyFacts({ ...clean, accounts: banks, insured: [] }))).toBe(1);
  });

  it('takes one account kept by somebody else, as by an accountant, for no sign', () => {
    const accounts = [account({ representative: 'other' }), account({ accountRef: 'b' })];
    expect(ownSigns(companyFacts({ ...clean, accounts }))).toBe(0);
  });

  it('does not count what only a switched-off measure would tell', () => {
    const calm = { representative: 'other', flows: [flow('2025-05', { debit: 1, medianHoldMinutes: 9000 })] } as const;
    const facts = companyFacts({ ...clean, accounts: [account(calm), account({ ...calm, accountRef: 'b' })] });
    expect(ownSigns(facts)).toBe(1);
    expect(ownSigns(facts, ['foreignIp'])).toBe(0);
  });
});
