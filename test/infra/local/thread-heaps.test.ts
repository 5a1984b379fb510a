import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../synthesised.ts';

/** What a thread of 200 MB answers, in a process whose young heap is small. */
function answerOfThread(youngMegabytes: number, before: string, thread: string): number {
  const script = `
    import { Worker } from 'node:worker_threads';
    import { sizeHeapsOfThreads } from ${JSON.stringify(join(ROOT, 'infra/local/thread-heaps.ts'))};
    ${before}
    const resourceLimits = { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: ${youngMegabytes} };
    new Worker(${JSON.stringify(thread)}, { eval: true, resourceLimits }).on('message', console.log);
  `;
  const words = ['--max-semi-space-size=4', '--input-type=module', '--eval', script];
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

/** The megabytes that the thread may take in all. */
const LIMIT = `import v8 from 'node:v8';
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage(v8.getHeapStatistics().heap_size_limit / 2 ** 20);`;

/** How often the thread's old objects were collected while it filled 40 MB with objects that it keeps. */
const COLLECTIONS = `import { PerformanceObserver, constants } from 'node:perf_hooks';
  import { parentPort } from 'node:worker_threads';
  let collections = 0;
  new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) collections += 1;
  }).observe({ entryTypes: ['gc'] });
  const kept = [];
  const fill = (left) => {
    for (let n = 0; n < 100; n += 1) kept.push(Array.from({ length: 500 }, () => ({ n })));
    if (left > 0) setImmediate(fill, left - 1);
    else setTimeout(() => parentPort.postMessage(collections), 50);
  };
  fill(15);`;

it('a thread of the run has the young heap that it is given, whatever the runner started with', () => {
  const own = 'sizeHeapsOfThreads();';
  expect(answerOfThread(48, own, LIMIT)).toBeGreaterThan(answerOfThread(24, own, LIMIT) + 8);
  expect(answerOfThread(48, '', LIMIT)).toBe(answerOfThread(24, '', LIMIT));
});

it('a thread of the run does not collect its old objects before they are many', () => {
  expect(answerOfThread(24, 'sizeHeapsOfThreads();', COLLECTIONS)).toBe(0);
  expect(answerOfThread(24, '', COLLECTIONS)).toBeGreaterThan(0);
});
