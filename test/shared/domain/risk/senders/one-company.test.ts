import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { SharedBand, SharedKind } from '#shared/domain/risk/rings/band.ts';
import { linkMemberOf } from '#shared/domain/risk/senders/link-member.ts';
import { account, ALL_COVERED, band, companyFacts, coveredTo, flow, trading } from '#test/support/company-facts.ts';

const months = ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'];
/** A company whose income is declared and of which it keeps a varying share. */
const takings = months.map((month, n) =>
  flow(month, { credit: 100_000_000, debit: 70_000_000 + n * 3_000_000, transactions: 40, medianHoldMinutes: 9000 }),
);
const honest: Partial<CompanyFacts> = {
  ...trading(300_000_000),
  coverage: ALL_COVERED,
  registeredOn: '2021-05-10',
  accounts: [account({ flows: takings })],
};
const verdictOf = (over: Partial<CompanyFacts>) => assess(companyFacts({ ...honest, ...over })).verdict;

const ring = (kind: SharedKind, over = {}) =>
  band({ kind, ref: `ring ${kind}`, size: 10, badShare: 0.8, worseShare: 0.8, spreadDays: 30, ...over });
const through = months.map((month) => flow(month, { credit: 5_000_000_000, debit: 4_950_000_000 }));
const strangers = (over: Partial<AccountFacts> = {}): AccountFacts =>
  account({
    accountRef: 'of a stranger',
    bank: '970418',
    representative: 'other',
    holder: 'other',
    phoneOwner: 'other',
    openedOn: '2025-01-15',
    flows: through,
    ...over,
  });
const own = honest.accounts ?? [];

describe('an insider at one sender', () => {
  it('an honest company with correct data is clear', () => {
    expect(verdictOf({})).toBe('clear');
  });

  const whole = (['person', 'phone', 'address', 'email', 'agent'] as const).map((kind) => ring(kind));
  const changes = [
    { kind: 'representative', on: '2025-03-01' },
    { kind: 'address', on: '2025-03-01' },
    { kind: 'capital', on: '2025-03-01', capital: { from: 1_000_000_000, to: 90_000_000_000 } },
  ] as const;
  it.each<readonly [string, readonly SharedBand[], Partial<CompanyFacts>]>([
    ['a ring’s address', [ring('address')], {}],
    ['a ring’s phone', [ring('phone')], {}],
    ['a person of a ring', [ring('person')], {}],
    ['all that a ring has', whole, {}],
    ['all of it, a change of hands and of address, and an early date', whole, { changes, registeredOn: '2025-01-20' }],
    // Its bank names the honest company's representative, but no bank names him for the ring
    ['its representative into the companies of a ring', [ring('person', { atBank: 'too' })], {}],
    ['its phone into the companies of a ring', [ring('phone', { atBank: 'too' })], {}],
  ])('false registration rows about an honest company flag nobody: %s', (_, bands, over) => {
    expect(verdictOf({ ...over, bands })).not.toBe('flagged');
    expect(verdictOf({ ...over, bands, accounts: [] })).not.toBe('flagged');
  });

  const reported = { code: 3, on: '2025-08-01', by: 'bank' } as const;
  const abroad = through.map((one) => ({ ...one, foreignIpShare: 1 }));
  const devices = { '970418': coveredTo('2025-12-31') };
  const covered = { coverage: { ...ALL_COVERED, devices, counterparties: devices } };
  const links = (['device', 'counterparty', 'holder'] as const).map((kind) => ring(kind));
  const handedOn = { changes: changes.slice(0, 1) };
  it.each<readonly [string, Partial<AccountFacts>, readonly SharedBand[], Partial<CompanyFacts>]>([
    ['money through a stranger’s account', {}, [], {}],
    ['a stranger’s account that it reports by itself as suspicious', { listing: reported }, [], {}],
    ['a ring’s phone in the account', {}, [ring('phone', { atBank: 'alone' })], {}],
    ['its registered phone in the accounts of a ring', {}, [ring('phone', { badOnlyAtBank: true })], {}],
    ['the same and in its own', {}, [ring('phone', { atBank: 'too', badOnlyAtBank: true })], {}],
    ['a ring’s devices, receivers and holders', { devices: ['device'] }, links, covered],
    ['an e-wallet of a stranger, with days abroad', { bank: '971005', flows: abroad }, [], {}],
    ['known changes of hands', {}, [ring('phone', { atBank: 'alone' }), ring('device')], handedOn],
  ])('false data of one bank about an honest company flag nobody: %s', (_, said, bands, over) => {
    const accounts = [...own, strangers(said), strangers({ ...said, accountRef: 'b' })];
    expect(verdictOf({ ...over, bands, accounts: accounts.slice(0, -1) })).not.toBe('flagged');
    expect(verdictOf({ ...over, bands, accounts })).not.toBe('flagged');
  });

  it.each<readonly [string, Partial<CompanyFacts>]>([
    ['no return', { returns: [] }],
    ['neither return nor invoice', { returns: [], invoices: [] }],
    ['returns of nothing', { returns: trading(0).returns, invoices: trading(0).invoices }],
    ['invoices without end', { invoices: trading(90_000_000_000).invoices }],
    ['invoices of a mill', { invoices: trading(90_000_000_000).invoices, bands: [ring('invoice')] }],
    ['a closed tax code', { taxStatuses: [{ code: '06', on: '2025-06-01' }], returns: [] }],
  ])('false data of the tax office about an honest company flag nobody: %s', (_, over) => {
    expect(verdictOf(over)).not.toBe('flagged');
    expect(verdictOf({ ...over, accounts: [] })).not.toBe('flagged');
  });

  it('returns that the tax office leaves out do not flag a company that had money for a few months', () => {
    const brief = ['2025-03', '2025-04', '2025-05'].map((month) => flow(month, { credit: 2_400_000_000 }));
    const over: Partial<CompanyFacts> = {
      registeredOn: '2024-08-29',
      invoices: [],
      insured: [],
      accounts: [account({ flows: brief })],
      bands: [band({ kind: 'person', size: 7 })],
    };
    const { verdict, leansOn, isAlone } = assess(companyFacts({ ...honest, ...over, returns: [] }));
    expect({ verdict, isAlone }).toEqual({ verdict: 'watch', isAlone: true });
    expect(leansOn).toContain('tax');
  });

  it.each<readonly [string, Partial<CompanyFacts>]>([
    ['strangers for the phones of its accounts', {}],
    ['a person of a ring for them', { bands: [ring('holder')] }],
    ['people of two rings', { bands: [ring('holder'), ring('holder', { ref: 'another ring' })] }],
    ['a person of a ring, of a company that is young', { bands: [ring('holder')], registeredOn: '2025-02-01' }],
  ])('false rows of one carrier about an honest company flag nobody: %s', (_, over) => {
    const accounts = ['970436', '970418', '970422'].map((bank, n) =>
      account({ accountRef: `own ${n}`, bank, flows: takings, phoneOwner: 'other', strangersPhone: `phone ${n}` }),
    );
    const inItsName = { representative: 'unknown', holder: 'same' } as const;
    expect(verdictOf({ ...over, accounts })).not.toBe('flagged');
    expect(verdictOf({ ...over, accounts: accounts.slice(0, 1) })).not.toBe('flagged');
    expect(verdictOf({ ...over, accounts: accounts.map((one) => ({ ...one, ...inItsName })) })).not.toBe('flagged');
  });

  it('missing employees of an honest company at the social insurance office flag nobody', () => {
    expect(verdictOf({ insured: [], ...trading(9_000_000_000) })).not.toBe('flagged');
  });

  it('repeated inspections that find nobody at an honest company’s address flag nobody', () => {
    const inspections = ['2025-03-01', '2025-05-01', '2025-07-01'].map((on) => ({ on, found: false }));
    expect(verdictOf({ inspections })).not.toBe('flagged');
  });

  it('a mistaken listing of an honest company’s account by the police flags nobody', () => {
    const listing = { code: 3, on: '2025-08-01', by: 'police' } as const;
    expect(verdictOf({ accounts: own.map((one) => ({ ...one, listing })) })).not.toBe('flagged');
  });
});

describe('rows of one sender in favour of a shell', () => {
  const resting = months.map((month) =>
    flow(month, { credit: 9_000_000_000, debit: 5_000_000_000, transactions: 40, medianHoldMinutes: 20_000 }),
  );
  const slowly = through.map((one) => ({ ...one, medianHoldMinutes: 180 }));
  const shell: Partial<CompanyFacts> = {
    ...trading(0),
    registeredOn: '2025-01-10',
    accounts: [account({ flows: through })],
    bands: [ring('address', { badShare: 0.2, worseShare: 0.2 })],
  };
  const assessed = (over: Partial<CompanyFacts>) => assess(companyFacts({ ...honest, ...shell, ...over }));

  it('sales that the tax office alone declares leave it watched, and name that office', () => {
    const undeclared = { bands: [], registeredOn: '2019-03-15', accounts: [account({ flows: slowly })] };
    expect(assessed(undeclared).verdict).toBe('flagged');
    expect(assessed({ ...undeclared, ...trading(27_000_000_000) })).toMatchObject({
      verdict: 'watch',
      heldDownBy: ['tax'],
    });
  });

  it('money that rests at one other bank leaves it watched, and names that bank', () => {
    expect(assessed({}).verdict).toBe('flagged');
    const other = account({ accountRef: 'at another bank', bank: '970418', flows: resting });
    expect(assessed({ accounts: [...(shell.accounts ?? []), other] })).toMatchObject({
      verdict: 'watch',
      heldDownBy: ['970418'],
    });
  });
});

describe('what a company tells those with whom it shares values', () => {
  const told = (over: Partial<CompanyFacts>) => linkMemberOf(companyFacts({ ...honest, ...over })).badSigns;

  it('a company has the signs that an office’s earlier rows show, whatever the office says later', () => {
    const atRisk = { on: '2025-06-01', code: '09', sub: '09-06' };
    const taxStatuses = [atRisk, { on: '2025-10-01', code: '03' }];
    expect(told({ taxStatuses })).toBe(0);
    const tax = { returns: [], invoices: [], taxStatuses: [atRisk] };
    expect(told({ taxStatuses, unfavourable: { tax } })).toBeGreaterThan(0);
  });
});

describe('a tie that two senders report', () => {
  const young: Partial<CompanyFacts> = { ...trading(0), registeredOn: '2025-08-20', accounts: [account()] };

  it('a company is flagged by a tie that its own bank and the other companies’ banks also report', () => {
    const bands = [ring('person', { atBank: 'too', badAtBank: 2 }), ring('phone', { atBank: 'too', badAtBank: 2 })];
    expect(verdictOf({ ...young, bands })).toBe('flagged');
  });

  it('a company is only watched by a tie that a bank reports on one side', () => {
    for (const over of [{}, { atBank: 'too' }, { badAtBank: 2 }])
      expect(verdictOf({ ...young, bands: [ring('person', over), ring('phone', over)] })).toBe('watch');
  });
});
