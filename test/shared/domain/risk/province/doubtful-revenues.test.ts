import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { type CompanySample, sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { coverageFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import {
  hasProvinceProfileChanged,
  provinceProfileOf,
  usedProvinceProfileOf,
} from '#shared/domain/risk/province/province-profile.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { ALL_COVERED, companyFacts } from '#test/support/company-facts.ts';

const periods = ['2025-Q1', '2025-Q2'] as const;
const seller = (revenue: number): CompanyFacts =>
  companyFacts({
    returns: periods.map((period) => ({ period, filedOn: '2025-07-20', revenue })),
    invoices: periods.map((period) => ({ period, on: '2025-07-20', total: 2_000_000_000 })),
    coverage: ALL_COVERED,
  });
const RIGHT = seller(2_000_000_000);
const IN_MILLIONS = seller(2000);
const placed = (facts: CompanyFacts, district: string): CompanySample => ({
  ...sampleOf(facts, parseAddress('')),
  registeredOn: '2022-03-01',
  place: { commune: `${district}1`, communeName: `${district}1`, district },
});
const many = (count: number, facts: CompanyFacts, district: string) =>
  Array.from({ length: count }, () => placed(facts, district));

const covered: ProvinceCoverage = { ...ALL_COVERED, statements: [] };
const asked = placed(IN_MILLIONS, 'b');
const coverageIn = (province: readonly CompanySample[], sample = asked) =>
  coverageFor(sample, covered, provinceProfileOf(province, covered).offices);
const findingsWith = (coverage: CompanyFacts['coverage']) =>
  assess({ ...IN_MILLIONS, coverage }).findings.map(({ code }) => code);

describe('an office whose returns contradict its invoices for many companies', () => {
  const right = many(40, RIGHT, 'a');
  const wrongUnit = [...right, ...many(12, IN_MILLIONS, 'b'), ...many(20, RIGHT, 'b')];
  const ring = [...right, ...many(7, IN_MILLIONS, 'b'), ...many(20, RIGHT, 'b')];

  it('invoices far above the declared revenue are no finding where the office’s revenues are doubtful', () => {
    expect(coverageIn(wrongUnit).revenuesDoubtful).toBe(true);
    expect(findingsWith(coverageIn(wrongUnit))).toEqual([]);
  });

  it('invoices far above the declared revenue are a finding where few companies of the office have them', () => {
    expect(coverageIn(ring).revenuesDoubtful).toBeUndefined();
    expect(findingsWith(coverageIn(ring))).toContain('INVOICES_3_TIMES_REVENUE');
  });

  it('the revenues of another office are not doubtful', () => {
    expect(coverageIn(wrongUnit, placed(RIGHT, 'a')).revenuesDoubtful).toBeUndefined();
  });

  it('all revenues are doubtful where those of the whole province are, in districts with few companies too', () => {
    const everywhere = [...many(30, IN_MILLIONS, 'a'), ...many(10, RIGHT, 'a'), ...many(6, RIGHT, 'b')];
    expect(coverageIn(everywhere).revenuesDoubtful).toBe(true);
  });

  it('a company is assessed again once its office’s revenues become doubtful', () => {
    const usedProfile = usedProvinceProfileOf({ coverage: coverageIn(ring) }, asked);
    const changed = (province: readonly CompanySample[]) =>
      hasProvinceProfileChanged(
        { sample: asked, usedProfile, awaits: {} },
        covered,
        provinceProfileOf(province, covered),
      );
    expect(changed(wrongUnit)).toBe(true);
    expect(changed(ring)).toBe(false);
  });
});
