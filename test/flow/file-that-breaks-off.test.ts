import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { activities, code } from '#test/support/sample-feeds.ts';
import { coverageOf } from '#test/support/coverage-of.ts';

/** A note that hardly packs, so that half of the packed bytes hold many rows. */
const note = (n: number) => createHash('sha256').update(String(n)).digest('hex');
const rows = Array.from({ length: 3000 }, (_, n) => `${code(n % 20)},BHXH,30/06/2025,3,${note(n)}`);

describe('a file that breaks off', () => {
  it('covers no days, because the rows behind the break are missing and prove no silence', async () => {
    const run = await flow();
    const whole = gzipSync(activities(...rows));
    const spans = async () => (await coverageOf(run, 'activities'))?.spans;
    await run.drop('activities/a.csv.gz', whole.subarray(0, whole.length / 2));
    await run.settle();
    const { accepted, error } = run.receipt('activities/a.csv.gz') as { accepted: number; error?: object };
    expect([accepted > 0, error !== undefined]).toEqual([true, true]);
    expect(await spans()).toEqual({});
    await run.drop('activities/a.csv.gz', whole);
    await run.settle();
    expect(await spans()).toMatchObject({ BHXH: { to: '2025-06-30' } });
  });
});
