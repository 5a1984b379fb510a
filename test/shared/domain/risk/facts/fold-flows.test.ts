import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';

const flow = (period: string, credit: number, over: Partial<Flow> = {}): Flow => ({
  period,
  credit,
  debit: 0,
  ...over,
});

describe('foldFlows', () => {
  it('foldFlows adds days up to a month, and prefers them to weeks and the month of the same time', () => {
    const rows = [
      flow('2025-03', 999),
      flow('2025-W10', 500),
      flow('2025-03-04', 30),
      flow('2025-03-05', 12),
      flow('2025-W12', 7),
      flow('2025-04', 5),
    ];
    const { flows, paces } = foldFlows(rows);
    expect(flows.map(({ period, credit }) => [period, credit])).toEqual([
      ['2025-03', 49],
      ['2025-04', 5],
    ]);
    expect(paces.map(({ period, from, to }) => [period, from, to])).toEqual([
      ['2025-03-04', '2025-03-04', '2025-03-04'],
      ['2025-03-05', '2025-03-05', '2025-03-05'],
      ['2025-W12', '2025-03-17', '2025-03-23'],
    ]);
  });

  it('foldFlows counts a week in the month of its Thursday', () => {
    expect(foldFlows([flow('2025-W05', 8), flow('2025-W01', 4)]).flows.map(({ period }) => period)).toEqual([
      '2025-01',
    ]);
    expect(foldFlows([flow('2025-W18', 8)]).flows.map(({ period }) => period)).toEqual(['2025-05']);
  });

  it('foldFlows weighs the median hold by money and the foreign share by transactions', () => {
    const rows = [
      flow('2025-03-04', 10, { medianHoldMinutes: 5, transactions: 1, foreignIpShare: 1 }),
      flow('2025-03-05', 80, { medianHoldMinutes: 60, transactions: 3, foreignIpShare: 0 }),
      flow('2025-03-06', 10, { medianHoldMinutes: 9000, transactions: 0, foreignIpShare: 1 }),
    ];
    expect(foldFlows(rows).flows).toEqual([
      { period: '2025-03', credit: 100, debit: 0, transactions: 4, medianHoldMinutes: 60, foreignIpShare: 0.25 },
    ]);
  });

  it('foldFlows weighs the share of individuals by money, and adds up no people, who may pay on several days', () => {
    const parts = { payers: 4, shareOfIndividuals: 0.5 };
    const rows = [flow('2025-03-04', 10, parts), flow('2025-03-05', 30, { ...parts, shareOfIndividuals: 1 })];
    const [month] = foldFlows(rows).flows;
    expect([month?.shareOfIndividuals, month?.payers]).toEqual([0.875, undefined]);
    expect(foldFlows([...rows, flow('2025-03-06', 1)]).flows[0]?.shareOfIndividuals).toBeUndefined();
    expect(foldFlows([flow('2025-03', 10, parts)]).flows).toMatchObject([parts]);
  });

  it('foldFlows is the same in any order, in pieces and with rows twice', () => {
    const period = fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${String(day).padStart(2, '0')}`),
      fc.constantFrom('2025-W05', '2025-W06', '2025-W09', '2025-01', '2025-02', '2025-03'),
    );
    const rows = fc.array(
      fc.record({
        period,
        credit: fc.nat(9),
        debit: fc.nat(9),
        transactions: fc.option(fc.nat(3), { nil: undefined }),
      }),
      { maxLength: 12 },
    );
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        expect(foldFlows(again)).toEqual(foldFlows(all));
      }),
    );
  });

  it('foldFlows loses no money of the finest rows', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 20 });
    fc.assert(
      fc.property(days, (numbers) => {
        const rows = numbers.map((n) => flow(new Date(Date.UTC(2025, 0, n)).toISOString().slice(0, 10), n));
        const total = foldFlows([...rows, flow('2025-06', 1_000_000)]).flows.reduce(
          (sum, { credit }) => sum + credit,
          0,
        );
        const inJune = rows.some(({ period }) => period.startsWith('2025-06'));
        expect(total).toBe(numbers.reduce((sum, n) => sum + n, 0) + (inJune ? 0 : 1_000_000));
      }),
    );
  });
});
