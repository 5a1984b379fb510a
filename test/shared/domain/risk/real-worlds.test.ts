import { beforeAll, describe, expect, it } from 'vitest';
import type { Metrics } from '#infra/research/back-test/metrics.ts';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import { judgeWorld, withBands } from '#test/support/evasive-world/judged.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { unnamedSources } from '#test/support/unnamed-sources.ts';
import { withoutOptionalFeeds, withoutTaxOffices } from '#test/support/thinned-world.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

describe('a province at the register’s real base rates', () => {
  let world: readonly WorldCompany[] = [];
  /** With and without optional feeds. */
  let whole: Metrics;
  let thin: Metrics;
  beforeAll(async () => {
    world = await worldFacts(REAL_PROVINCE, AS_OF);
    whole = judgeWorld(world);
    thin = judgeWorld(world.map(withoutOptionalFeeds));
  });

  it.each([
    ['with optional feeds', () => whole, 0.75, 0.88],
    ['with six tenths of the tax offices', () => judgeWorld(world.map(withoutTaxOffices(0.6, 1))), 0.72, 0.88],
    ['without optional feeds, half the banks silent', () => thin, 0.5, 0.65],
  ] as const)(
    'precision and recall hold at the register’s real base rates: %s',
    (_, measure, recall, averagePrecision) => {
      const measured = measure();
      expect(measured.precision).toBeGreaterThanOrEqual(0.93);
      expect(measured.recall).toBeGreaterThanOrEqual(recall);
      expect(measured.averagePrecision).toBeGreaterThanOrEqual(averagePrecision);
      expect(measured.honestFlagged).toBeLessThanOrEqual(0.001);
    },
  );

  it('at real base rates most companies with a score from 40 on are shells, and hardly any below 10', () => {
    const bands = whole.reliability ?? [];
    const of = (low: number, high: number) => {
      const some = bands.filter(({ from }) => from >= low && from < high);
      const sum = (asked: (band: (typeof bands)[number]) => number) => some.reduce((all, band) => all + asked(band), 0);
      return (
        sum(({ shells }) => shells) /
        Math.max(
          1,
          sum(({ companies }) => companies),
        )
      );
    };
    expect(of(0, 10)).toBeLessThan(0.01);
    expect(of(40, 100)).toBeGreaterThan(0.85);
  });

  it('in each tenth of the score the share of shells is the stated one, give or take a tenth', () => {
    const bands = [whole, thin].flatMap(({ reliability = [] }) => reliability);
    const pooled = [...Map.groupBy(bands, ({ from }) => from)].map(([from, some]) => {
      const companies = some.reduce((sum, band) => sum + band.companies, 0);
      const shells = some.reduce((sum, band) => sum + band.shells, 0);
      return { from, companies, off: Math.abs(shells / companies - (from + 5) / 100) };
    });
    const judged = pooled.filter(({ companies }) => companies >= 5);
    expect(judged.length).toBeGreaterThanOrEqual(4);
    expect(judged.filter(({ off }) => off > 0.1)).toEqual([]);
  });

  it('hardly any company is flagged for being idle, small or late at real base rates', () => {
    const flagged = withBands(world).filter(
      (facts, n) =>
        /dormant|ceased|suspended|micro|thin/u.test(world[n]?.kind ?? '') && assess(facts).verdict === 'flagged',
    );
    expect(flagged.length).toBeLessThanOrEqual(2);
  });

  // The sales of companies whose tax office sends nothing are known here too.
  const soldLately = ({ facts }: WorldCompany) =>
    facts.returns.some(({ period, revenue = 0 }) => revenue > 0 && period >= '2025-Q3');
  it.each([
    ['all tax offices', (company: WorldCompany) => company, 0.75, 0],
    ['six tenths of the tax offices', withoutTaxOffices(0.6, 1), 0.72, 0.02],
  ] as const)('inactive companies are found at real base rates, and hardly any that sold lately: %s', (...view) => {
    const [, thinned, recall, wrong] = view;
    const notified = world.filter((one) => activityOf({ ...thinned(one).facts, bands: [] }).activity === 'inactive');
    const idle = world.filter(({ shell, why }) => !shell && /dormant/u.test(why));
    const found = notified.filter((company) => idle.includes(company));
    expect(found.length).toBeGreaterThan(idle.length * recall);
    expect(notified.filter(soldLately).length).toBeLessThanOrEqual(notified.length * wrong);
  });

  it('every rule names the kinds of rows without which its findings at real base rates are not the same', () => {
    const unnamed = world.flatMap(({ facts }) => unnamedSources({ ...facts, bands: [] }));
    expect([...new Set(unnamed)].sort()).toEqual([]);
  });
});
