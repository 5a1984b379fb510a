import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSteps, type FilesByExport } from './bundle.ts';
import { playAll, type Work } from './worker-pool.ts';
import { GUARDS } from './guards.ts';
import { searchGuards } from './search-guards.ts';
import { systemDesign } from './system.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache');
/** Eleven small runs and a large one. */
const SEEDS = Array.from({ length: 12 }, (_, n) => 1 + n);
/** The guards whose removal is found quickly; `npm run simulate` removes every guard. */
const TAKEN_AWAY = GUARDS.filter(({ foundBy }) => foundBy !== undefined)
  .sort((a, b) => Number(a.foundBy) - Number(b.foundBy))
  .slice(0, 3);

let folder: string;
let work: Omit<Work, 'seeds'>;
let sources: FilesByExport;
beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'simulation-'));
  const sound = join(folder, 'sound');
  sources = await bundleSteps(sound);
  work = { design: await systemDesign(sound), sound, bundles: sound };
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the simulation', () => {
  it('a run with faults at every step loses nothing, doubles nothing, leaves no timer, and ends like the calm run', async () => {
    const seen = await playAll({ ...work, seeds: SEEDS }, 2);
    expect(seen.failing.map(({ seed, found }) => ({ seed, found }))).toEqual([]);
    expect(seen).toMatchObject({ runs: SEEDS.length, timersLeft: 0 });
    expect(Object.keys(seen.faultCounts).length).toBeGreaterThan(15);
  });

  it('every guard that can be removed is in the code once where the list says', () => {
    const misplaced = GUARDS.flatMap(({ name, patches }) =>
      patches.every(({ file, find }) => occursOnce(readFileSync(join(CACHE, '..', file), 'utf8'), find)) ? [] : [name],
    );
    expect(misplaced).toEqual([]);
    expect(GUARDS.length).toBeGreaterThanOrEqual(25);
  });

  it('a removed guard is found', async () => {
    const found = await searchGuards(TAKEN_AWAY, { ...work, sources, seed: 1 }, join(folder, 'guards'), 2);
    expect(TAKEN_AWAY.filter(({ name }) => found[name] === null)).toEqual([]);
  });
});

const occursOnce = (text: string, part: string): boolean => text.split(part).length === 2;
