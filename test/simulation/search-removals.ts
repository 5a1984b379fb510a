import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { seeded } from '#test/support/seeded.ts';
import { bundleSteps } from './bundle.ts';
import { testsOfCopy } from './related-tests.ts';
import { type Removal, removalsIn } from './removals.ts';
import { SURVIVORS } from './survivors.ts';
import type { SystemDesign } from './system.ts';
import { type RunWorker, startWorker } from './worker-pool.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = ['functions/**/*.ts', 'shared/tables/*.ts', 'shared/use-cases/**/*.ts'];

/** The seed of the run, or the test, that found each removal; null where none did. */
export type FoundRemovals = Readonly<Record<string, number | string | null>>;
interface Search {
  readonly design: SystemDesign;
  readonly sound: string;
  /** The folder for the altered steps. */
  readonly own: string;
  /** The files whose syntax is left out. */
  readonly files: string;
  readonly most: number;
  readonly runs: number;
  readonly seed: number;
  /** Whether the tests that depend on a file are tried where no run finds its removal. */
  readonly withTests?: boolean;
}
interface Candidate extends Removal {
  readonly file: string;
}

/** Leaves out one part of the syntax after the other, and looks whether a run or a test finds it. */
export async function searchRemovals(search: Search, say: (found: string) => void): Promise<FoundRemovals> {
  const found: Record<string, number | string | null> = {};
  const left = [...(await chosen(search)).entries()].filter(([, one]) => !isKnown(one));
  const workOff = async (): Promise<void> => {
    const worker = startWorker();
    const tests = search.withTests ? await testsOfCopy() : undefined;
    for (let next = left.shift(); next; next = left.shift()) {
      const [n, one] = next;
      const seed = await seedOf(one, n, search, worker);
      const by = seed ?? (await tests?.failingWith(one.file, one.altered)) ?? null;
      found[nameOf(one)] = by;
      say(`${by ?? 'nobody'}\t${nameOf(one)}`);
    }
    worker.dismiss();
    await tests?.remove();
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, workOff));
  return found;
}

/** All removals of the chosen files, or so many of them by chance. */
async function chosen({ files: glob, most, seed }: Search): Promise<readonly Candidate[]> {
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => matchesGlob(file, glob));
  const all: Candidate[] = [];
  for (const file of files)
    for (const one of removalsIn(file, await readFile(join(ROOT, file), 'utf8'))) all.push({ ...one, file });
  const chance = seeded(seed);
  return all
    .map((one) => ({ one, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, most)
    .map(({ one }) => one);
}

const nameOf = ({ file, line, kind, what }: Candidate): string => `${file}:${line} ${kind}: ${what}`;
const isKnown = ({ file, what }: Candidate): boolean =>
  SURVIVORS.some((one) => one.file === file && what.includes(one.what));

/** The seed of the first run that finds the removal; null where none of them does. */
async function seedOf(
  { file, altered }: Candidate,
  n: number,
  { design, sound, own, runs, seed }: Search,
  worker: RunWorker,
) {
  const bundles = join(own, String(n));
  await bundleSteps(bundles, new Map([[file, altered]]));
  const seeds = Array.from({ length: runs }, (_, at) => seed + at);
  const { failing } = await worker.work({ design, sound, bundles, seeds, untilFound: true });
  await rm(bundles, { recursive: true });
  return failing[0]?.seed ?? null;
}
