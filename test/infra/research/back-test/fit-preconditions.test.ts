import { describe, expect, it } from 'vitest';
import {
  prevalenceOf,
  type LabelSource,
  type SourcedExample,
  weighedBySource,
  reasonNotToFit,
} from '#infra/research/back-test/fit-preconditions.ts';

const times = (count: number, source: LabelSource, shell: boolean): SourcedExample[] =>
  Array.from({ length: count }, () => ({ codes: [], shell, source, folds: [] }));

describe('decisions that weights may be fitted to', () => {
  it('weights are fitted only where there are enough decisions of either kind', () => {
    expect(reasonNotToFit([...times(19, 'label', true), ...times(500, 'label', false)])).toContain('Quá ít quyết định');
    expect(reasonNotToFit([...times(20, 'label', true), ...times(50, 'label', false)])).toBeUndefined();
  });

  it('weights are fitted only where the decisions contain a random sample of unflagged companies', () => {
    const flags = [...times(60, 'flag', true), ...times(60, 'flag', false)];
    expect(reasonNotToFit(flags)).toContain('thiên lệch');
    expect(reasonNotToFit([...flags, ...times(49, 'random', false)])).toContain('thiên lệch');
    expect(reasonNotToFit([...flags, ...times(50, 'random', false)])).toBeUndefined();
  });
});

describe('the prevalence of a province', () => {
  it('the prevalence of a province counts the confirmed among the flagged, and the sample for the others', () => {
    const decided = [
      ...times(80, 'flag', true),
      ...times(20, 'flag', false),
      ...times(2, 'random', true),
      ...times(98, 'random', false),
    ];
    expect(prevalenceOf(decided, 10_000)).toBeCloseTo((80 + 0.02 * 9900) / 10_000, 6);
  });

  it('each company of the sample represents companies that nobody investigated', () => {
    const weighed = weighedBySource([...times(100, 'flag', true), ...times(100, 'random', false)], 10_100);
    expect(weighed.map(({ share }) => share).slice(99, 101)).toEqual([undefined, 100]);
  });
});
