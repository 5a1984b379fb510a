import { describe, expect, it } from 'vitest';
import { coverageFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { officeProfilesOf } from '#shared/domain/risk/province/offices.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';

const year = { from: '2024-01-05', to: '2025-12-20' };
const coverage: ProvinceCoverage = {
  signals: { TO_KHAI_THUE: year, HOA_DON: year },
  identities: 'listed',
  subscribers: true,
  flows: {},
  statements: [],
};
const sent = { TO_KHAI_THUE: year, HOA_DON: year };
const company = (commune: string, over: Partial<CompanySample> = {}): CompanySample => ({
  place: { commune, communeName: commune, district: commune.slice(0, 1) },
  registeredOn: '2022-03-01',
  files: true,
  spans: sent,
  cohort: '2022-Q1|TNHH1TV',
  shows: [],
  cell: '-|0|0',
  figures: {},
  ...over,
});
const many = (count: number, commune: string, over: Partial<CompanySample>) =>
  Array.from({ length: count }, () => company(commune, over));
const working = { workedUntil: '2025-12-31' };
const stopped = { from: '2024-01-05', to: '2025-03-31' };
const stoppedSpans = { TO_KHAI_THUE: stopped, HOA_DON: stopped };
const returnsOf = (asked: CompanySample, province: readonly CompanySample[]) =>
  coverageFor(asked, coverage, officeProfilesOf(province, coverage.signals)).signals.TO_KHAI_THUE;

describe('a tax office that sends rows of only some companies of its area', () => {
  const full = many(40, 'a1', working);
  const half = [...many(20, 'b1', working), ...many(20, 'b1', { ...working, spans: {} })];

  it('a company without rows is unknown where its office leaves out companies that others show at work', () => {
    const province = [...full, ...half];
    expect(returnsOf(company('b1', { spans: {} }), province)).toBeUndefined();
    expect(returnsOf(company('a1', { spans: {} }), province)).toEqual(year);
  });

  it('a company with any row of its tax office is covered there for the whole time', () => {
    const invoiced = company('b1', { spans: { HOA_DON: stopped } });
    expect(returnsOf(invoiced, [...full, ...half])).toEqual(year);
  });

  it('a company is covered for its own rows only where its office sends no later rows of others at work', () => {
    const late = many(20, 'b1', { ...working, spans: stoppedSpans });
    const province = [...full, ...many(20, 'b1', working), ...late];
    expect(returnsOf(company('b1', { spans: stoppedSpans }), province)).toEqual(stopped);
    expect(returnsOf(company('a1', { spans: stoppedSpans }), province)).toEqual(year);
  });

  it('companies that nobody shows at work lately leave the coverage as it is', () => {
    const idle = [
      ...many(20, 'b1', { spans: {} }),
      ...many(5, 'b1', { spans: {}, workedUntil: '2025-02-01' }),
      ...many(5, 'b1', { spans: {}, ...working, registeredOn: '2025-06-20' }),
    ];
    expect(returnsOf(company('b1', { spans: {} }), [...full, ...many(20, 'b1', working), ...idle])).toEqual(year);
  });

  it('a few companies without rows are no sign that an office leaves some out', () => {
    const few = [...many(38, 'b1', working), ...many(2, 'b1', { ...working, spans: {} })];
    expect(returnsOf(company('b1', { spans: {} }), [...full, ...few])).toEqual(year);
  });

  it('an office leaves companies out if it sends nothing of more than three in a hundred at work', () => {
    const some = (count: number) => [
      ...full,
      ...many(count, 'b1', working),
      ...many(3, 'b1', { ...working, spans: {} }),
    ];
    expect(returnsOf(company('b1', { spans: {} }), some(96))).toBeUndefined();
    expect(returnsOf(company('b1', { spans: {} }), some(97))).toEqual(year);
  });

  it('a commune is judged by its district where too few of its companies are at work, and else by itself', () => {
    const elsewhere = many(40, 'b2', { ...working, spans: {} });
    const around = [...full, ...half, ...elsewhere];
    const small = [...many(6, 'b3', {}), ...many(3, 'b3', working)];
    const large = many(12, 'b4', working);
    expect(returnsOf(company('b3', { spans: {} }), [...around, ...small])).toBeUndefined();
    expect(returnsOf(company('b4', { spans: {} }), [...around, ...large])).toEqual(year);
  });
});
