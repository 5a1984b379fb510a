import { join } from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import { NO_FAULTS } from '#test/support/lossy-proxy.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { differing, resultsIn } from './same-results.ts';
import { BAD_WIRE, runOverWire, runWithoutWire } from './wire.ts';

const inbox = join(import.meta.dirname, '..', '..', 'events', 'sample-inbox');
const folder = () => temporaryFolder('wire');
let calm: ReadonlyMap<string, string>;
beforeAll(async () => {
  const out = folder();
  const failures = await runWithoutWire({ inbox, out });
  if (failures.length > 0) throw new Error(failures.join('\n'));
  calm = resultsIn(out);
});

describe('npm start over a bad wire', () => {
  // Both runs mostly wait for calls that are tried again, so they run concurrently
  it.concurrent.for([
    { wire: 'answers lost', faults: { ...NO_FAULTS, answerLost: 0.3 }, seed: 1 },
    { wire: 'answers lost, throttled, in part and twice', faults: BAD_WIRE, seed: 2 },
  ])('a run over a bad network ends as a run without a network: $wire', async ({ faults, seed }, { expect }) => {
    const out = folder();
    const { failures, befell } = await runOverWire({ inbox, out }, faults, seed);
    expect(failures).toEqual([]);
    expect(befell.answerLost).toBeGreaterThan(100);
    expect(differing(calm, resultsIn(out))).toEqual([]);
  });
});
