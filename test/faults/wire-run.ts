import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '#test/support/command-line.ts';
import { NO_FAULTS } from '#test/support/lossy-proxy.ts';
import { differing, resultsIn } from './same-results.ts';
import { BAD_WIRE, runOverWire } from './wire.ts';

// The time zone is Lambda's.
process.env['TZ'] = 'UTC';

/** The share of lost answers to writes, which alternates between high and low from run to run. */
const ANSWERS_LOST = [0.3, 0.06];

const { values } = commandLine('npm run faults:wire -- [--runs N] [--seed S] [--inbox DIR]', {
  options: {
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    inbox: { type: 'string', default: join(import.meta.dirname, '..', '..', 'events', 'sample-inbox') },
  },
});
const folder = () => mkdtempSync(join(tmpdir(), 'haukiem-wire-'));
const calm = folder();
await runOverWire({ inbox: values.inbox, out: calm }, NO_FAULTS, 0);
const expected = resultsIn(calm);
let different = 0;
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.runs); seed += 1) {
  const out = folder();
  const answerLost = ANSWERS_LOST[seed % ANSWERS_LOST.length] ?? 0;
  const { failures, befell } = await runOverWire({ inbox: values.inbox, out }, { ...BAD_WIRE, answerLost }, seed);
  const files = differing(expected, resultsIn(out));
  if (files.length > 0 || failures.length > 0) different += 1;
  console.log(JSON.stringify({ seed, answerLost, befell, failures, differing: files }));
}
console.log(JSON.stringify({ runs: Number(values.runs), different }));
process.exit(different === 0 ? 0 : 1);
