import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Played } from './play.ts';
import type { SystemDesign } from './system.ts';

/** What a worker is asked: to play these seeds, or to make a failing run smaller. */
export interface Work {
  readonly design: SystemDesign;
  /** Where the sound steps lie, and those that are played. */
  readonly sound: string;
  readonly bundles: string;
  readonly seeds: readonly number[];
  /** Stops at the first run that fails. */
  readonly untilFound?: boolean;
  readonly choices?: readonly number[];
  readonly shrink?: boolean;
}

/** What a worker has seen. */
export interface Seen {
  readonly runs: number;
  readonly steps: number;
  readonly interleavings: number;
  readonly befell: Readonly<Record<string, number>>;
  readonly failing: readonly Played[];
}

const ENVIRONMENT = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'simulated',
  AWS_SECRET_ACCESS_KEY: 'simulated',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  TZ: 'UTC',
};

/** A process of its own, which does one work after the other and knows what it has learned of the calm. */
export interface Employed {
  /** @throws {Error} where it ends before it has answered */
  readonly work: (asked: Work) => Promise<Seen>;
  readonly dismiss: () => void;
}

export function employ(): Employed {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), { env: { ...process.env, ...ENVIRONMENT } });
  return {
    work: (asked) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`a worker ended with ${code}`));
        worker.once('error', reject);
        worker.once('exit', ended);
        worker.once('message', (seen: Seen) => {
          worker.off('error', reject);
          worker.off('exit', ended);
          resolve(seen);
        });
        worker.send(asked);
      }),
    dismiss: () => void worker.kill(),
  };
}

/** Has a process of its own do the work. */
export async function hire(work: Work): Promise<Seen> {
  const worker = employ();
  try {
    return await worker.work(work);
  } finally {
    worker.dismiss();
  }
}

/** Shares the seeds among so many processes. */
export async function playAll(work: Work, processes: number): Promise<Seen> {
  const shares = Array.from({ length: Math.min(processes, work.seeds.length) }, (_, n) =>
    work.seeds.filter((_seed, at) => at % processes === n),
  );
  const all = await Promise.all(shares.map((seeds) => hire({ ...work, seeds })));
  const sum = (of: (seen: Seen) => number) => all.reduce((total, seen) => total + of(seen), 0);
  return {
    runs: sum(({ runs }) => runs),
    steps: sum(({ steps }) => steps),
    interleavings: sum(({ interleavings }) => interleavings),
    befell: summed(all.map(({ befell }) => befell)),
    failing: all.flatMap(({ failing }) => failing),
  };
}

function summed(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = [...new Set(counts.flatMap((one) => Object.keys(one)))].sort();
  return Object.fromEntries(names.map((name) => [name, counts.reduce((sum, one) => sum + (one[name] ?? 0), 0)]));
}
