import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventSources } from '#infra/local/event-sources.ts';
import { mapping, queuesWith } from './listed-queues.ts';

/** A step that adds a message to the log for each of its own, and the log, which takes four at a time. */
async function drained(readsWholeBatches: boolean) {
  const waiting = new Map([
    ['work', Array.from({ length: 10 }, String)],
    ['log', new Array<string>()],
  ]);
  const work = mapping('work', { environment: { LOG: 'log' } });
  const log = { ...mapping('log'), batchSize: 4 };
  const batches: { readonly size: number; readonly left: number }[] = [];
  const invoke = async (name: string, size: number) => {
    const left = waiting.get('work')?.length ?? 0;
    if (name === 'log') batches.push({ size, left });
    else waiting.get('log')?.push(`entry ${left}`);
    await setTimeout(30);
  };
  const sources = eventSources(
    queuesWith(waiting),
    [work, log],
    ({ target }) => ({
      invoke: (event) => invoke(target.name, (event as { Records: readonly unknown[] }).Records.length),
      close: async () => undefined,
    }),
    { readsWholeBatches: ({ queue }) => readsWholeBatches && queue.url === 'log' },
  );
  await sources.drain();
  return batches;
}

describe('a queue that is read while earlier steps are running', () => {
  it('gives whole batches until the earlier steps have ended, and then what is left', async () => {
    const batches = await drained(true);
    expect(batches.map(({ size }) => size)).toEqual([4, 4, 2]);
    expect(batches.map(({ left }) => left > 0)).toEqual([true, expect.any(Boolean), false]);
  });

  it('is read only after them where it does not say so', async () => {
    expect((await drained(false)).map(({ left }) => left)).toEqual([0, 0, 0]);
  });
});
