import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { bandOf, SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { account } from '#test/support/company-facts.ts';

const STEPS = [50, 20, 10, 7, 5, 4, 3, 2, 1];
const harmless = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    enterpriseCode: `09${String(n).padStart(8, '0')}`,
    registeredOn: '2025-03-01',
    badSigns: 0,
  }));
const paid = { debit: 900_000_000, credit: 0, from: '2025-01', to: '2025-03' };
const payer = account({
  accountRef: 'payer',
  counterparties: [
    { ref: 'one', ...paid },
    { ref: 'two', ...paid },
  ],
});

describe('the band of a value whose companies have no bad sign', () => {
  it('a company gets the same assessment by the fewer steps of size as by all of them', () => {
    const bands = fc.array(
      fc.record({
        kind: fc.constantFrom(...SHARED_KINDS),
        ref: fc.constantFrom('one', 'two', 'three'),
        count: fc.integer({ min: 1, max: 60 }),
        spreadDays: fc.constantFrom(0, 30, 90, 365),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(arbitraryFacts, bands, (facts, shared) => {
        const stepped = shared.map(({ kind, ref, count }) => bandOf(kind, ref, harmless(count)));
        const whole = shared.map(({ count, spreadDays }, n) => ({
          ...stepped[n]!,
          size: STEPS.find((step) => step <= count)!,
          spreadDays,
        }));
        const accounts = [...facts.accounts, payer];
        const [one, other] = [stepped, whole].map((own) => ({ ...facts, accounts, bands: own }));
        expect(assess(one!)).toEqual(assess(other!));
        expect(profileOf(one!).partners).toEqual(profileOf(other!).partners);
      }),
      { numRuns: 2000 },
    );
  });

  it('the band of an honest hub stays as it is while others join, and shows its size once some look dangerous', () => {
    const sizes = [2, 3, 10, 49].map((count) => bandOf('address', 'one', harmless(count)));
    expect(new Set(sizes.map((band) => JSON.stringify(band))).size).toBe(1);
    const some = harmless(49).map((member, n) => ({ ...member, badSigns: n % 2 }));
    expect(bandOf('address', 'one', some)).toMatchObject({ size: 20, spreadDays: 0, badShare: 0.4 });
  });
});
