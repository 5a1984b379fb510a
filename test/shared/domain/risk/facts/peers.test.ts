import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peerComparisonOf, peerQuantiles } from '#shared/domain/risk/facts/peers.ts';

const cell = 'G|0|1';
const province = Array.from({ length: 200 }, (_, n) => ({ cell, figures: { holdMinutes: (n + 1) * 10 } }));

describe('the comparison of a company with its peers', () => {
  it("a company's comparison gives the share of the other peers whose figure is no larger, by steps", () => {
    const table = peerQuantiles(province);
    const below = (holdMinutes: number) => peerComparisonOf(cell, { holdMinutes }, table)?.below;
    expect([below(1), below(60), below(1000), below(1990), below(99_999)]).toEqual([0, 0.01, 0.5, 0.95, 0.99]);
  });

  it('nineteen in twenty of the others keep their money longer than a company among the quickest', () => {
    const quick = (alike: number) =>
      province.map(({ figures }, n) => ({ cell, figures: n < alike ? { holdMinutes: 100 } : figures }));
    const below = (alike: number) => peerComparisonOf(cell, { holdMinutes: 100 }, peerQuantiles(quick(alike)))?.below;
    expect([below(10), below(11)]).toEqual([0.01, 0.05]);
  });

  it("a company's peers are taken from wider groups where its own is small, and unknown where all are", () => {
    const table = peerQuantiles(province);
    expect(peerComparisonOf('G|2|0', { holdMinutes: 5 }, table)).toMatchObject({
      cell: 'G|*|*',
      below: 0,
    });
    expect(peerComparisonOf('F|2|0', { holdMinutes: 5 }, table)?.cell).toBe('*|*|*');
    expect(peerComparisonOf(cell, { holdMinutes: 5 }, peerQuantiles(province.slice(0, 10)))).toBeUndefined();
  });

  it("a company's comparison with its peers does not depend on the order of the companies", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(province, { minLength: province.length }), (shuffled) => {
        expect(peerQuantiles(shuffled)).toEqual(peerQuantiles(province));
      }),
      { numRuns: 20 },
    );
  });
});
