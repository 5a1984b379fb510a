import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { commandLine } from '#test/support/command-line.ts';
import { bundleSteps } from './bundle.ts';
import { playInOwnProcess, playAll } from './worker-pool.ts';
import { keepReplay, reportOf } from './report.ts';
import { searchRemovals } from './search-removals.ts';
import { systemDesign } from './system.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'simulation');
const MOST_SHRUNK = 3;
/** So many parts of the syntax are left out where no count is given, and so many runs look for each. */
const MOST_REMOVALS = 20;
const RUNS_OF_A_REMOVAL = 60;
const Replay = z.looseObject({ seed: z.int(), choices: z.array(z.int().nonnegative()) });
const whole = z.coerce.number().int().nonnegative();

const USAGE = 'npm run simulate -- --runs N --seed S [--json FILE] [--replay PATH] [--guards COUNT]';
const words = process.argv.slice(2);
const { values } = commandLine(USAGE, {
  // The count may be left out
  args: words.flatMap((word, n) => (word === '--guards' && !/^\w/u.test(words[n + 1] ?? '') ? [word, 'yes'] : [word])),
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    replay: { type: 'string' },
    guards: { type: 'string', default: 'no' },
  },
});
const [runs, seed] = [whole.parse(values.runs), whole.parse(values.seed)];
const processes = Math.max(1, Math.min(8, availableParallelism()));

const own = join(CACHE, `run-${process.pid}`);
const sound = join(own, 'sound');
await bundleSteps(sound);
const design = await systemDesign(sound);
const work = { design, sound, bundles: sound };

async function simulate(): Promise<number> {
  const seen = await playAll({ ...work, seeds: Array.from({ length: runs }, (_, n) => seed + n) }, processes);
  for (const failing of seen.failing.slice(0, MOST_SHRUNK)) {
    const { failing: shrunk } = await playInOwnProcess({
      ...work,
      seeds: [failing.seed],
      choices: failing.choices,
      shrink: true,
    });
    const smallest = shrunk[0] ?? failing;
    const path = await keepReplay(smallest, join(CACHE, 'failing'));
    const eventful = smallest.choices.filter((choice) => choice !== 0).length;
    console.error(
      `Seed ${failing.seed}, ${failing.act} (${smallest.choices.length} choices, ${eventful} of them not calm):`,
    );
    for (const { kind, what } of smallest.found.slice(0, 5)) console.error(`  ${kind}: ${what}`);
    console.error(`  npm run simulate -- --replay ${path}`);
  }
  for (const { seed: other, act, found } of seen.failing.slice(MOST_SHRUNK))
    console.error(`Seed ${other}, ${act}: ${found.map(({ kind, what }) => `${kind}: ${what}`).join('; ')}`);
  const most = values.guards === 'no' ? 0 : Number(values.guards) || MOST_REMOVALS;
  const search = { design, sound, own, files: '**', most, runs: RUNS_OF_A_REMOVAL, seed };
  const report = reportOf(seen, most === 0 ? {} : await searchRemovals(search, (found) => console.error(found)));
  const text = JSON.stringify(report, null, 2);
  console.log(text);
  if (values.json !== undefined) await writeFile(values.json, `${text}\n`);
  return report.lost + report.doubled + report.different === 0 ? 0 : 1;
}

async function replay(path: string): Promise<number> {
  const { seed: played, choices } = Replay.parse(JSON.parse(await readFile(path, 'utf8')));
  const { failing } = await playInOwnProcess({ ...work, seeds: [played], choices });
  for (const { found } of failing) for (const { kind, what } of found) console.log(`${kind}: ${what}`);
  if (failing.length === 0) console.log('Nothing is wrong at the end of this run.');
  return failing.length === 0 ? 0 : 1;
}

// The bundler would keep the process alive
const code = values.replay === undefined ? await simulate() : await replay(values.replay);
await rm(own, { recursive: true });
process.exit(code);
