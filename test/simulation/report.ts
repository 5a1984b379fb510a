import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seen } from './worker-pool.ts';
import type { Violation } from './outside.ts';
import type { Played } from './play.ts';

/** The report of many runs. */
interface SimulationReport {
  readonly runs: number;
  readonly steps: number;
  readonly interleavings: number;
  readonly faultsInjected: number;
  /** The number of faults of each kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly doubled: number;
  readonly different: number;
  /** The seed or the test that found each removal of syntax; null where none did. Empty where none was tried. */
  readonly guards: Readonly<Record<string, number | string | null>>;
}

/** @param seen runs of the sound steps; each run counts once for each kind of fault */
export function reportOf(seen: Seen, guards: SimulationReport['guards']): SimulationReport {
  const guilty = (kind: Violation['kind']) =>
    seen.failing.filter(({ found }) => found.some((one) => one.kind === kind)).length;
  return {
    runs: seen.runs,
    steps: seen.steps,
    interleavings: seen.interleavings,
    faultsInjected: Object.values(seen.faultCounts).reduce((sum, times) => sum + times, 0),
    faults: seen.faultCounts,
    lost: guilty('lost'),
    doubled: guilty('doubled'),
    different: guilty('different'),
    guards,
  };
}

/** Writes a file by which a failing run can be replayed. @returns the path of the file */
export async function keepReplay({ seed, choices, found }: Played, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `seed-${seed}.json`);
  await writeFile(path, `${JSON.stringify({ seed, choices, found })}\n`);
  return path;
}
