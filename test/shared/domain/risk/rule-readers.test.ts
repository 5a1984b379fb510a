import { beforeAll, describe, expect, it } from 'vitest';
import { judgeWorld } from '#test/support/evasive-world/judged.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { withRuleReaders } from '#test/support/rule-readers/plant.ts';
import { withoutOptionalFeeds } from '#test/support/thinned-world.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

// The seeds differ from those to which weights were fitted.
const SEEDS = [31, 32] as const;

describe('shells that read the rules', () => {
  let world: readonly WorldCompany[] = [];
  beforeAll(async () => {
    world = await worldFacts(REAL_PROVINCE, AS_OF);
  });

  it('simulated evasive shells are the same for the same seed', () => {
    const shells = (seed: number) => withRuleReaders(world, seed).filter(({ shell }) => shell);
    expect(shells(5)).toEqual(shells(5));
    expect(shells(5)).not.toEqual(shells(6));
  });

  it.each([
    ['with optional feeds', (company: WorldCompany) => company, 0.45],
    ['without optional feeds', withoutOptionalFeeds, 0.25],
  ] as const)('simulated evasive shells are judged %s, half the accounts silent', (_, thinned, averagePrecision) => {
    const measured = SEEDS.map((seed) => judgeWorld(withRuleReaders(world, seed).map(thinned)));
    const mean = measured.reduce((sum, one) => sum + (one.averagePrecision ?? 0), 0) / measured.length;
    expect(mean).toBeGreaterThanOrEqual(averagePrecision);
    for (const { honestFlagged } of measured) expect(honestFlagged).toBeLessThanOrEqual(0.002);
  });
});
