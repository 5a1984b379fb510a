import { describe, expect, it } from 'vitest';
import { metricsOf, type ReplayedVerdict } from '#infra/research/back-test/metrics.ts';

const company = (enterpriseCode: string, score: number, shell?: boolean): ReplayedVerdict => ({
  enterpriseCode,
  score,
  verdict: score >= 50 ? 'flagged' : score >= 30 ? 'watch' : 'clear',
  shell,
});

describe('metricsOf', () => {
  const replayed = [company('a', 90, true), company('b', 80, false), company('c', 40, true), company('d', 0, false)];

  it('metricsOf compares verdicts and scores with labels', () => {
    expect(metricsOf(replayed, 2)).toEqual({
      ...{ companies: 4, flagged: 2, watched: 1, flagRate: 0.5, labelled: 4, shells: 2 },
      ...{ precision: 0.5, recall: 0.5, honestFlagged: 0.5, averagePrecision: 0.8333 },
      precisionAtK: { k: 2, precision: 0.5 },
      reliability: [
        { from: 0, companies: 1, shells: 0 },
        { from: 40, companies: 1, shells: 1 },
        { from: 80, companies: 1, shells: 0 },
        { from: 90, companies: 1, shells: 1 },
      ],
    });
  });

  it('metricsOf leaves companies without a label out of measures that need one', () => {
    const unknown = [...replayed, company('e', 95), company('f', 70)];
    expect(metricsOf(unknown, 2)).toMatchObject({
      flagged: 4,
      labelled: 4,
      precision: 0.5,
      precisionAtK: { precision: 0.5 },
    });
  });

  it('metricsOf gives no measure that needs labels without labels', () => {
    expect(metricsOf([company('a', 90)], 1)).not.toHaveProperty('precision');
  });
});
