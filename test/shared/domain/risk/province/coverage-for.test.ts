import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageFor, coverageStatedFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { officeProfilesOf } from '#shared/domain/risk/province/offices.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { provinceCoverageOf } from '#shared/tables/read-coverage.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import type { CoverageStatement, StatementOfFiles } from '#shared/domain/risk/coverage.ts';

const year = { from: '2024-01-05', to: '2025-12-20' };
const provinceCoverage: ProvinceCoverage = {
  signals: { TO_KHAI_THUE: year, GOP_VON: year },
  identities: 'listed',
  subscribers: true,
  flows: {},
  statements: [],
};
const company = (commune: string | undefined, over: Partial<CompanySample> = {}): CompanySample => ({
  place: { commune, communeName: commune, district: commune?.slice(0, 1) },
  registeredOn: '2022-03-01',
  files: true,
  spans: { TO_KHAI_THUE: year },
  cohort: '2022-Q1|TNHH1TV',
  shows: [],
  cell: '-|0|0',
  figures: {},
  ...over,
});
const many = (count: number, commune: string, over: Partial<CompanySample> = {}) =>
  Array.from({ length: count }, () => company(commune, over));
/** The offices of district a send returns, those of b do not, those of c began in 2025, and b2 has too few companies. */
const province = [
  ...many(20, 'a1'),
  ...many(15, 'a2', { spans: {} }).slice(0, 2),
  ...many(20, 'a2'),
  ...many(20, 'b1', { spans: {} }),
  ...many(3, 'b2', { spans: {} }),
  ...many(20, 'c1', { spans: { TO_KHAI_THUE: { from: '2025-06-01', to: '2025-12-01' } } }),
];
const offices = officeProfilesOf(province, provinceCoverage.signals);
const returnsCoverage = (sample: CompanySample, statements: readonly CoverageStatement[] = []) =>
  coverageFor(sample, { ...provinceCoverage, statements }, offices).signals.TO_KHAI_THUE;

describe('the coverage of a company', () => {
  it('coverage of a company is inferred from the rows of the companies of its area', () => {
    expect(returnsCoverage(company('a2', { spans: {} }))).toEqual(year);
    expect(returnsCoverage(company('b1', { spans: {} }))).toBeUndefined();
    expect(returnsCoverage(company('b2', { spans: {} }))).toBeUndefined();
    expect(returnsCoverage(company('c1', { spans: {} }))).toEqual({ from: '2025-06-01', to: year.to });
  });

  it('coverage is unknown for an unknown place where some offices are silent, unless the company has a row itself', () => {
    expect(returnsCoverage(company(undefined, { spans: {} }))).toBeUndefined();
    expect(returnsCoverage(company(undefined))).toEqual(year);
    const own = { from: '2024-02-01', to: '2024-05-01' };
    expect(returnsCoverage(company('b1', { spans: { TO_KHAI_THUE: own } }))).toEqual(own);
  });

  it('a commune made of two former districts is judged by its parts where one of their offices sends nothing', () => {
    const of = (district: string | undefined, over: Partial<CompanySample> = {}) =>
      company('m1', { place: { commune: 'm1', communeName: 'm1', district }, ...over });
    const silent = { spans: {} };
    const merged = [
      ...province,
      ...Array.from({ length: 20 }, () => of('a')),
      ...Array.from({ length: 8 }, () => of('b', silent)),
      of('b with a typing slip', silent),
    ];
    const known = officeProfilesOf(merged, provinceCoverage.signals);
    const returnsOf = (sample: CompanySample) => coverageFor(sample, provinceCoverage, known).signals.TO_KHAI_THUE;
    expect(returnsOf(of('a', silent))).toEqual(year);
    expect(returnsOf(of('b', silent))).toBeUndefined();
    expect(returnsOf(of(undefined, silent))).toBeUndefined();
    expect(returnsOf(of(undefined))).toEqual(year);
    expect(returnsOf(of('b with a typing slip', silent))).toBeUndefined();
  });

  it('coverage is the same for all companies for kinds not sent by area, and in a small province', () => {
    expect(coverageFor(company('b1', { spans: {} }), provinceCoverage, offices).signals.GOP_VON).toEqual(year);
    const few = officeProfilesOf(province.slice(-8), provinceCoverage.signals);
    expect(coverageFor(company('b1', { spans: {} }), provinceCoverage, few).signals.TO_KHAI_THUE).toEqual(year);
    expect(coverageFor(company('b1', { spans: {} }), provinceCoverage, undefined).signals.TO_KHAI_THUE).toEqual(year);
  });

  it('coverage is as the sender states for its offices, as far as rows were read', () => {
    const stated: CoverageStatement = {
      from: '2025-01-01',
      to: '2025-12-31',
      population: 'all',
      offices: ['Thuế cơ sở 2 (xã B1)'],
      read: { TO_KHAI_THUE: year },
    };
    expect(returnsCoverage(company('b1', { spans: {} }), [stated])).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(returnsCoverage(company('a1', { spans: {} }), [stated])).toEqual(year);
    const early = { ...stated, read: { TO_KHAI_THUE: { from: '2025-01-03', to: '2025-02-01' } } };
    expect(returnsCoverage(company('b1', { spans: {} }), [early])).toEqual({ from: '2025-01-03', to: '2025-02-28' });
    expect(
      returnsCoverage(company('a1', { spans: {} }), [{ ...stated, offices: undefined, population: 'listed' }]),
    ).toBeUndefined();
    expect(returnsCoverage(company('a1', { spans: {} }), [{ ...stated, offices: undefined, kinds: ['BHXH'] }])).toEqual(
      year,
    );
  });

  it('coverage of a company whose office no statement names is unknown where its area has too few companies to tell', () => {
    const stated: CoverageStatement = {
      population: 'all',
      offices: ['Thuế cơ sở 1 (A1)'],
      read: { TO_KHAI_THUE: year },
    };
    const few = [...many(3, 'a1'), ...many(3, 'b1', { spans: {} })];
    const signalsOf = (sample: CompanySample) =>
      coverageFor(
        sample,
        { ...provinceCoverage, statements: [stated] },
        officeProfilesOf(few, provinceCoverage.signals),
      ).signals;
    expect(signalsOf(company('a1', { spans: {} })).TO_KHAI_THUE).toEqual(year);
    expect(signalsOf(company('b1', { spans: {} })).TO_KHAI_THUE).toBeUndefined();
    expect(signalsOf(company('b1', { spans: {} })).GOP_VON).toEqual(year);
    const own = { from: '2024-02-01', to: '2024-05-01' };
    expect(signalsOf(company('b1', { spans: { TO_KHAI_THUE: own } })).TO_KHAI_THUE).toEqual(own);
    const unsurveyed = coverageFor(
      company('b1', { spans: {} }),
      { ...provinceCoverage, statements: [stated] },
      undefined,
    );
    expect(unsurveyed.signals.TO_KHAI_THUE).toBeUndefined();
    expect(returnsCoverage(company('a2', { spans: {} }), [stated])).toEqual(year);
  });

  it('the time that a statement gives is never longer than that of its rows and the month of the last one', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2001-01-01', n));
    fc.assert(
      fc.property(
        day,
        day,
        fc.option(day, { nil: undefined }),
        fc.option(day, { nil: undefined }),
        (a, b, from, to) => {
          const rows = a < b ? { from: a, to: b } : { from: b, to: a };
          const stated = coverageStatedFor('TO_KHAI_THUE', {}, undefined, rows, [
            { population: 'all', from, to, read: { TO_KHAI_THUE: rows } },
          ]);
          if (stated === undefined || typeof stated === 'string') return;
          expect(stated.from >= rows.from && stated.from <= stated.to).toBe(true);
          expect(stated.to <= rows.to || stated.to.slice(0, 7) === rows.to.slice(0, 7)).toBe(true);
        },
      ),
    );
  });

  it.each(['all', 'listed'] as const)(
    'one row and a statement of 25 years about %s change no company’s coverage',
    (population) => {
      const sender = {
        spans: { TO_KHAI_THUE: year, GOP_VON: year },
        subjects: { TO_KHAI_THUE: 40, GOP_VON: 40 },
        statements: [],
        beingRead: false,
      };
      const rows = { TO_KHAI_THUE: { from: '2025-06-01', to: '2025-06-01' } };
      const one = { population, from: '2001-01-01', to: '2025-12-31', read: rows, subjects: { TO_KHAI_THUE: 1 } };
      const of = (statements: readonly (typeof one)[]) => {
        const covered = provinceCoverageOf([
          {
            sender: 'registrations',
            spans: {},
            subjects: { registrations: province.length },
            statements: [],
            beingRead: false,
          },
          { sender: 'activities', ...sender },
          { sender: 'activities/thue', spans: rows, subjects: { TO_KHAI_THUE: 1 }, statements, beingRead: false },
        ]);
        return province.map((sample) => coverageFor(sample, covered, officeProfilesOf(province, covered.signals)));
      };
      expect(of([one])).toEqual(of([]));
      expect(of([{ ...one, subjects: { TO_KHAI_THUE: province.length } }])).not.toEqual(of([]));
    },
  );

  it('a statement about few listed companies says that nothing is known of others where there are no other rows', () => {
    const read = { GOP_VON: { from: '2025-06-01', to: '2025-06-01' } };
    const of = (statements: readonly StatementOfFiles[]) =>
      coverageFor(
        company('a1'),
        provinceCoverageOf([
          { sender: 'registrations', spans: {}, subjects: { registrations: 80 }, statements: [], beingRead: false },
          { sender: 'activities', spans: read, subjects: { GOP_VON: 1 }, statements, beingRead: false },
        ]),
        undefined,
      ).signals.GOP_VON;
    expect(of([])).toEqual(read.GOP_VON);
    expect(of([{ population: 'listed', read, subjects: { GOP_VON: 1 } }])).toBeUndefined();
  });

  it('coverage does not depend on the order of companies', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(province, { minLength: province.length }), (shuffled) => {
        expect(officeProfilesOf(shuffled, provinceCoverage.signals)).toEqual(offices);
      }),
      { numRuns: 30 },
    );
  });
});
