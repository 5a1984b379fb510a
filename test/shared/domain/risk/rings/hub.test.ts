import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, gapWeight, signWeights, UNMEASURED_POPULATION, weighValue } from '#shared/domain/risk/rings/hub.ts';

const SPAN = 1000;
const [HEALTHY, ONE_SIGN, MORE_SIGNS] = signWeights(UNMEASURED_POPULATION);
const spread = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.floor((i * SPAN) / count));
const signs = (count: number, weigh: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => weigh(i));

describe('dayNumber', () => {
  it('dayNumber counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (day) => {
        expect(dayNumber(new Date(day * 86_400_000).toISOString().slice(0, 10))).toBe(day);
      }),
    );
  });
});

describe('gapWeight', () => {
  it('gapWeight is high in a burst, low in a usual gap, and near zero at a hub', () => {
    expect(gapWeight(1, 200)).toBeGreaterThan(0.8);
    expect(gapWeight(200, 200)).toBeLessThan(-0.3);
    expect(Math.abs(gapWeight(0, 0.1))).toBeLessThan(0.01);
  });
});

describe('weighValue', () => {
  it.each([60, 1000, 10_000])(
    'weighValue finds no ring at a hub of %i honest companies that is spread over the years',
    (count) => {
      const weights = signs(count, (i) => (i % 33 === 0 ? MORE_SIGNS : i % 10 === 0 ? ONE_SIGN : HEALTHY));
      for (const kind of ['agent', 'address', 'phone'] as const) {
        expect(weighValue(kind, spread(count), weights, count, SPAN).score).toBeLessThan(0);
      }
    },
  );

  it('weighValue finds a ring of eight that registered in ten days', () => {
    const run = weighValue(
      'phone',
      [500, 501, 502, 503, 504, 506, 508, 510],
      signs(8, () => ONE_SIGN),
      8,
      SPAN,
    );
    expect(run).toMatchObject({ from: 0, to: 8 });
    expect(run.score).toBeGreaterThan(5);
  });

  it('weighValue finds only the burst in a shared office', () => {
    const days = [...spread(20).slice(0, 10), 501, 502, 503, 504, 505, 506, ...spread(20).slice(11)];
    const run = weighValue(
      'address',
      days,
      signs(25, (i) => (i >= 10 && i < 16 ? MORE_SIGNS : HEALTHY)),
      25,
      SPAN,
    );
    expect(run).toMatchObject({ from: 10, to: 16 });
    expect(run.score).toBeGreaterThan(0);
  });

  it('weighValue finds a ring of ten bad companies of one person at any dates, and none of ten honest ones', () => {
    const ailing = signs(10, (i) => (i % 3 === 0 ? ONE_SIGN : MORE_SIGNS));
    expect(weighValue('person', spread(10), ailing, 10, SPAN).score).toBeGreaterThan(0);
    expect(
      weighValue(
        'person',
        spread(10),
        signs(10, () => HEALTHY),
        10,
        SPAN,
      ).score,
    ).toBeLessThan(0);
  });

  it.each(['phone', 'address', 'email', 'person', 'holder', 'agent'] as const)(
    'weighValue finds nothing in two or three sound companies with one %s',
    (kind) => {
      expect(weighValue(kind, [100, 700], [HEALTHY, HEALTHY], 2, SPAN).score).toBeLessThan(0);
      expect(weighValue(kind, [100, 400, 700], [HEALTHY, HEALTHY, HEALTHY], 3, SPAN).score).toBeLessThan(0);
      expect(weighValue(kind, [100, 700], [HEALTHY, ONE_SIGN], 2, SPAN).score).toBeLessThan(0);
    },
  );

  it('weighValue weighs the same companies less where the value has many more', () => {
    const days = [500, 502, 504, 506];
    const alone = weighValue(
      'address',
      days,
      signs(4, () => ONE_SIGN),
      4,
      SPAN,
    ).score;
    expect(
      weighValue(
        'address',
        days,
        signs(4, () => ONE_SIGN),
        400,
        SPAN,
      ).score,
    ).toBeLessThan(alone - 4);
  });
});

describe('signWeights', () => {
  it('signWeights gives missing signs no weight without coverage', () => {
    expect(Math.abs(signWeights({ signShares: [1, 0, 0], spanDays: SPAN })[0])).toBe(0);
    expect(HEALTHY).toBeLessThan(-1);
    expect(MORE_SIGNS).toBeGreaterThan(ONE_SIGN);
  });
});
