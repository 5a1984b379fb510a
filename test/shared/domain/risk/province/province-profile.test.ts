import { describe, expect, it } from 'vitest';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import {
  hasProvinceProfileChanged,
  peersOf,
  provinceProfileOf,
  usedProvinceProfileOf,
} from '#shared/domain/risk/province/province-profile.ts';

const coverage: ProvinceCoverage = {
  signals: {},
  identities: 'none',
  subscribers: false,
  flows: {},
  statements: [],
};
const company = (holdMinutes: number): CompanySample => ({
  place: {},
  registeredOn: '2022-03-01',
  files: true,
  spans: {},
  cohort: '2022-Q1|TNHH1TV',
  shows: [],
  cell: 'G|0|1',
  figures: { holdMinutes },
});
/** One company that keeps its money for a minute, among others that keep it for days. */
const quick = company(1);
const province = (others: number) =>
  provinceProfileOf([quick, ...Array.from({ length: others }, (_, n) => company(5000 + n))], coverage);
const used = (others: number) => ({
  sample: quick,
  usedProfile: usedProvinceProfileOf({ coverage, peers: peersOf(quick, province(others)) }, quick),
  awaits: {},
});

describe('a company whose finding names the number of its peers', () => {
  it('the number of peers changes in steps', () => {
    expect([60, 90, 120, 180, 250].map((others) => peersOf(quick, province(others))?.count)).toEqual([
      50, 50, 100, 100, 200,
    ]);
  });

  it('the profile of a company has changed once its peers reach the next step', () => {
    expect(hasProvinceProfileChanged(used(60), coverage, province(120))).toBe(true);
    expect(hasProvinceProfileChanged(used(60), coverage, province(90))).toBe(false);
  });

  it('a stored profile is the same after it was read back', () => {
    const { usedProfile, ...rest } = used(120);
    const read = JSON.parse(JSON.stringify(usedProfile)) as typeof usedProfile;
    expect(hasProvinceProfileChanged({ ...rest, usedProfile: read }, coverage, province(120))).toBe(false);
  });
});
