import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Played } from './play.ts';
import type { SystemDesign } from './system.ts';

/** A request to a worker: to play these seeds, or to make a failing run smaller. */
export interface Work {
  readonly design: SystemDesign;
  /** The folders of the unchanged steps and of the played ones. */
  readonly sound: string;
  readonly bundles: string;
  readonly seeds: readonly number[];
  /** Stops at the first run that fails. */
  readonly untilFound?: boolean;
  readonly choices?: readonly number[];
  readonly shrink?: boolean;
}

/** The results of a worker. */
export interface Seen {
  readonly runs: number;
  readonly steps: number;
  readonly interleavings: number;
  readonly faultCounts: Readonly<Record<string, number>>;
  readonly failing: readonly Played[];
  /** The number of Node's own timers that the runs have left, each of which holds its run in memory. */
  readonly timersLeft: number;
}

const ENVIRONMENT = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'simulated',
  AWS_SECRET_ACCESS_KEY: 'simulated',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  TZ: 'UTC',
};

/** Most objects of a run are garbage at its end, and with a large young heap they need not be copied. */
const YOUNG_HEAP = ['--max-semi-space-size=64'];

/** A worker process, which does one request after another and keeps its results of calm runs. */
export interface RunWorker {
  /** @throws {Error} where the process ends before it has answered */
  readonly work: (asked: Work) => Promise<Seen>;
  readonly dismiss: () => void;
}

export function startWorker(): RunWorker {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), {
    env: { ...process.env, ...ENVIRONMENT },
    execArgv: [...process.execArgv, ...YOUNG_HEAP],
  });
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

/** Has a new process do the work. */
export async function playInOwnProcess(work: Work): Promise<Seen> {
  const worker = startWorker();
  try {
    return await worker.work(work);
  } finally {
    worker.dismiss();
  }
}

/** Divides the seeds among the given number of processes. */
export async function playAll(work: Work, processes: number): Promise<Seen> {
  const shares = Array.from({ length: Math.min(processes, work.seeds.length) }, (_, n) =>
    work.seeds.filter((_seed, at) => at % processes === n),
  );
  const all = await Promise.all(shares.map((seeds) => playInOwnProcess({ ...work, seeds })));
  const sum = (of: (seen: Seen) => number) => all.reduce((total, seen) => total + of(seen), 0);
  return {
    runs: sum(({ runs }) => runs),
    steps: sum(({ steps }) => steps),
    interleavings: sum(({ interleavings }) => interleavings),
    faultCounts: summed(all.map(({ faultCounts }) => faultCounts)),
    failing: all.flatMap(({ failing }) => failing),
    timersLeft: sum(({ timersLeft }) => timersLeft),
  };
}

function summed(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = [...new Set(counts.flatMap((one) => Object.keys(one)))].sort();
  return Object.fromEntries(names.map((name) => [name, counts.reduce((sum, one) => sum + (one[name] ?? 0), 0)]));
}
