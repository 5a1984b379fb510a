import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { differing, resultsIn } from './same-results.ts';
import { BAD_WIRE, runOverWire, runWithoutWire } from './wire.ts';

const inbox = join(import.meta.dirname, '..', '..', 'events', 'sample-inbox');
const folder = () => temporaryFolder('wire');

describe('npm start over a bad wire', () => {
  it('a run whose answers are lost, throttled, given in part and twice ends as a run without a network', async () => {
    const outs = [folder(), folder()] as const;
    // The run over the network mostly waits for calls that are tried again, so both run concurrently
    const [calm, { failures, befell }] = await Promise.all([
      runWithoutWire({ inbox, out: outs[0] }),
      runOverWire({ inbox, out: outs[1] }, BAD_WIRE, 2),
    ]);
    expect([calm, failures]).toEqual([[], []]);
    expect(befell).toMatchObject({ refused: 0 });
    const { refused: _, ...met } = befell;
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(10);
    expect(befell.answerLost).toBeGreaterThan(100);
    expect(differing(resultsIn(outs[0]), resultsIn(outs[1]))).toEqual([]);
  });
});
