import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { judged, withBands } from '#test/support/evasive-world/judged.ts';
import { silenced } from '#test/support/evasive-world/evasive-world.ts';
import { AS_OF, REAL_WORLDS } from '#test/support/labelled-province.ts';
import { withoutOptionalFeeds, withoutTaxOffices } from '#test/support/thinned-world.ts';
import { type WorldCompany, worldFacts } from '#test/support/world-facts.ts';

const there = REAL_WORLDS.every((world) => existsSync(world));
const worlds = there ? await Promise.all(REAL_WORLDS.map((world) => worldFacts(world, AS_OF))) : [];
const [cases = [], evasive = [], told = [], filing = []] = worlds;

describe.skipIf(!there)('a province at the register’s real base rates', () => {
  it.each([
    ['with optional feeds', cases, 0.75, 0.88],
    ['whose shells evade', evasive, 0.8, 0.85],
    ['whose shells file and insure', filing, 0.8, 0.9],
    ['without optional feeds, most banks telling', told, 0.4, 0.6],
    ['with six tenths of the tax offices', cases.map(withoutTaxOffices(0.6, 1)), 0.72, 0.88],
    ['without optional feeds, half the banks silent', cases.map(withoutOptionalFeeds), 0.5, 0.65],
    ['whose shells file, without optional feeds', filing.map(withoutOptionalFeeds), 0.42, 0.65],
    ['where half of the telling banks fall silent', told.map(silenced(1)), 0.25, 0.48],
  ] as [string, readonly WorldCompany[], number, number][])('%s', (_, world, recall, averagePrecision) => {
    const measured = judged(world);
    expect(measured.precision).toBeGreaterThanOrEqual(0.93);
    expect(measured.recall).toBeGreaterThanOrEqual(recall);
    expect(measured.averagePrecision).toBeGreaterThanOrEqual(averagePrecision);
    expect(measured.honestFlagged).toBeLessThanOrEqual(0.001);
  });

  it('scores what is true: of those from 40 on seven tenths are shells, of those below 10 hardly any', () => {
    const bands = worlds.flatMap((world) => judged(world).reliability ?? []);
    const of = (low: number, high: number) => {
      const some = bands.filter(({ from }) => from >= low && from < high);
      const sum = (asked: (band: (typeof bands)[number]) => number) => some.reduce((all, band) => all + asked(band), 0);
      return sum(({ shells }) => shells) / sum(({ companies }) => companies);
    };
    expect(of(0, 10)).toBeLessThan(0.01);
    expect(of(40, 90)).toBeGreaterThan(0.7);
    expect(of(90, 100)).toBeGreaterThan(0.97);
  });

  it('flags nobody for being idle, small, late, or one of a family', () => {
    const idle = cases.filter(({ kind }) => /dormant|ceased|suspended|micro|thin/u.test(kind));
    const flagged = withBands(cases).filter(
      (facts, n) => idle.includes(cases[n] ?? idle[0]!) && assess(facts).verdict === 'flagged',
    );
    expect(flagged.length).toBeLessThanOrEqual(1);
  });
});
