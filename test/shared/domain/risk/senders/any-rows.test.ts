import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts, Signal } from '#shared/domain/risk/facts/company-facts.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import type { SharedBand, SharedKind } from '#shared/domain/risk/rings/band.ts';
import { OFFICES, type Sender } from '#shared/domain/risk/senders/sender.ts';
import { type FindingSource, WRITERS } from '#shared/domain/risk/senders/writers.ts';
import { account, ALL_COVERED, band, companyFacts, coveredTo, flow, trading } from '#test/support/company-facts.ts';

const BANK = '970418';
const months = ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'];
const day = fc.integer({ min: 1, max: 11 }).map((month) => `2025-${String(month).padStart(2, '0')}-11`);
const money = fc.constantFrom(0, 1_000_000, 300_000_000, 9_000_000_000, 90_000_000_000);
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 6 });

/** A company whose income is declared and of which it keeps a varying share. */
const honest = companyFacts({
  ...trading(300_000_000),
  coverage: { ...ALL_COVERED, flows: { '970436': coveredTo('2025-12-31'), [BANK]: coveredTo('2025-12-31') } },
  registeredOn: '2021-05-10',
  accounts: [
    account({
      flows: months.map((month, n) =>
        flow(month, {
          credit: 100_000_000,
          debit: 70_000_000 + n * 3_000_000,
          transactions: 40,
          medianHoldMinutes: 9000,
        }),
      ),
    }),
  ],
});

/** False rows, as what they change in the facts of the company. */
type Change = (facts: CompanyFacts) => Partial<CompanyFacts>;

const bandsOf = (...kinds: readonly SharedKind[]): fc.Arbitrary<Change> =>
  some(
    fc.record({
      kind: fc.constantFrom(...kinds),
      ref: fc.constantFrom('one', 'two', 'three'),
      size: fc.constantFrom(2, 3, 4, 5, 7, 10, 20),
      badShare: fc.constantFrom(0.2, 0.5, 0.8),
      spreadDays: fc.constantFrom(0, 30, 365),
    }),
  ).map((all) => ({ bands }) => ({
    bands: [...bands, ...all.map((one): SharedBand => band({ ...one, worseShare: one.badShare }))],
  }));
const inAccounts = (over: fc.Arbitrary<Partial<AccountFacts>>): fc.Arbitrary<Change> =>
  over.map((one) => ({ accounts }) => ({ accounts: accounts.map((own) => ({ ...own, ...one })) }));
const head = (over: fc.Arbitrary<Partial<CompanyFacts['people'][number]>>): fc.Arbitrary<Change> =>
  over.map((one) => ({ people }) => ({ people: people.map((person) => ({ ...person, ...one })) }));
const rows = <K extends keyof CompanyFacts>(name: K, row: fc.Arbitrary<CompanyFacts[K]>): fc.Arbitrary<Change> =>
  row.map((value) => () => ({ [name]: value }));
const periods = fc.constantFrom('2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3');

const inventedAccounts: fc.Arbitrary<Change> = some(
  fc.record({
    accountRef: fc.constantFrom('a', 'b', 'c', 'd'),
    representative: fc.constantFrom('same', 'other', 'unknown'),
    holder: fc.constantFrom('same', 'other', 'unknown'),
    openedOn: day,
    flows: fc
      .record({
        credit: money,
        share: fc.constantFrom(0.5, 0.9, 0.99, 1),
        medianHoldMinutes: fc.constantFrom(2, 50, 300),
      })
      .map(({ credit, share, medianHoldMinutes }) =>
        months.map((month) => flow(month, { credit, debit: credit * share, medianHoldMinutes, foreignIpShare: 0.7 })),
      ),
  }),
).map((all) => ({ accounts }) => ({ accounts: [...accounts, ...all.map((one) => account({ ...one, bank: BANK }))] }));

/** What rows of each kind can change of an honest company that others have told of before. */
const FALSE_ROWS: Readonly<Record<FindingSource, fc.Arbitrary<Change>>> = {
  registrations: fc.oneof(
    bandsOf('person', 'address', 'phone', 'email', 'agent'),
    rows('registeredOn', day),
    rows('charterCapital', money),
    head(
      fc.constantFrom(
        { result: 'correctable' },
        { result: 'mismatch', contradicted: true },
        { birthYear: 2015, result: 'mismatch', contradicted: true },
      ),
    ),
  ),
  identities: head(
    fc.constantFrom<Partial<CompanyFacts['people'][number]>>(
      { result: 'mismatch', contradicted: true },
      { documentStatus: 'deceased', contradicted: true },
      { documentStatus: 'cancelled', contradicted: true },
    ),
  ),
  accounts: inventedAccounts,
  flows: inventedAccounts,
  counterparties: bandsOf('counterparty'),
  devices: bandsOf('device'),
  subscribers: fc.oneof(inAccounts(fc.constant({ phoneOwner: 'other', strangersPhone: 'phone' })), bandsOf('holder')),
  'suspicious-accounts': inAccounts(
    fc.record({ code: fc.integer({ min: 1, max: 8 }), on: day }).map((one) => ({ listing: { ...one, by: 'police' } })),
  ),
  'crime-reports': some(fc.record({ caseId: fc.constantFrom('1', '2', '3'), on: day, amount: money })).map(
    (crimeReports) => () => (crimeReports.length > 0 ? { crimeReports } : {}),
  ),
  'invoice-pairs': bandsOf('invoice'),
  GOP_VON: rows('contributions', some(fc.record({ on: day, amount: money }))),
  TO_KHAI_THUE: rows('returns', some(fc.record({ period: periods, filedOn: day, revenue: money }))),
  HOA_DON: rows('invoices', some(fc.record({ period: periods, on: day, total: money }))),
  BHXH: rows('insured', some(fc.record({ on: day, count: fc.integer({ min: 0, max: 50 }) }))),
  KIEM_TRA_TRU_SO: rows('inspections', some(fc.record({ on: day, found: fc.boolean() }))),
  TRANG_THAI_THUE: rows(
    'taxStatuses',
    some(fc.record({ on: day, code: fc.constantFrom('00', '03', '05', '06', '09') })),
  ),
  TRANG_THAI_PHAP_LY: rows('legalStatuses', some(fc.record({ on: day, code: fc.constantFrom('1', '2', '3', '4') }))),
  THAY_DOI: rows('changes', some(fc.record({ kind: fc.constantFrom('representative', 'address', 'name'), on: day }))),
  YEU_CAU_BAO_CAO: rows('reportRequests', some(day)),
  TU_CHOI_UY_QUYEN: rows('authorisationDeniedOn', day),
};

const isWriter =
  (sender: Sender) =>
  (source: string): source is FindingSource =>
    WRITERS[source as FindingSource].some((writer) => writer === (sender === BANK ? 'bank' : sender));

/** Any of the rows that a sender can write, of as many kinds as it likes. */
function anyRowsOf(sender: Sender): fc.Arbitrary<CompanyFacts> {
  const sources = Object.keys(FALSE_ROWS).filter(isWriter(sender));
  return fc
    .array(fc.oneof(...sources.map((source) => FALSE_ROWS[source])), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const facts = { ...honest };
      for (const change of changes) Object.assign(facts, change(facts));
      return facts;
    });
}

describe('whatever rows one sender writes about an honest company', () => {
  it('the company is clear before', () => {
    expect(assess(honest).verdict).toBe('clear');
  });

  it.each(OFFICES)('those of %s alone never flag it, however few companies they are about', (office) => {
    fc.assert(
      fc.property(anyRowsOf(office), (facts) => {
        expect(assess(facts).verdict).not.toBe('flagged');
      }),
      { numRuns: 400 },
    );
  });

  it('those of a bank never flag it once a survey has found that they are about many', () => {
    fc.assert(
      fc.property(anyRowsOf(BANK), (facts) => {
        expect(assess({ ...facts, countsAlone: [] }).verdict).not.toBe('flagged');
      }),
      { numRuns: 400 },
    );
  });
});

describe('whatever rows one office adds about a flagged company', () => {
  const filed: readonly Signal[] = trading(0).returns.map(({ period, filedOn }) => ({
    kind: 'TO_KHAI_THUE',
    on: filedOn,
    value: '0',
    note: period,
  }));
  const shellWith = (more: readonly Signal[]): CompanyFacts => ({
    ...companyFacts({
      coverage: ALL_COVERED,
      registeredOn: '2019-03-15',
      accounts: [
        account({ flows: months.map((month) => flow(month, { credit: 5e9, debit: 4.95e9, medianHoldMinutes: 180 })) }),
      ],
    }),
    ...foldSignals([...filed, ...more], [], '2025-12-31'),
  });
  const added = (kinds: readonly Signal['kind'][]) =>
    some(
      fc.record({
        kind: fc.constantFrom(...kinds),
        on: day,
        value: fc.constantFrom('0', '40', '9000000000', '90000000000', '00', 'CO_HOAT_DONG'),
        note: periods,
      }),
    );

  it.each<readonly [string, readonly Signal['kind'][]]>([
    ['the tax office', ['TO_KHAI_THUE', 'HOA_DON', 'TRANG_THAI_THUE']],
    ['the insurance', ['BHXH']],
    ['the inspector', ['KIEM_TRA_TRU_SO']],
  ])('those of %s alone never clear it', (_, kinds) => {
    expect(assess(shellWith([])).verdict).toBe('flagged');
    fc.assert(
      fc.property(added(kinds), (more) => {
        expect(assess(shellWith(more)).verdict).not.toBe('clear');
      }),
      { numRuns: 400 },
    );
  });
});
