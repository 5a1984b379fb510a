import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { account, ALL_COVERED, band, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const months = ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07'];
const passing = (over: Partial<AccountFacts> = {}) =>
  account({ flows: months.map((month) => flow(month, { debit: 980_000_000 })), ...over });
const idle = { ...trading(0), coverage: ALL_COVERED, registeredOn: '2024-06-30' };
const verdictOf = (over: Partial<CompanyFacts>) => assess(companyFacts({ ...idle, ...over })).verdict;

describe('one sender', () => {
  it('a flag needs only the company’s own account and its tax returns where these disagree', () => {
    expect(verdictOf({ accounts: [passing()] })).toBe('flagged');
    expect(verdictOf({ accounts: [passing({ representative: 'unknown' })] })).toBe('flagged');
  });

  it('what carriers or police say flags nobody beside weak signs that one bank tells', () => {
    const woken = account({ flows: ['2025-03', '2025-06'].map((month) => flow(month, { credit: 3e9, debit: 2.5e9 })) });
    const returns = [{ period: '2025-Q2', filedOn: '2025-07-20', revenue: 0 }];
    const verdictBy = (over: Partial<AccountFacts>) =>
      verdictOf({ registeredOn: '2024-01-10', returns, accounts: [{ ...woken, ...over }] });
    expect(verdictBy({})).toBe('clear');
    expect(verdictBy({ phoneOwner: 'other', strangersPhone: 'phone' })).toBe('watch');
    expect(verdictBy({ listing: { code: 3, on: '2025-05-01', by: 'police' } })).toBe('watch');
  });

  it('one bank’s accounts with a stranger as representative flag nobody, however much flows through them', () => {
    const strangers = ['a', 'b', 'c'].map((accountRef) =>
      passing({ accountRef, representative: 'other', phoneOwner: 'other', openedOn: '2025-02-01' }),
    );
    expect(verdictOf({ accounts: strangers })).toBe('watch');
    expect(verdictOf({ accounts: strangers, changes: [{ kind: 'representative', on: '2025-03-01' }] })).toBe('watch');
    const tied = band({ kind: 'holder', size: 5, badShare: 0.8, worseShare: 0.8 });
    expect(verdictOf({ accounts: strangers, bands: [tied] })).toBe('watch');
  });

  it('an account from long before a change of representative is the company’s, though its bank still names the former one', () => {
    const kept = passing({ representative: 'other', phoneOwner: 'other', openedOn: '2024-08-01' });
    const changes = [{ kind: 'representative', on: '2025-02-20' }] as const;
    expect(verdictOf({ accounts: [kept], changes })).toBe('flagged');
    expect(verdictOf({ accounts: [kept] })).toBe('watch');
    expect(verdictOf({ accounts: [{ ...kept, holder: 'other' }], changes })).toBe('watch');
  });

  it('one bank is one sender, also where it lists the account whose flows it reports', () => {
    const listing = { code: 3, on: '2025-05-01', by: 'bank' } as const;
    const stranger = { representative: 'other', phoneOwner: 'other', listing } as const;
    expect(verdictOf({ accounts: [passing(stranger)] })).toBe('watch');
    const elsewhere = account({ ...stranger, accountRef: 'b', bank: '970418' });
    expect(verdictOf({ accounts: [passing({ ...stranger, listing: undefined }), elsewhere] })).toBe('flagged');
  });

  it('an account that has only the company’s name is its own unless another bank names its representative', () => {
    const named = passing({ representative: 'unknown' });
    const proven = { accountRef: 'proven', representative: 'same' } as const;
    expect(verdictOf({ accounts: [named, account({ ...proven, bank: '970418' })] })).toBe('watch');
    expect(verdictOf({ accounts: [named, account({ ...proven, bank: '970418', representative: 'unknown' })] })).toBe(
      'flagged',
    );
    expect(verdictOf({ accounts: [named, account(proven)] })).toBe('flagged');
    expect(verdictOf({ accounts: [named, passing({ ...proven, bank: '970418' })] })).toBe('flagged');
  });

  it('a device that another account also has ties the company without an account that has only its name', () => {
    const ring = band({ kind: 'device', ref: 'of a ring', size: 5, badShare: 0.8, worseShare: 0.8 });
    const named = passing({ representative: 'unknown', devices: [ring.ref] });
    const proven = account({ accountRef: 'proven', bank: '970418' });
    const withDevice = { ...proven, devices: [ring.ref] };
    expect(verdictOf({ accounts: [named, proven], bands: [ring] })).toBe('watch');
    expect(verdictOf({ accounts: [named, withDevice], bands: [ring] })).toBe('flagged');
  });

  it('a ring’s registered phone and three accounts at the founding flag, unless what the banks tell weighs too little', () => {
    const ring = band({ kind: 'phone', ref: 'registered', size: 5, badShare: 0.8, worseShare: 0.8, spreadDays: 30 });
    const harmless = band({ kind: 'phone', ref: 'of an account', size: 1, atBank: 'alone' });
    const accounts = ['970436', '970418', '970405'].map((bank) =>
      account({ accountRef: bank, bank, openedOn: '2024-07-10' }),
    );
    expect(verdictOf({ accounts, bands: [ring] })).toBe('flagged');
    expect(verdictOf({ accounts, bands: [ring, harmless] })).toBe('flagged');
    expect(verdictOf({ accounts, bands: [ring], insured: [{ on: '2025-11-01', count: 8 }] })).toBe('watch');
  });

  it('two banks that report the same flag a company', () => {
    const other = { representative: 'other', phoneOwner: 'other' } as const;
    const twoBanks = [passing(other), passing({ ...other, accountRef: 'b', bank: '970418' })];
    expect(verdictOf({ accounts: twoBanks })).toBe('flagged');
  });

  it('the tax office’s invoices flag beside an inspection and a bank’s word, and not beside either or missing staff', () => {
    const invoices = { invoices: trading(9_000_000_000).invoices, returns: trading(100_000_000).returns };
    expect(verdictOf(invoices)).toBe('watch');
    const inspections = [{ on: '2025-06-01', found: false }];
    const accounts = [account({ representative: 'other' })];
    expect(verdictOf({ ...invoices, inspections })).toBe('watch');
    expect(verdictOf({ ...invoices, accounts })).toBe('watch');
    expect(verdictOf({ ...invoices, inspections, accounts })).toBe('flagged');
  });

  it('a listing of an account flags no company to which one bank alone assigns it', () => {
    const listing = { code: 3, on: '2025-05-01', by: 'police' } as const;
    const strangers = passing({ representative: 'other', phoneOwner: 'other', listing });
    expect(verdictOf({ accounts: [strangers] })).toBe('watch');
    expect(verdictOf({ accounts: [passing({ listing })] })).toBe('flagged');
  });

  it('a change of hands that only the registration office reports is no second evidence beside a ring’s address', () => {
    const taken = band({ kind: 'address', size: 10, badShare: 0.8, worseShare: 0.8, spreadDays: 30 });
    const takings = months.map((month, n) =>
      flow(month, { debit: 600_000_000 + n * 50_000_000, medianHoldMinutes: 9000 }),
    );
    const sales = { ...trading(3_200_000_000), accounts: [account({ flows: takings })] };
    const changes = [{ kind: 'representative', on: '2025-02-20' }] as const;
    const { verdict, findings } = assess(
      companyFacts({ ...idle, ...sales, registeredOn: '2020-01-01', changes, bands: [taken] }),
    );
    expect(findings.map(({ code }) => code)).toContain('NEW_HANDS_THEN_MONEY');
    expect(verdict).toBe('watch');
  });
});

describe('one kind of evidence', () => {
  it('one kind of evidence never flags alone: money where nothing else is known, or only that the company is not at its address', () => {
    const { TO_KHAI_THUE: _returns, HOA_DON: _invoices, ...signals } = ALL_COVERED.signals;
    const alone = { returns: [], invoices: [], coverage: { ...ALL_COVERED, signals }, registeredOn: '2020-01-01' };
    const lasting = Array.from({ length: 8 }, (_, n) => flow(`2025-${String(n + 4).padStart(2, '0')}`));
    const { verdict, score } = assess(companyFacts({ ...alone, accounts: [passing({ flows: lasting })] }));
    expect(score).toBeGreaterThanOrEqual(RULE_SET.flagAt);
    expect(verdict).toBe('watch');
    const taxStatuses = [{ code: '06', on: '2025-06-01' }];
    const notThere = assess(companyFacts({ ...alone, taxStatuses, accounts: [passing({ flows: lasting })] }));
    expect(notThere.findings.map(({ code }) => code)).toContain('NOT_AT_ADDRESS');
    expect(notThere.verdict).toBe('watch');
  });

  it('one kind of evidence never flags alone: a listing, a ring, or invoices', () => {
    const listing = { code: 3, on: '2025-05-01', by: 'police' } as const;
    expect(verdictOf({ accounts: [account({ listing })] })).not.toBe('flagged');
    expect(verdictOf({ bands: [band({ badShare: 0.8, worseShare: 0.8 })] })).not.toBe('flagged');
    const { BHXH: _insured, ...signals } = ALL_COVERED.signals;
    const invoices = { invoices: trading(9_000_000_000).invoices, returns: trading(100_000_000).returns };
    expect(verdictOf({ ...invoices, coverage: { ...ALL_COVERED, signals } })).not.toBe('flagged');
  });
});

describe('what one office could make of an honest company’s representative', () => {
  const dead = { result: 'match', documentStatus: 'deceased' } as const;
  const headed = (head: object, over: Partial<CompanyFacts> = {}) => {
    const facts = companyFacts({ ...idle, accounts: [account()], ...over });
    const people = facts.people.map((one) => (one.role === 'legal_representative' ? { ...one, ...head } : one));
    return { ...facts, people };
  };

  it('a dead representative flags, but not where the company had another one before and no bank names the dead one', () => {
    const changes = [{ kind: 'representative', on: '2025-03-01' }] as const;
    const formerHead = [account({ representative: 'other', formerHead: true })];
    expect(assess(headed(dead)).verdict).toBe('flagged');
    expect(assess(headed(dead, { changes })).verdict).toBe('flagged');
    expect(assess(headed(dead, { changes, accounts: formerHead })).verdict).toBe('watch');
    expect(assess(headed(dead, { accounts: [] })).verdict).toBe('flagged');
  });

  it('a second representative who is dead flags nobody beside one in order', () => {
    const facts = headed({});
    const [head] = facts.people;
    const people = [...facts.people, ...(head ? [{ ...head, ...dead, personRef: 'another' }] : [])];
    expect(assess({ ...facts, people }).verdict).toBe('watch');
  });

  it('rows that contradict others flag nobody, and neither does a denial that the registration office alone knows', () => {
    expect(assess(headed({ ...dead, contradicted: true })).verdict).toBe('watch');
    expect(assess(headed({ result: 'mismatch', contradicted: true })).verdict).toBe('watch');
    expect(verdictOf({ accounts: [account()], authorisationDeniedOn: '2025-03-01' })).toBe('watch');
  });
});
