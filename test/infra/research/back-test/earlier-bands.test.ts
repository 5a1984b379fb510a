import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EarlierBands } from '#infra/research/back-test/earlier-bands.ts';
import { replayCompany } from '#infra/research/back-test/replay.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { arbitraryFacts, TODAY } from '#test/support/arbitrary-facts.ts';
import { band, companyFacts } from '#test/support/company-facts.ts';

const shared = [band({ size: 3, badShare: 0.8, worseShare: 0.8 })];
const gone = { authorisationDeniedOn: '2025-11-01' };
const world: readonly CompanyFacts[] = [
  companyFacts({ enterpriseCode: '0900000001', bands: shared }),
  companyFacts({ enterpriseCode: '0900000002', bands: shared, ...gone }),
  companyFacts({ enterpriseCode: '0900000003', bands: shared, registeredOn: '2025-09-01', ...gone }),
  companyFacts({ enterpriseCode: '0900000004', bands: [band({ ref: 'own', size: 1 })] }),
];

function replay(companies: readonly CompanyFacts[], asOf: string) {
  const earlier = new EarlierBands();
  const then = companies.flatMap((facts) => factsAsOf(facts, asOf) ?? []);
  for (const facts of then) earlier.add(facts);
  return companies.map((facts) => replayCompany(facts, asOf, true, RULE_SET, earlier)?.example?.codes);
}
const bandsOn = (asOf: string) => {
  const earlier = new EarlierBands();
  const then = world.flatMap((facts) => factsAsOf(facts, asOf) ?? []);
  for (const facts of then) earlier.add(facts);
  return earlier.of(then[0]!);
};

describe('EarlierBands', () => {
  it('EarlierBands counts the companies registered then, by the signs that each showed then', () => {
    expect(bandsOn('2025-08-01')).toMatchObject([{ size: 1, badShare: 0 }]);
    expect(bandsOn('2025-10-01')).toMatchObject([{ size: 1, badShare: 0 }]);
    expect(bandsOn('2025-12-01')).toMatchObject([{ size: 3, badShare: 0.6 }]);
  });

  it('EarlierBands ignores later signs of other companies', () => {
    const [first] = replay(world, '2025-10-01');
    expect(first).toEqual([]);
    expect(replay(world, '2025-12-01')[0]).toContain('TIED_TO_MOSTLY_GRAVE');
  });

  it('EarlierBands finds the same whatever later facts its companies and new ones have', () => {
    const day = '2025-02-01';
    const property = fc.property(fc.array(arbitraryFacts, { minLength: 2, maxLength: 5 }), (lives) => {
      const companies = lives.map((facts, n) => ({ ...facts, enterpriseCode: `090000000${n}`, bands: shared }));
      const known = companies.flatMap((facts) => factsAsOf(facts, day) ?? []);
      const more = companies.map((facts) => ({
        ...facts,
        changes: [...facts.changes, { kind: 'name' as const, on: '2025-05-01' }],
        ...(facts.registeredOn <= day && {
          taxStatuses: [...facts.taxStatuses, { on: '2025-05-01', code: '06' }],
          authorisationDeniedOn: '2025-05-01',
        }),
      }));
      const born = companyFacts({
        asOf: TODAY,
        enterpriseCode: '0900000009',
        registeredOn: '2025-03-01',
        bands: shared,
      });
      const before = replay(companies, day);
      expect(replay([...more, born], day).slice(0, companies.length)).toEqual(before);
      expect(before.filter((codes) => codes !== undefined)).toHaveLength(known.length);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
