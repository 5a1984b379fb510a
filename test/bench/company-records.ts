import { coveredTo } from '#test/support/company-facts.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, CompanyFacts, Coverage } from '#shared/domain/risk/facts/company-facts.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';

const AS_OF = '2025-12-31';
const QUARTERS = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'] as const;
const FILED = ['2024-10-20', '2025-01-20', '2025-04-20', '2025-07-20', '2025-10-20'] as const;
const MONTHS = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11'] as const;
const BANKS = ['970436', '970418', '970415', '970407'] as const;
const SHELL_SHARE = 0.1;

const COVERAGE: Coverage = {
  signals: {
    TO_KHAI_THUE: coveredTo('2025-11-15'),
    HOA_DON: coveredTo('2025-11-15'),
    BHXH: coveredTo('2025-12-20'),
    GOP_VON: coveredTo('2025-12-20'),
    KIEM_TRA_TRU_SO: coveredTo('2025-12-20'),
    TRANG_THAI_THUE: coveredTo('2025-12-20'),
  },
  identities: 'whole',
  subscribers: true,
  flows: Object.fromEntries(BANKS.map((bank) => [bank, coveredTo('2025-11-30')])),
};

/** Makes companies as in a province, about one in ten a shell; the same seed gives the same companies. */
export function companyRecords(count: number, seed: number): CompanyFacts[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => company(index, random));
}

function company(index: number, random: () => number): CompanyFacts {
  const shell = random() < SHELL_SHARE;
  const alive = !shell || random() < 0.2;
  const registeredOn = addDays('2024-01-01', Math.floor(random() * 640));
  const own = QUARTERS.map((period, place) => ({ period, on: FILED[place] ?? AS_OF })).filter(
    ({ on }) => on > registeredOn,
  );
  const revenue = Math.round(10 ** (7 + random() * 3));
  const staff = alive && random() < 0.75;
  return {
    asOf: AS_OF,
    enterpriseCode: String(900_000_000 + index).padStart(10, '0'),
    name: `CÔNG TY TNHH SỐ ${index}`,
    legalForm: 'TNHH1TV',
    registeredOn,
    charterCapital: Math.round(10 ** (8 + random() * 2)),
    plannedEmployees: 1 + Math.floor(random() * 30),
    mainIndustryCode: '4690',
    address: { specific: true, apartment: random() < 0.02 },
    people: [person(index, shell && random() < 0.2)],
    changes: random() < 0.08 ? [{ kind: 'representative', on: addDays(AS_OF, -Math.floor(random() * 300)) }] : [],
    contributions: alive && random() < 0.8 ? [{ on: addDays(registeredOn, 40), amount: 10_000_000_000 }] : [],
    reportRequests: [],
    returns: own
      .filter(() => alive || random() < 0.4)
      .map(({ period, on }) => ({ period, filedOn: on, revenue: alive ? revenue : 0 })),
    invoices: alive ? own.map(({ period, on }) => ({ period, on, total: revenue * (shell ? 20 : 1) })) : [],
    insured: staff ? [{ on: addDays(registeredOn, 90), count: 1 + Math.floor(random() * 20) }] : [],
    inspections: random() < 0.1 ? [{ on: '2025-10-10', found: !shell }] : [],
    taxStatuses: random() < (shell ? 0.2 : 0.01) ? [{ on: '2025-11-01', code: '09', sub: '09-01' }] : [],
    legalStatuses: random() < 0.03 ? [{ on: '2025-06-01', code: '2' }] : [],
    accounts: Array.from({ length: 1 + Math.floor(random() * (shell ? 4 : 2)) }, (_, place) =>
      account(`${index}-${place}`, place, shell, random),
    ),
    coverage: COVERAGE,
    bands: bandsOf(index, shell, random),
  };
}

const person = (index: number, absent: boolean): VerifiedPerson => ({
  role: 'legal_representative',
  maskedDocumentNumber: `****${String(index % 10_000).padStart(4, '0')}`,
  personRef: `person-${index}`,
  birthYear: 1950 + (index % 55),
  foreign: false,
  result: absent ? 'not_found' : 'match',
  fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
  documentStatus: 'valid',
});

const account = (accountRef: string, place: number, shell: boolean, random: () => number): AccountFacts => ({
  accountRef,
  bank: BANKS[place % BANKS.length] ?? '970436',
  maskedNumber: '****0000',
  status: '1',
  openedOn: '2025-03-10',
  representative: random() < (shell ? 0.4 : 0.02) ? 'other' : 'same',
  phoneOwner: 'same',
  holder: 'same',
  flows: MONTHS.filter(() => random() < 0.7).map((period) => {
    const credit = Math.round(10 ** (7 + random() * (shell ? 3 : 2)));
    const debit = Math.round(credit * (shell ? 0.97 + random() * 0.03 : 0.6 + random() * 0.4));
    const medianHoldMinutes = Math.round(shell ? 2 + random() * 20 : 500 + random() * 18_000);
    return {
      period,
      credit,
      debit,
      transactions: 200,
      medianHoldMinutes,
      foreignIpShare: random() * (shell ? 0.7 : 0.03),
    };
  }),
});

const bandsOf = (index: number, shell: boolean, random: () => number): CompanyFacts['bands'] => {
  const [badShare, worseShare] = shell && random() < 0.7 ? [0.6, 0.4] : [0, 0];
  return [
    { kind: 'person', ref: `p${index}`, size: 1, spreadDays: 0, badShare: 0, worseShare: 0 },
    { kind: 'address', ref: `a${index}`, size: shell ? 5 : 1, spreadDays: 0, badShare, worseShare },
    { kind: 'phone', ref: `t${index}`, size: random() < 0.1 ? 20 : 1, spreadDays: 90, badShare: 0, worseShare: 0 },
    { kind: 'email', ref: `e${index}`, size: 1, spreadDays: 0, badShare: 0, worseShare: 0 },
  ];
};

/** A Mulberry32 generator, which gives the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
