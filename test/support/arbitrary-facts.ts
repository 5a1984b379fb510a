import * as fc from 'fast-check';
import { assess } from '#shared/domain/risk/assess.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { capitalReportDue } from '#shared/domain/risk/facts/capital.ts';
import type { CompanyFacts, Coverage, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import type { Span } from '#shared/domain/risk/coverage.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { account, band, companyFacts, flow, coveredTo, representative } from './company-facts.ts';

export const TODAY = '2025-06-15';

const QUARTERS = ['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'] as const;
const MONTHS = ['2024-01', '2024-09', '2024-10', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05'] as const;
const amount = fc.constantFrom(0, 20_000_000, 400_000_000, 3_000_000_000, 30_000_000_000);

/** How an account's money goes, much the same from month to month. */
const pace = fc.record({
  months: fc.oneof(
    fc.subarray([...MONTHS]),
    fc.nat(MONTHS.length - 1).map((from) => MONTHS.slice(from)),
  ),
  credit: amount,
  outShare: fc.constantFrom(0.5, 0.93, 0.968, 0.99, 1),
  medianHoldMinutes: fc.constantFrom(10, 45, 120, 240, 600, 5000, undefined),
});
const flows = pace.chain(({ months, credit: usual, outShare, medianHoldMinutes }) => {
  const credits = fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, amount);
  const ofMonths = months.map((month) =>
    credits.map((credit) => flow(month, { credit, debit: Math.round(credit * outShare), medianHoldMinutes })),
  );
  return fc.tuple(...ofMonths);
});
/** An account whose money went otherwise before. */
const turned = fc.tuple(flows, flows).map(([before, since]) => {
  const turn = since[0]?.period ?? '';
  return [...before.filter(({ period }) => period < turn), ...since];
});

/** The same money as days, where the bank reports days. */
const onOneDay = (months: readonly Flow[]): Flow[] =>
  months.map((month) => ({ ...month, period: `${month.period}-10` }));

/** Days since today, today included; terms run 30, 90, 120, 180, 365 days and 6 months, so days near those ages come often. */
const daysAgo = fc.oneof(
  fc
    .constantFrom(0, 30, 60, 90, 120, 150, 180, 210, 240, 365, 395)
    .chain((age) => fc.integer({ min: Math.max(0, age - 4), max: age + 4 })),
  fc.integer({ min: 0, max: 800 }),
);
const past: fc.Arbitrary<IsoDate> = daysAgo.map((days) => addDays(TODAY, -days));
/** An official status may be announced before it begins. */
const announced = fc.oneof(
  past,
  fc.integer({ min: 1, max: 200 }).map((days) => addDays(TODAY, days)),
);

/** Most shells never filed or sold anything. */
const seldom = <T>(of: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> => fc.oneof(fc.constant<T[]>([]), of);
const few = <T>(of: fc.Arbitrary<T>, maxLength = 3) => fc.array(of, { maxLength });
const oldestFirst = <T extends { readonly on: IsoDate }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.on < b.on ? -1 : 1));

/** Mostly from before the company, else from some day on. */
const coverage = fc.oneof(
  past.map(coveredTo),
  fc
    .tuple(past, past)
    .map(
      (days): Span => ({ from: days.reduce((a, b) => (a < b ? a : b)), to: days.reduce((a, b) => (a > b ? a : b)) }),
    ),
);

export const coverages: fc.Arbitrary<Coverage> = fc
  .record({
    signals: fc.record(
      { TO_KHAI_THUE: coverage, HOA_DON: coverage, BHXH: coverage, GOP_VON: coverage },
      { requiredKeys: [] },
    ),
    identities: fc.constantFrom('none', 'listed', 'whole'),
  })
  .map((covered) => ({ ...covered, subscribers: true, flows: { '970436': coveredTo('2025-05-31') } }));

/** Some declare the same each quarter, and invoice about as much. */
const trade: fc.Arbitrary<Partial<Pick<CompanyFacts, 'returns' | 'invoices'>>> = fc.option(
  fc.record({ revenue: amount, times: fc.constantFrom(0, 1, 1.9, 2.5) }).map(({ revenue, times }) => ({
    returns: QUARTERS.map((period) => ({ period, filedOn: '2025-04-29', revenue })),
    invoices: QUARTERS.map((period) => ({ period, on: '2025-04-29', total: revenue * times })),
  })),
  { nil: {} },
);

/** Facts of any company on `TODAY`, except for statuses, which may begin later: `knownOn` leaves out future ones. */
export const arbitraryFacts: fc.Arbitrary<CompanyFacts> = fc
  .record({
    registeredOn: past,
    legalForm: fc.constantFrom('TNHH1TV', 'HKD'),
    charterCapital: fc.constantFrom(1_000_000_000, 200_000_000_000),
    plannedEmployees: fc.option(fc.constantFrom(0, 5), { nil: undefined }),
    people: fc.constantFrom(
      [representative()],
      [representative({ result: 'not_found' })],
      [representative(), representative({ role: 'member', result: 'mismatch' })],
    ),
    changes: few(
      fc.record({
        kind: fc.constantFrom('representative', 'address', 'capital'),
        on: fc.oneof(past, fc.constantFrom('2024-02-29', '2024-06-16', '2024-07-20')),
      }),
      4,
    ).map(oldestFirst),
    contributions: few(fc.record({ on: past, amount }), 2).map(oldestFirst),
    reportRequests: few(past, 2).map((days) => days.sort()),
    returns: seldom(
      fc.subarray([...QUARTERS]).chain((periods) =>
        fc.tuple(
          ...periods.map((period) =>
            fc.record({
              period: fc.constant(period),
              filedOn: past,
              revenue: fc.option(amount, { nil: undefined, freq: 9 }),
            }),
          ),
        ),
      ),
    ),
    invoices: seldom(
      few(
        fc.record({
          period: fc.constantFrom(...QUARTERS),
          on: past,
          total: fc.option(amount, { nil: undefined, freq: 9 }),
        }),
      ).map(oldestFirst),
    ),
    insured: few(fc.record({ on: past, count: fc.constantFrom(0, 3) }), 1),
    taxStatuses: few(fc.record({ on: announced, code: fc.constantFrom('00', '05', '06', '03') }), 2).map(oldestFirst),
    legalStatuses: few(fc.record({ on: announced, code: fc.constantFrom('1', '2', '3', '4') }), 2).map(oldestFirst),
    accounts: few(
      fc.record({
        openedOn: fc.option(past, { nil: undefined }),
        flows: fc.oneof(flows, turned, turned.map(onOneDay)),
      }),
      2,
    ).map((accounts) => accounts.map((one, n) => account({ ...one, ...foldFlows(one.flows), accountRef: String(n) }))),
    bands: fc.constantFrom([], [band({ kind: 'person', badShare: 0.6 })]),
    coverage: coverages,
  })
  .chain((facts) => trade.map((sold) => companyFacts({ ...facts, ...sold, asOf: TODAY })));

/** The same company on another day, with only the statuses until that day. */
export function knownOn(facts: CompanyFacts, asOf: IsoDate): CompanyFacts {
  const until = <T extends { readonly on: IsoDate }>(rows: readonly T[]) => rows.filter(({ on }) => on <= asOf);
  return { ...facts, asOf, taxStatuses: until(facts.taxStatuses), legalStatuses: until(facts.legalStatuses) };
}

/** Everything that follows from a company's facts, except its age in days, which some evidence names. */
export function answersTo(facts: CompanyFacts) {
  const { verdict, score, findings } = assess(facts);
  return {
    verdict,
    score,
    findings: findings.map(({ code, weight, evidence: { ageDays: _age, ...evidence } }) => ({
      code,
      weight,
      evidence,
    })),
    ownSigns: ownSigns(facts),
    reportDue: capitalReportDue(facts),
  };
}
