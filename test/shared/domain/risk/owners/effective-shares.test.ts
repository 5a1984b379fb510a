import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveShares } from '#shared/domain/risk/owners/effective-shares.ts';
import type { Holding } from '#shared/domain/risk/owners/holding.ts';

const person = (n: number) => ({ kind: 'person', name: `Người ${n}`, number: `0330850000${n}` }) as const;
const company = (code: string) => ({ kind: 'organisation', name: `Công ty ${code}`, number: code }) as const;
const holds = (holder: Holding['holder'], share: number, votingShare?: number): Holding => ({
  holder,
  share,
  votingShare,
  since: '2025-07-01',
});
const sharesOf = (tables: Readonly<Record<string, readonly Holding[]>>) =>
  Object.fromEntries(
    effectiveShares('A', new Map(Object.entries(tables))).map(({ holder, share }) => [holder.name, share]),
  );

describe('shares through organisations', () => {
  it('a direct share and one through an organisation add up, and each chain is a product', () => {
    expect(
      sharesOf({ A: [holds(person(1), 40), holds(company('B'), 60)], B: [holds(person(1), 50), holds(person(2), 50)] }),
    ).toEqual({ 'Người 1': 70, 'Người 2': 30 });
  });

  it('two companies that hold parts of each other count as what stands behind them', () => {
    const mutual = {
      A: [holds(person(1), 50), holds(company('B'), 50)],
      B: [holds(person(2), 50), holds(company('A'), 50)],
    };
    const shares = sharesOf(mutual);
    expect(shares['Người 1']).toBeCloseTo(66.6667, 3);
    expect(shares['Người 2']).toBeCloseTo(33.3333, 3);
  });

  it('nobody stands behind companies that hold each other completely', () => {
    expect(sharesOf({ A: [holds(company('B'), 100)], B: [holds(company('A'), 100)] })).toEqual({});
  });

  it('an organisation whose members are unknown ends its chain', () => {
    expect(sharesOf({ A: [holds(company('UBND'), 75), holds(person(1), 25)] })).toEqual({
      'Công ty UBND': 75,
      'Người 1': 25,
    });
  });

  it('votes may differ from capital', () => {
    const [one] = effectiveShares('A', new Map([['A', [holds(person(1), 10, 30)]]]));
    expect(one).toMatchObject({ share: 10, votingShare: 30, isIndirect: false });
  });
});

/** Five companies whose members are three persons and each other, with shares that make 100 together. */
const tables = fc
  .array(fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }), { minLength: 5, maxLength: 5 })
  .map((weights) => {
    const codes = ['A', 'B', 'C', 'D', 'E'];
    return new Map(
      codes.map((code, n) => {
        const own = (weights[n] ?? []).map((weight, at) => (codes[at - 3] === code ? 0 : weight));
        const sum = own.reduce((total, weight) => total + weight, 0);
        const holders = [person(1), person(2), person(3), ...codes.map(company)];
        return [code, own.flatMap((w, at) => (w > 0 && holders[at] ? [holds(holders[at], (w * 100) / sum)] : []))];
      }),
    );
  });

it('shares are the same as by following every chain until nothing is left, on random cap tables with loops', () => {
  fc.assert(
    fc.property(tables, (made) => {
      const byChains = new Map<string, number>();
      let front = new Map([['A', 1]]);
      for (let step = 0; step < 4000 && front.size > 0; step += 1) {
        const next = new Map<string, number>();
        for (const [code, part] of front)
          for (const { holder, share } of made.get(code) ?? []) {
            const own = (part * share) / 100;
            if (holder.kind === 'person') byChains.set(holder.name, (byChains.get(holder.name) ?? 0) + own);
            else if (own > 1e-15) next.set(holder.number, (next.get(holder.number) ?? 0) + own);
          }
        front = next;
      }
      // A loop that nearly nothing leaves is left out: its chains end only after thousands of steps
      fc.pre(front.size === 0);
      const shares = effectiveShares('A', made);
      for (const { holder, share } of shares) expect(share / 100).toBeCloseTo(byChains.get(holder.name) ?? 0, 8);
      for (const [name, part] of byChains)
        if (part > 1e-9) expect(shares.map(({ holder }) => holder.name)).toContain(name);
    }),
    { numRuns: 1000 },
  );
});
