import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairlyChosen, fairShare } from '#shared/domain/risk/fair-share.ts';

const numbered = (sender: string, count: number) =>
  new Set(Array.from({ length: count }, (_, n) => `${sender}${String(n).padStart(4, '0')}`));
const asItIs = (text: string) => text;

describe('the share of each sender in a limit for all', () => {
  it('what a sender does not need is shared by the others', () => {
    expect(fairShare([3, 500, 500], 1000)).toBe(498);
    expect(fairShare([500, 500], 1000)).toBe(1000);
    expect(fairShare([], 1000)).toBe(1000);
  });

  it('all together have no more than the limit, and no sender has less than an equal part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 900 }), { maxLength: 12 }),
        fc.integer({ min: 12, max: 2000 }),
        (counts, inAll) => {
          const most = fairShare(counts, inAll);
          expect(counts.reduce((sum, count) => sum + Math.min(count, most), 0)).toBeLessThanOrEqual(inAll);
          for (const count of counts)
            expect(Math.min(count, most)).toBeGreaterThanOrEqual(Math.min(count, Math.floor(inAll / counts.length)));
        },
      ),
    );
  });

  it('of each sender the first values are chosen, whatever their order', () => {
    const many = numbered('b', 30);
    const chosen = fairlyChosen([numbered('a', 2), new Set([...many].toReversed())], 12, asItIs);
    expect([...chosen].sort()).toEqual([...numbered('a', 2), ...numbered('b', 10)]);
  });
});
