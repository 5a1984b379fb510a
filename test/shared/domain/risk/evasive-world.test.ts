import { beforeAll, describe, expect, it } from 'vitest';
import type { Metrics } from '#infra/research/back-test/metrics.ts';
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
import { judgeWorld } from '#test/support/evasive-world/judged.ts';
import { AS_OF, LABELLED_WORLD } from '#test/support/labelled-province.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

// The seeds differ from those to which weights were fitted.
const SEEDS = [11, 12] as const;
// One world has about five flags of honest companies, and two more or fewer are chance. Precision is therefore measured
// over several worlds.
const MORE_SEEDS = [...SEEDS, 31, 32] as const;
// No rule and no bound was chosen with worlds of these seeds.
const FRESH_SEEDS = [1, 2, 3, 4, 5, 6] as const;
const HONEST_FLAGGED = 0.003;

/**
 * The least precision and recall where most banks are silent or only the money is conspicuous, because idleness and bad
 * documents are no signs and unreported money is not guessed. Where few shells are flagged, one honest company among
 * them weighs more.
 */
const HARD_TO_CATCH: Readonly<Record<string, readonly [precision: number, recall: number]>> = {
  'taken over': [0.95, 0.53],
  'slow money': [0.93, 0.5],
  'money that goes round': [0.93, 0.68],
  // To be young is usual, so that it is no second kind of evidence beside the money
  'everything in order but the money': [0.97, 0.52],
  'a storm after a quiet year': [0.94, 0.53],
  'an honest record bought with the company': [0.91, 0.38],
  'lenders with staff and capital, money gone within the day': [0.8, 0.14],
  'web shops that send nothing, a tenth declared, money gone by evening': [0.92, 0.44],
  'puffed capital': [0.93, 0.58],
  'carousels that declare what they invoice, with hardly any money heard of': [0.91, 0.3],
  'fronts of every kind mixed': [0.94, 0.49],
  'quiet, layered, half the banks silent': [0.97, 0.52],
  'quiet small rings, half the banks silent': [0.955, 0.67],
  // Beside one office's word more must remain than a weak sign
  'mixed, half the banks silent': [0.955, 0.69],
};
const USUALLY: readonly [precision: number, recall: number] = [0.955, 0.7];

/** The means over the seeds. */
function figures(world: readonly WorldCompany[], grade: Grade, seeds: readonly number[]) {
  const measures = seeds.map((seed) => judgeWorld(evasiveWorld(world, grade, seed)));
  const mean = (figure: (one: Metrics) => number | undefined) =>
    measures.reduce((sum, one) => sum + (figure(one) ?? 0), 0) / measures.length;
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    averagePrecision: mean(({ averagePrecision }) => averagePrecision),
    honestFlagged: mean(({ honestFlagged }) => honestFlagged),
  };
}

describe('an evasive world', () => {
  let world: readonly WorldCompany[] = [];
  beforeAll(async () => {
    world = await worldFacts(LABELLED_WORLD, AS_OF);
  });

  it('an evasive world is the same for the same seed, and another for another', () => {
    const notified = (seed: number) =>
      evasiveWorld(world, MIXED, seed).flatMap(({ facts, shell }) => (shell ? [facts] : []));
    expect(notified(3)).toEqual(notified(3));
    expect(notified(3)).not.toEqual(notified(4));
  });

  it.each([...DESCRIBED, ...UNDESCRIBED, MIXED, ...FRONTS, ...VEILED_FRONTS, MIXED_FRONTS, ...HARDEST])(
    'precision and recall reach their minimum if shells evade: $name',
    (grade) => {
      const [leastPrecision, leastRecall] = HARD_TO_CATCH[grade.name] ?? USUALLY;
      const atLeast = ({ precision, recall, honestFlagged }: ReturnType<typeof figures>) =>
        precision >= leastPrecision && recall >= leastRecall && honestFlagged <= HONEST_FLAGGED;
      const [seed] = SEEDS;
      const one = figures(world, grade, [seed]);
      // Where chance may have kept one world below, both count
      expect(atLeast(one) ? one : figures(world, grade, SEEDS)).toSatisfy(atLeast);
    },
  );

  it.each([
    ['four seeds', MORE_SEEDS, [0.98, 0.865, 0.98]],
    ['six fresh seeds', FRESH_SEEDS, [0.965, 0.82, 0.955]],
  ] as const)('precision and recall reach their minimum if all tactics are mixed: %s', (_, seeds, least) => {
    const { precision, recall, averagePrecision } = figures(world, MIXED, seeds);
    const [leastPrecision, leastRecall, leastAveragePrecision] = least;
    expect(precision).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall).toBeGreaterThanOrEqual(leastRecall);
    expect(averagePrecision).toBeGreaterThanOrEqual(leastAveragePrecision);
  });

  it('honest companies that look worse than they are are not flagged, in a world without shells', () => {
    const honest = evasiveWorld(world, MIXED, 13).filter(({ shell }) => !shell);
    expect(judgeWorld(honest).honestFlagged).toBeLessThanOrEqual(HONEST_FLAGGED);
  });
});
