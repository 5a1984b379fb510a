import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../synthesised.ts';

/** The megabytes that a thread of 200 may take in all, in a process whose young heap is small. */
function heapOfThread(youngMegabytes: number, before: string): number {
  const script = `
    import { Worker } from 'node:worker_threads';
    import { letThreadsSizeTheirHeaps } from ${JSON.stringify(join(ROOT, 'infra/local/young-heaps.ts'))};
    ${before}
    const limit = 'import v8 from "node:v8"; import { parentPort } from "node:worker_threads"; parentPort.postMessage(v8.getHeapStatistics().heap_size_limit);';
    const resourceLimits = { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: ${youngMegabytes} };
    new Worker(limit, { eval: true, resourceLimits }).on('message', (bytes) => console.log(bytes / 2 ** 20));
  `;
  const words = ['--max-semi-space-size=4', '--input-type=module', '--eval', script];
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

it('a thread of the run has the young heap that it is given, whatever the runner started with', () => {
  const own = 'letThreadsSizeTheirHeaps();';
  expect(heapOfThread(48, own)).toBeGreaterThan(heapOfThread(24, own) + 8);
  expect(heapOfThread(48, '')).toBe(heapOfThread(24, ''));
});
