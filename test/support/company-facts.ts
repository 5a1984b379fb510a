import type { AccountFacts, CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { Span } from '#shared/domain/risk/coverage.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { SharedBand } from '#shared/domain/risk/rings/band.ts';

/** Span up to a day, from before any company of the tests. */
export const coveredTo = (to: string): Span => ({ from: '2000-01-01', to });

/** The coverage in which every feed is covered to the last day. */
export const ALL_COVERED: CompanyFacts['coverage'] = {
  signals: {
    GOP_VON: coveredTo('2025-12-31'),
    TO_KHAI_THUE: coveredTo('2025-12-31'),
    HOA_DON: coveredTo('2025-12-31'),
    BHXH: coveredTo('2025-12-31'),
    KIEM_TRA_TRU_SO: coveredTo('2025-12-31'),
    TRANG_THAI_THUE: coveredTo('2025-12-31'),
    TRANG_THAI_PHAP_LY: coveredTo('2025-12-31'),
    THAY_DOI: coveredTo('2025-12-31'),
    YEU_CAU_BAO_CAO: coveredTo('2025-12-31'),
  },
  identities: 'whole',
  subscribers: true,
  flows: { '970436': coveredTo('2025-12-31') },
};

/** The coverage in which no feed is covered yet. */
export const NOTHING_HEARD: CompanyFacts['coverage'] = {
  signals: {},
  identities: 'none',
  subscribers: false,
  flows: {},
};

export const representative = (over: Partial<VerifiedPerson> = {}): VerifiedPerson => ({
  role: 'legal_representative',
  maskedDocumentNumber: '****0001',
  personRef: 'person',
  birthYear: 1985,
  foreign: false,
  result: 'match',
  fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
  documentStatus: 'valid',
  ...over,
});

/** A company of a year and a half with only its registration and without any coverage. */
export const companyFacts = (over: Partial<CompanyFacts> = {}): CompanyFacts => ({
  asOf: '2025-12-31',
  enterpriseCode: '0900189284',
  name: 'CÔNG TY TNHH THỬ',
  legalForm: 'TNHH1TV',
  registeredOn: '2024-06-30',
  charterCapital: 1_000_000_000,
  plannedEmployees: 5,
  mainIndustryCode: '4690',
  address: { specific: true, apartment: false },
  people: [representative()],
  changes: [],
  contributions: [],
  reportRequests: [],
  returns: [],
  invoices: [],
  insured: [],
  inspections: [],
  taxStatuses: [],
  legalStatuses: [],
  accounts: [],
  coverage: NOTHING_HEARD,
  bands: [],
  ...over,
});

/** A return and invoices of the same size for every quarter from 2024-Q3 to 2025-Q3. */
export const trading = (revenue: number): Pick<CompanyFacts, 'returns' | 'invoices'> => {
  const quarters = [
    ['2024-Q3', '2024-10-20'],
    ['2024-Q4', '2025-01-20'],
    ['2025-Q1', '2025-04-20'],
    ['2025-Q2', '2025-07-20'],
    ['2025-Q3', '2025-10-20'],
  ] as const;
  return {
    returns: quarters.map(([period, filedOn]) => ({ period, filedOn, revenue })),
    invoices: quarters.map(([period, on]) => ({ period, on, total: revenue })),
  };
};

export const account = (over: Partial<AccountFacts> = {}): AccountFacts => ({
  accountRef: 'account',
  bank: '970436',
  maskedNumber: '****0002',
  status: '1',
  representative: 'same',
  phoneOwner: 'same',
  holder: 'same',
  flows: [],
  ...over,
});

export const flow = (period: string, over: Partial<Flow> = {}): Flow => ({
  period,
  credit: 1_000_000_000,
  debit: 990_000_000,
  transactions: 300,
  medianHoldMinutes: 10,
  foreignIpShare: 0.01,
  ...over,
});

export const band = (over: Partial<SharedBand> = {}): SharedBand => ({
  kind: 'address',
  ref: 'ref',
  size: 5,
  spreadDays: 90,
  badShare: 0,
  worseShare: 0,
  ...over,
});
