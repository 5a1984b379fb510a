import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSteps } from './bundle.ts';
import { systemDesign } from './system.ts';
import { playAll, type Work } from './worker-pool.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache');
const SEEDS = Array.from({ length: 8 }, (_, n) => 1 + n);

let folder: string;
let work: Omit<Work, 'seeds'>;
beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'simulation-'));
  await bundleSteps(folder);
  work = { design: await systemDesign(folder), sound: folder, bundles: folder };
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the simulation', () => {
  it('a run with faults at every step loses nothing, doubles nothing, leaves no timer, and ends like the calm run', async () => {
    const seen = await playAll({ ...work, seeds: SEEDS }, 2);
    expect(seen.failing.map(({ seed, found }) => ({ seed, found }))).toEqual([]);
    expect(seen).toMatchObject({ runs: SEEDS.length, timersLeft: 0 });
    expect(Object.keys(seen.faultCounts).length).toBeGreaterThan(15);
  });
});
