import { beforeAll, describe, expect, it } from 'vitest';
import type { Metrics } from '#infra/local/commands/back-test/metrics.ts';
import { evasiveWorld, type Grade } from '#test/support/evasive-world/evasive-world.ts';
import {
  DESCRIBED,
  FRONTS,
  HARDEST,
  MIXED,
  MIXED_FRONTS,
  UNDESCRIBED,
  VEILED_FRONTS,
} from '#test/support/evasive-world/grades.ts';
import { judged } from '#test/support/evasive-world/judged.ts';
import { AS_OF, LABELLED_WORLD } from '#test/support/labelled-province.ts';
import { type WorldCompany, worldFacts } from '#test/support/world-facts.ts';

// Not the seeds that weights were fitted to.
const SEEDS = [11, 12] as const;
// Of five honest flagged in a world two more or less are chance: precision is read over four.
const MORE_SEEDS = [...SEEDS, 31, 32] as const;
const HONEST_FLAGGED = 0.003;

/** In the order of the grades: what is caught of them by what is asked today. */
const CAUGHT_OF_VEILED = [0.45, 0.55, 0.47, 0.68, 0.46, 0.64] as const;

/** Means over the seeds. */
function figures(world: readonly WorldCompany[], grade: Grade, seeds: readonly number[]) {
  const measures = seeds.map((seed) => judged(evasiveWorld(world, grade, seed)));
  const mean = (figure: (one: Metrics) => number | undefined) =>
    measures.reduce((sum, one) => sum + (figure(one) ?? 0), 0) / measures.length;
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    averagePrecision: mean(({ averagePrecision }) => averagePrecision),
    honestFlagged: mean(({ honestFlagged }) => honestFlagged),
  };
}

describe('a province whose shells evade', () => {
  let world: readonly WorldCompany[] = [];
  beforeAll(async () => {
    world = await worldFacts(LABELLED_WORLD, AS_OF);
  });

  it('is the same for the same seed, and another for another', () => {
    const told = (seed: number) =>
      evasiveWorld(world, MIXED, seed).flatMap(({ facts, shell }) => (shell ? [facts] : []));
    expect(told(3)).toEqual(told(3));
    expect(told(3)).not.toEqual(told(4));
  });

  it.each(DESCRIBED)('is judged where tactics were told of: $name', (grade) => {
    const { precision, recall, averagePrecision, honestFlagged } = figures(world, grade, SEEDS);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.93);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.98);
    expect(honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
  });

  it.each([...UNDESCRIBED, MIXED])('is judged where nobody told of the tactic: $name', (grade) => {
    const { precision, recall, averagePrecision, honestFlagged } = figures(world, grade, MORE_SEEDS);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.955);
    expect(honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
  });

  it.each(FRONTS)('is judged where papers are in order: $name', (grade) => {
    const { precision, recall, averagePrecision, honestFlagged } = figures(world, grade, MORE_SEEDS);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.78);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.91);
    expect(honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
  });

  it.each([...VEILED_FRONTS, MIXED_FRONTS].map((grade, place) => ({ ...grade, caught: CAUGHT_OF_VEILED[place] ?? 1 })))(
    'is not flagged at random where fronts look honest: $name',
    ({ caught, ...grade }) => {
      const { precision, recall, honestFlagged } = figures(world, grade, MORE_SEEDS);
      // Half of them are missed: one honest company among those flagged weighs twice as much as above.
      expect(precision).toBeGreaterThanOrEqual(0.945);
      expect(recall).toBeGreaterThanOrEqual(caught);
      expect(honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
    },
  );

  it.each(HARDEST)('is not flagged at random where little is left to see: $name', (grade) => {
    const { precision, recall, averagePrecision, honestFlagged } = figures(world, grade, MORE_SEEDS);
    expect(precision).toBeGreaterThanOrEqual(0.965);
    expect(recall).toBeGreaterThanOrEqual(0.6);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.78);
    expect(honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
  });

  it('leaves honest companies alone that look worse than they are, with no shell among them', () => {
    const honest = evasiveWorld(world, MIXED, 13).filter(({ shell }) => !shell);
    expect(judged(honest).honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
  });
});
