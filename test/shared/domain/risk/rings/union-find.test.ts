import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnionFind } from '#shared/domain/risk/rings/union-find.ts';

const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 40 });

describe('UnionFind', () => {
  it('UnionFind gives the sets that naive labels give', () => {
    fc.assert(
      fc.property(pairs, (united) => {
        const sets = new UnionFind(20);
        let labels = Array.from({ length: 20 }, (_, index) => index);
        for (const [a, b] of united) {
          sets.unite(a, b);
          const [from, to] = [labels[a], labels[b]];
          labels = labels.map((label) => (label === from ? (to ?? label) : label));
        }
        for (let i = 0; i < 20; i += 1) {
          expect(sets.size(i)).toBe(labels.filter((label) => label === labels[i]).length);
          for (let j = 0; j < 20; j += 1) expect(sets.find(i) === sets.find(j)).toBe(labels[i] === labels[j]);
        }
      }),
    );
  });
});
