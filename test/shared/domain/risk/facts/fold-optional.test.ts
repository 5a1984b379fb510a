import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCounterparties, foldInvoicePairs } from '#shared/domain/risk/facts/fold-optional.ts';

describe('foldCounterparties', () => {
  it('foldCounterparties adds up the finest periods of each other account, largest debit first', () => {
    const rows = [
      { ref: 'a', period: '2025', debit: 900, credit: 0 },
      { ref: 'b', period: '2025', debit: 70, credit: 1 },
      { ref: 'a', period: '2025-01', debit: 10, credit: 2 },
      { ref: 'a', period: '2025-03', debit: 20, credit: 3 },
    ];
    expect(foldCounterparties(rows)).toEqual([
      { ref: 'b', debit: 70, credit: 1, from: '2025-01-01', to: '2025-12-31' },
      { ref: 'a', debit: 30, credit: 5, from: '2025-01-01', to: '2025-03-31' },
    ]);
    expect(foldCounterparties([])).toBeUndefined();
  });

  it('foldCounterparties is the same in any order and with rows twice', () => {
    const row = fc.record({
      ref: fc.constantFrom('a', 'b'),
      period: fc.constantFrom('2025', '2025-Q1', '2025-01', '2025-W05'),
      debit: fc.nat(5),
      credit: fc.nat(5),
    });
    const rows = fc
      .array(row, { maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })));
    fc.assert(
      fc.property(rows, ([all, again]) => {
        expect(foldCounterparties(again)).toEqual(foldCounterparties(all));
      }),
    );
  });
});

describe('foldInvoicePairs', () => {
  it('foldInvoicePairs keeps one total for each party and period, the larger of two', () => {
    expect(
      foldInvoicePairs([
        { party: 'b', period: '2025-Q2', total: 5 },
        { party: 'a', period: '2025-Q1', total: 1 },
        { party: 'b', period: '2025-Q2', total: 7 },
        { party: 'b', period: '2025-Q1', total: 2 },
      ]),
    ).toEqual([
      { party: 'a', period: '2025-Q1', total: 1 },
      { party: 'b', period: '2025-Q1', total: 2 },
      { party: 'b', period: '2025-Q2', total: 7 },
    ]);
  });
});
