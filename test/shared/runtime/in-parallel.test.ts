import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('inParallel', () => {
  it('inParallel gives the results in order and never runs more than its width at once', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3)), fc.integer({ min: 1, max: 9 }), async (turns, width) => {
        let running = 0;
        let most = 0;
        const results = await inParallel(turns, width, async (count) => {
          running += 1;
          most = Math.max(most, running);
          for (let n = 0; n < count; n += 1) await turn();
          running -= 1;
          return count;
        });
        expect(results).toEqual(turns);
        expect(most).toBeLessThanOrEqual(width);
      }),
      { numRuns: 30 },
    ));

  it('inParallel begins nothing more once one task has failed, and rejects when none is under way any longer', async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      if (item === 1) throw new Error('throttled');
      await turn();
      ended.push(item);
    };
    await expect(inParallel([0, 1, 2, 3, 4, 5], 3, work)).rejects.toThrow('throttled');
    expect(ended.sort()).toEqual([0, 2]);
    await turn();
    await turn();
    expect(ended).toHaveLength(2);
  });
});

describe('chunksOf', () => {
  it('chunksOf leaves nothing out and makes no chunk too long', () =>
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const chunks = chunksOf(items, size);
        expect(chunks.flat()).toEqual(items);
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true);
      }),
    ));
});
