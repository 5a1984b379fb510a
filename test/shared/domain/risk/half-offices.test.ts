import { beforeAll, describe, expect, it } from 'vitest';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import { sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { coverageFor } from '#shared/domain/risk/province/coverage-for.ts';
import { provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { withoutOptionalFeeds } from '#test/support/thinned-world.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

const byChance = ({ facts }: WorldCompany) => Number(facts.enterpriseCode.slice(-2, -1)) % 2 === 0;
const byForm = ({ facts }: WorldCompany) => facts.legalForm !== 'TNHH1TV';
const byCommune = ({ headOfficeAddress }: WorldCompany) =>
  (parseAddress(headOfficeAddress).communeKey ?? '').charCodeAt(4) % 2 === 0;

/** The tax offices send no rows of the left-out companies from a day on. */
function without(company: WorldCompany, from: string): WorldCompany {
  const { returns, invoices } = company.facts;
  const facts = {
    ...company.facts,
    returns: returns.filter(({ filedOn }) => filedOn < from),
    invoices: invoices.filter(({ on }) => on < from),
  };
  return withoutOptionalFeeds({ ...company, facts });
}

function surveyed(companies: readonly WorldCompany[]): WorldCompany[] {
  const samples = companies.map((one) => sampleOf(one.facts, parseAddress(one.headOfficeAddress)));
  const covered = companies[0]?.provinceCoverage;
  if (covered === undefined) throw new Error('a world has companies');
  const { offices, wholeBanks } = provinceProfileOf(samples, covered);
  return companies.map((company, n) => {
    const sample = samples[n];
    if (sample === undefined) throw new Error('each company has a sample');
    const { invoicePairs: _none, ...coverage } = coverageFor(sample, covered, offices, wholeBanks);
    return { ...company, facts: { ...company.facts, coverage } };
  });
}

describe('a province whose tax offices send rows of only some of their companies', () => {
  let world: readonly WorldCompany[] = [];
  beforeAll(async () => {
    world = await worldFacts(REAL_PROVINCE, AS_OF);
  });

  it.each([
    ['half of them by chance', byChance, '', 0.2],
    ['half of them by chance, the others until March', byChance, '2025-04-01', 0.12],
    ['companies of one member', byForm, '', 0.2],
    ['every second commune', byCommune, '', 0.2],
  ] as const)('hardly any company that sold lately is told as inactive: %s', (_, isLeftOut, from, recall) => {
    const sold = world.filter(({ facts }) =>
      facts.returns.some((one) => Number(one.revenue) > 0 && one.period >= '2025-Q3'),
    );
    const lately = new Set(sold.map(({ facts }) => facts.enterpriseCode));
    const thinned = surveyed(world.map((one) => (isLeftOut(one) ? without(one, from) : without(one, '9999'))));
    const told = thinned.filter(({ facts }) => activityOf({ ...facts, bands: [] }).activity === 'inactive');
    const idle = thinned.filter(({ shell, why }) => !shell && /dormant/u.test(why));
    expect(told.filter(({ facts }) => lately.has(facts.enterpriseCode)).length).toBeLessThanOrEqual(told.length * 0.02);
    expect(told.filter((one) => idle.includes(one)).length).toBeGreaterThan(idle.length * recall);
  });
});
