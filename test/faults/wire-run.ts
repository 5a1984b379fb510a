import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { commandLine } from '#test/support/command-line.ts';
import { differing, resultsIn } from './same-results.ts';
import { runOverWire, runWithoutWire, wireOf } from './wire.ts';

// The time zone is Lambda's.
process.env['TZ'] = 'UTC';

/** The share of lost answers to writes, which alternates between high and low from run to run. */
const RATES = '0.3,0.06';

const { values } = commandLine('npm run prove -- wire [--runs N] [--seed S] [--rate R,R…] [--inbox DIR]', {
  options: {
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: RATES },
    inbox: { type: 'string', default: join(import.meta.dirname, '..', '..', 'events', 'sample-inbox') },
  },
});
const rates = values.rate.split(',').map(Number);
const calm = temporaryFolder('wire');
await runWithoutWire({ inbox: values.inbox, out: calm });
const expected = resultsIn(calm);
let different = 0;
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.runs); seed += 1) {
  const out = temporaryFolder('wire');
  const rate = rates[seed % rates.length] ?? 0;
  const { failures, befell } = await runOverWire({ inbox: values.inbox, out }, wireOf(rate), seed);
  const files = differing(expected, resultsIn(out));
  if (files.length > 0 || failures.length > 0) different += 1;
  console.log(JSON.stringify({ seed, rate, befell, failures, differing: files }));
}
console.log(JSON.stringify({ runs: Number(values.runs), different }));
process.exit(different === 0 ? 0 : 1);
