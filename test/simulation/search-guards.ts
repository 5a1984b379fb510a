import { join } from 'node:path';
import { bundleSteps, type FilesByExport } from './bundle.ts';
import { startWorker } from './worker-pool.ts';
import type { Guard } from './guard.ts';
import type { SimulationReport } from './report.ts';
import type { SystemDesign } from './system.ts';

interface Search {
  readonly design: SystemDesign;
  readonly sound: string;
  /** The sources of each step. */
  readonly sources: FilesByExport;
  /** The first seed that is tried after the guard's own seed. */
  readonly seed: number;
}

const MOST_RUNS = 400;

/**
 * Removes one guard after another and plays runs until one fails.
 * @returns the seed of that run for each guard, or null where none failed
 */
export async function searchGuards(
  guards: readonly Guard[],
  { design, sound, sources, seed }: Search,
  folder: string,
  processes: number,
  tell: (sentence: string) => void = () => undefined,
): Promise<SimulationReport['guards']> {
  const found = new Map<string, number | null>();
  const entries = guards.entries();
  const lane = async () => {
    const worker = startWorker();
    for (const [n, { name, patches, foundBy }] of entries) {
      const bundles = join(folder, String(n));
      await bundleSteps(bundles, patches, sources);
      const seeds = [
        ...(foundBy === undefined ? [] : [foundBy]),
        ...Array.from({ length: MOST_RUNS }, (_, at) => seed + at),
      ];
      const { failing } = await worker.work({ design, sound, bundles, seeds, untilFound: true });
      const [first] = failing;
      found.set(name, first?.seed ?? null);
      tell(first ? `${name}: found by seed ${first.seed}` : `${name}: not found`);
    }
    worker.dismiss();
  };
  await Promise.all(Array.from({ length: processes }, lane));
  return Object.fromEntries(guards.map(({ name }) => [name, found.get(name) ?? null]));
}
