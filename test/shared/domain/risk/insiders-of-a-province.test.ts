import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { account, band, coveredTo, flow } from '#test/support/company-facts.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

const BANK = '970418';
const EVERY = 8;
const months = Array.from({ length: 11 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);

/** An account that a bank assigns to a stranger, with money that leaves at once. */
const strangers = account({
  accountRef: 'of a stranger',
  bank: BANK,
  openedOn: '2025-01-15',
  representative: 'other',
  holder: 'other',
  phoneOwner: 'other',
  strangersPhone: 'phone of a stranger',
  flows: months.map((month, n) =>
    flow(month, { credit: 5_000_000_000 + n, debit: 4_950_000_000, medianHoldMinutes: 5, foreignIpShare: 0.8 }),
  ),
});
const withStrangers = (facts: CompanyFacts, over: Partial<typeof strangers> = {}): CompanyFacts => ({
  ...facts,
  accounts: [...facts.accounts, { ...strangers, ...over }],
  coverage: { ...facts.coverage, flows: { ...facts.coverage.flows, [BANK]: coveredTo(AS_OF) } },
});
const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const;

/** Honest companies differ in the small signs that they have by chance, which must not complete one sender's false data. */
describe('an insider at one sender, against each eighth honest company of a province', () => {
  let honest: readonly CompanyFacts[] = [];
  beforeAll(async () => {
    const world = await worldFacts(REAL_PROVINCE, AS_OF);
    honest = withBands(world).filter(
      (facts, n) => n % EVERY === 0 && world[n]?.shell === false && assess(facts).verdict !== 'flagged',
    );
  });
  const flagged = (changed: (facts: CompanyFacts) => CompanyFacts) =>
    honest.filter((facts) => assess(changed(facts)).verdict === 'flagged').length;

  it('an account of a stranger with money that passes through flags hardly any company', () => {
    expect(honest.length).toBeGreaterThan(400);
    expect(flagged(withStrangers) / honest.length).toBeLessThan(0.06);
  });

  it('an account in the company’s name, for which a bank names no representative, flags fewer than three companies in ten', () => {
    const inItsName = {
      representative: 'unknown',
      holder: 'same',
      phoneOwner: 'unknown',
      strangersPhone: undefined,
    } as const;
    expect(flagged((facts) => withStrangers(facts, inItsName)) / honest.length).toBeLessThan(0.3);
  });

  it('a ring’s phone, address or person in the registration flags few companies', () => {
    for (const kind of ['phone', 'address', 'person'] as const) {
      const ring = band({ kind, ref: 'of a ring', size: 5, badShare: 0.8, worseShare: 0.8, spreadDays: 30 });
      expect(flagged((facts) => ({ ...facts, bands: [...facts.bands, ring] })) / honest.length).toBeLessThan(0.09);
    }
  });

  it('an account that the police list flags few companies to which one bank assigns it, which have no account of their own', () => {
    const listing = { code: 3, on: '2025-08-01', by: 'police' } as const;
    expect(flagged((facts) => withStrangers(facts, { listing })) / honest.length).toBeLessThan(0.12);
  });

  it('a person of a ring as holder of the phones of all its accounts flags few companies', () => {
    const holder = band({ kind: 'holder', ref: 'of a ring', size: 5, badShare: 0.8, worseShare: 0.8, spreadDays: 30 });
    const phonesOfStrangers = (facts: CompanyFacts) => ({
      ...facts,
      accounts: facts.accounts.map((one, n) => ({
        ...one,
        phoneOwner: 'other' as const,
        strangersPhone: `phone ${n}`,
      })),
      bands: [...facts.bands, holder],
    });
    expect(flagged(phonesOfStrangers) / honest.length).toBeLessThan(0.06);
  });

  it('invented invoices flag few companies, namely those against which another sender has evidence', () => {
    const invoices = quarters.map((period, n) => ({
      period,
      on: `2025-${['03', '06', '09', '12'][n]}-28`,
      total: 9e10,
    }));
    expect(flagged((facts) => ({ ...facts, invoices })) / honest.length).toBeLessThan(0.05);
  });

  it('returns of nothing and inspections that find nobody flag no company', () => {
    const inspections = ['2025-03-01', '2025-06-01', '2025-09-01'].map((on) => ({ on, found: false }));
    expect(flagged((facts) => ({ ...facts, returns: [], invoices: [] }))).toBe(0);
    expect(flagged((facts) => ({ ...facts, inspections }))).toBe(0);
  });
});
