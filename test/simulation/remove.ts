import { globSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, matchesGlob } from 'node:path';
import * as z from 'zod';
import { commandLine } from '#test/support/command-line.ts';
import { seeded } from '#test/support/seeded.ts';
import { bundleSteps } from './bundle.ts';
import { type Removal, removalsIn } from './removals.ts';
import { SURVIVORS } from './survivors.ts';
import { systemDesign } from './system.ts';
import { startWorker } from './worker-pool.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, '.cache', 'simulation');
const SOURCES = ['functions/**/*.ts', 'shared/tables/*.ts', 'shared/use-cases/**/*.ts'];
const whole = z.coerce.number().int().nonnegative();

const USAGE = 'npm run removals -- [--files GLOB] [--max N] [--runs N] [--seed S] [--json FILE]';
const { values } = commandLine(USAGE, {
  options: {
    files: { type: 'string', default: '**' },
    max: { type: 'string', default: '20' },
    runs: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const [most, runs, seed] = [whole.parse(values.max), whole.parse(values.runs), whole.parse(values.seed)];
const own = join(CACHE, `removals-${process.pid}`);
const sound = join(own, 'sound');
await bundleSteps(sound);
const design = await systemDesign(sound);

interface Candidate extends Removal {
  readonly file: string;
}

/** All removals of the chosen files, or so many of them by chance. */
async function chosen(): Promise<readonly Candidate[]> {
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => matchesGlob(file, values.files));
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
async function seedOf({ file, altered }: Candidate, n: number, worker: ReturnType<typeof startWorker>) {
  const bundles = join(own, String(n));
  await bundleSteps(bundles, new Map([[file, altered]]));
  const seeds = Array.from({ length: runs }, (_, at) => seed + at);
  const { failing } = await worker.work({ design, sound, bundles, seeds, untilFound: true });
  await rm(bundles, { recursive: true });
  return failing[0]?.seed ?? null;
}

const found: Record<string, number | null> = {};
const left = [...(await chosen()).entries()].filter(([, one]) => !isKnown(one));
const workOff = async (): Promise<void> => {
  const worker = startWorker();
  for (let next = left.shift(); next; next = left.shift()) {
    const [n, one] = next;
    found[nameOf(one)] = await seedOf(one, n, worker);
    console.log(`${found[nameOf(one)] ?? 'nobody'}\t${nameOf(one)}`);
  }
  worker.dismiss();
};
await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, workOff));
const survivors = Object.values(found).filter((by) => by === null).length;
console.log(`${Object.keys(found).length} removals, ${survivors} that no run finds.`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
await rm(own, { recursive: true });
// The bundler would keep the process alive
process.exit(0);
