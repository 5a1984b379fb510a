import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { commandLine } from '#test/support/command-line.ts';
import { bundleSteps } from './bundle.ts';
import { searchRemovals } from './search-removals.ts';
import { systemDesign } from './system.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'simulation');
const whole = z.coerce.number().int().nonnegative();

const USAGE = 'npm run prove -- removals [--files GLOB] [--max N] [--runs N] [--seed S] [--json FILE]';
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

const search = { design, sound, own, files: values.files, most, runs, seed, withTests: true };
const found = await searchRemovals(search, (one) => console.log(one));
const survivors = Object.values(found).filter((by) => by === null).length;
console.log(`${Object.keys(found).length} removals, ${survivors} that no run and no test finds.`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
await rm(own, { recursive: true });
// The bundler would keep the process alive
process.exit(0);
