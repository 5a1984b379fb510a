import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventSources } from '#infra/local/event-sources.ts';
import { mapping, queuesWith } from './listed-queues.ts';

describe('the sandboxes of an embedded run', () => {
  it.each([
    ['a single sandbox works, its next batch is collected', 1],
    ['two sandboxes work, neither collects a batch that the other could begin', 2],
  ])('while %s', async (_, width) => {
    const waiting = new Map([['work', ['a', 'b', 'c']]]);
    const left: (number | undefined)[] = [];
    const invoke = async () => {
      await setTimeout(20);
      left.push(waiting.get('work')?.length);
    };
    const mappings = [{ ...mapping('work'), maximumConcurrency: width }];
    const sources = eventSources(queuesWith(waiting), mappings, () => ({ invoke, close: async () => undefined }));
    await sources.drain();
    expect([...sources.progress.values()]).toMatchObject([{ done: 3, failed: 0 }]);
    // Two are taken: the first, and the next one by whoever can begin with it first
    expect(left[0]).toBe(1);
  });

  it('a function that is needed again keeps its sandbox between two drains, and the others are closed', async () => {
    const waiting = new Map<string, string[]>();
    const closed: string[] = [];
    const sources = eventSources(
      queuesWith(waiting),
      [mapping('once'), mapping('again')],
      ({ target }) => ({ invoke: async () => undefined, close: async () => void closed.push(target.name) }),
      { keeps: ({ target }) => target.name === 'again' },
    );
    for (const body of ['first', 'second']) {
      for (const name of ['once', 'again']) waiting.set(name, [body]);
      await sources.drain();
    }
    expect(new Set(closed)).toEqual(new Set(['once']));
    expect([...sources.progress.values()].map(({ done }) => done)).toEqual([2, 2]);
    await sources.close();
    expect(closed).toContain('again');
  });

  it('a sandbox that was loaded ahead and had nothing to do is closed as well', async () => {
    const closed: string[] = [];
    const close = async () => void closed.push('idle');
    const sources = eventSources(queuesWith(new Map()), [mapping('idle')], () => ({ invoke: async () => null, close }));
    await sources.drain();
    expect(closed).toEqual(['idle']);
  });

  it.each([
    ['a hundred messages are worth one sandbox', 10, 100, 1],
    ['more messages are worth another', 10, 101, 2],
    ['messages that are taken one by one are worth one each', 1, 2, 2],
  ])('%s', async (_, batchSize, messages, loaded) => {
    const waiting = new Map([['work', Array.from({ length: messages }, String)]]);
    const used = new Set<number>();
    let opened = 0;
    const open = () => {
      const own = (opened += 1);
      return { invoke: async () => void used.add(own), close: async () => undefined };
    };
    const sources = eventSources(queuesWith(waiting), [{ ...mapping('work'), batchSize, maximumConcurrency: 2 }], open);
    await sources.drain();
    expect([...sources.progress.values()]).toMatchObject([{ done: messages }]);
    expect(used.size).toBe(loaded);
  });
});
