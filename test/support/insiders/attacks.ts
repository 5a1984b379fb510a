import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import type { AccountFacts, CompanyFacts, Counterparty } from '#shared/domain/risk/facts/company-facts.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { type Attack, changed, inventedAt, modelOf, monthsUntil, passing, type Target, valuesOf } from './attack.ts';

type Facts = WorldCompany['facts'];

const REGISTERED: readonly SharedKind[] = ['person', 'address', 'phone', 'email', 'agent'];
const AT_BANK: readonly SharedKind[] = ['counterparty', 'device'];
const STRANGER = { representative: 'other', holder: 'other', phoneOwner: 'other' } as const;

/** Adds invented accounts to the victims, and the values that these have. */
const invents =
  (over: (facts: Facts, n: number, target: Target) => Partial<AccountFacts>[], kinds: readonly SharedKind[] = []) =>
  (target: Target): WorldCompany[] =>
    changed(
      target,
      target.victims,
      (facts, n) => ({
        accounts: [
          ...facts.accounts,
          ...over(facts, n, target).map((one, m) =>
            inventedAt(target.bank, facts, { accountRef: `invented ${facts.enterpriseCode} ${m}`, ...one }),
          ),
        ],
      }),
      (company, n) => [...bankValues(over(company.facts, n, target)), ...valuesOf(modelOf(target, n), kinds)],
    );

const bankValues = (accounts: readonly Partial<AccountFacts>[]): SharedValue[] => [
  ...accounts.flatMap(({ devices = [] }) => devices.map((ref): SharedValue => ({ kind: 'device', ref }))),
  ...mainCounterparties(accounts.map((one) => ({ counterparties: undefined, ...one })) as AccountFacts[]).map(
    (ref): SharedValue => ({ kind: 'counterparty', ref }),
  ),
];

const paid = (refs: readonly string[], { asOf }: Pick<Facts, 'asOf'>): Counterparty[] =>
  refs.map((ref) => ({ ref, debit: 3_000_000_000, credit: 0, from: addDays(asOf, -300), to: addDays(asOf, -30) }));

const ofModel = (target: Target, n: number, facts: Facts): Partial<AccountFacts> => {
  const refs = (kind: SharedKind) => valuesOf(modelOf(target, n), [kind]).map(({ ref }) => ref);
  return { devices: refs('device'), counterparties: paid(refs('counterparty'), facts) };
};

const quartersOf = ({ asOf, registeredOn }: Facts): string[] =>
  [
    ...new Set(
      monthsUntil(asOf, 14)
        .slice(0, 12)
        .map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`),
    ),
  ].filter((quarter) => `${quarter.slice(0, 4)}-${quarter.slice(6)}` >= `${registeredOn.slice(0, 4)}-0`);

const sales = (facts: Facts, total: number): Pick<Facts, 'returns' | 'invoices'> => {
  const quarters = quartersOf(facts).map((period) => ({
    period,
    on: `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3).padStart(2, '0')}-20`,
  }));
  return {
    returns: quarters.map(({ period, on }) => ({ period, filedOn: addDays(on, 35), revenue: total })),
    invoices: quarters.map(({ period, on }) => ({ period, on, total })),
  };
};

const people = (facts: Facts, over: Partial<Facts['people'][number]>): Partial<Facts> => ({
  people: facts.people.map((person) => (person.role === 'legal_representative' ? { ...person, ...over } : person)),
});
const formerHeads = ({ accounts }: Facts): AccountFacts[] =>
  accounts.map((one) => (one.representative === 'same' ? { ...one, representative: 'other', formerHead: true } : one));

const condemn = (by: Attack['by'], name: string, does: Attack['does']): Attack => ({ by, name, aim: 'condemn', does });
const clear = (by: Attack['by'], name: string, does: Attack['does']): Attack => ({ by, name, aim: 'clear', does });
const onVictims = (change: (facts: Facts, n: number) => Partial<Facts>) => (target: Target) =>
  changed(target, target.victims, change);
const onShells = (change: (facts: Facts, n: number) => Partial<Facts>) => (target: Target) =>
  changed(target, target.shells, change);

const ofTheRing = (target: Target, over: (facts: Facts, n: number) => Partial<Facts> = () => ({})) =>
  changed(target, target.victims, over, (_, n) => registered(modelOf(target, n)));

/** The values of a registration, which no bank reports of the other company. */
const registered = (model: WorldCompany | undefined): SharedValue[] =>
  valuesOf(model, REGISTERED).flatMap(({ kind, ref, atBank }) => (atBank === 'alone' ? [] : [{ kind, ref }]));

/** Companies that exist only in registrations, with the heads, doors and phones of shells. */
function inventedCompanies(target: Target, each: number, registeredOn: string): WorldCompany[] {
  const [model] = target.victims;
  if (model === undefined) return [];
  return target.shells.slice(0, 9).flatMap((shell, n) =>
    Array.from({ length: each }, (_, m): WorldCompany => {
      const facts: Facts = {
        ...model.facts,
        enterpriseCode: String(8_800_000_000 + n * 100 + m),
        registeredOn,
        ...{ changes: [], contributions: [], reportRequests: [], returns: [], invoices: [], insured: [] },
        ...{
          inspections: [],
          taxStatuses: [],
          legalStatuses: [],
          accounts: [],
          invoicePairs: undefined,
          peers: undefined,
        },
      };
      return { ...model, facts, shell: false, values: valuesOf(shell, REGISTERED) };
    }),
  );
}

/** The attacks of one dishonest sender, and those of several together. */
export const ATTACKS: readonly Attack[] = [
  condemn(
    ['bank'],
    'accounts with the true representative, 9 billion passed on, own devices and receivers',
    invents((facts) => [
      {
        devices: ['device: invented'],
        counterparties: paid(['counterparty: invented 1', 'counterparty: invented 2'], facts),
      },
    ]),
  ),
  condemn(
    ['bank'],
    'the same, by the company’s name alone',
    invents(() => [{ representative: 'unknown', phoneOwner: 'unknown' }]),
  ),
  condemn(
    ['bank'],
    'the same, of a stranger',
    invents(() => [STRANGER]),
  ),
  condemn(
    ['bank'],
    'the same, with the devices and receivers of shells',
    invents((facts, n, target) => [ofModel(target, n, facts)]),
  ),
  condemn(
    ['bank'],
    'a single month, 90 billion in minutes',
    invents(({ asOf }) => [{ flows: passing(asOf, 1, { credit: 90_000_000_000, debit: 90_000_000_000 }) }]),
  ),
  condemn(
    ['bank'],
    'six accounts opened in one week',
    invents(({ asOf }) => Array.from({ length: 6 }, (_, m) => ({ openedOn: addDays(asOf, -200 + m) }))),
  ),
  condemn(
    ['bank'],
    'accounts that it lists by itself',
    invents(({ asOf }) => [{ listing: { code: 3, on: addDays(asOf, -60), by: 'bank' } }]),
  ),
  condemn(
    ['bank'],
    'the account of a stranger that the police list',
    invents(({ asOf }) => [{ ...STRANGER, listing: { code: 3, on: addDays(asOf, -60), by: 'police' } }]),
  ),
  condemn(
    ['bank'],
    'phones of strangers in three accounts',
    invents(() => [1, 2, 3].map((m) => ({ phoneOwner: 'other', strangersPhone: `phone ${m}` }))),
  ),
  condemn(['bank'], 'phones of shells in the accounts', (target) =>
    changed(
      target,
      target.victims,
      (facts) => ({ accounts: [...facts.accounts, inventedAt(target.bank, facts)] }),
      (_, n) => valuesOf(modelOf(target, n), ['phone']).map((value) => ({ ...value, atBank: 'alone' as const })),
    ),
  ),
  condemn(['bank'], 'the receivers of honest companies on invented accounts of others', (target) => {
    const popular = target.world
      .filter(({ shell }) => !shell)
      .flatMap((company) => valuesOf(company, AT_BANK).filter(({ kind }) => kind === 'counterparty'))
      .slice(0, 40);
    return invents((facts, n) => [
      { counterparties: paid([popular[n % popular.length]?.ref ?? 'counterparty: none'], facts) },
    ])(target);
  }),
  condemn(['bank'], 'the money of its own customers, written anew', (target) => {
    const customers = target.world
      .filter(({ shell, facts }) => !shell && facts.accounts.some(({ bank }) => bank === target.bank))
      .slice(0, 60);
    return changed(target, customers, ({ accounts, asOf }) => ({
      accounts: accounts.map((one) => (one.bank === target.bank ? { ...one, flows: passing(asOf, 11) } : one)),
    }));
  }),
  condemn(
    ['carriers'],
    'strangers as holders of all phones',
    onVictims(({ accounts }) => ({
      accounts: accounts.map((one, n) => ({ ...one, phoneOwner: 'other', strangersPhone: `phone ${n}` })),
    })),
  ),
  condemn(['carriers'], 'a person of a ring as holder of all phones', (target) =>
    changed(
      target,
      target.victims,
      ({ accounts }) => ({
        accounts: accounts.map((one, n) => ({ ...one, phoneOwner: 'other', strangersPhone: `phone ${n}` })),
      }),
      (_, n) => valuesOf(modelOf(target, n), ['person']).map(({ ref }): SharedValue => ({ kind: 'holder', ref })),
    ),
  ),
  condemn(
    ['registry'],
    'the representative’s name alone changed',
    onVictims((facts) => people(facts, { result: 'mismatch' })),
  ),
  condemn(
    ['registry'],
    'the identity of a dead person as representative',
    onVictims((facts) => ({
      ...people(facts, { documentStatus: 'deceased' }),
      accounts: formerHeads(facts),
      changes: [...facts.changes, { kind: 'representative', on: addDays(facts.asOf, -100) }],
    })),
  ),
  condemn(['registry'], 'a shell’s head, address and phone', (target) => ofTheRing(target)),
  condemn(['registry'], 'the same, with a change of hands and a new date of registration', (target) =>
    ofTheRing(target, (facts, n) => ({
      accounts: formerHeads(facts),
      registeredOn: modelOf(target, n)?.facts.registeredOn ?? facts.registeredOn,
      changes: [...facts.changes, { kind: 'representative', on: addDays(facts.asOf, -100) }],
    })),
  ),
  condemn(['registry'], 'the honest heads in the registrations of shells', (target) => {
    const heads = new Map(target.shells.map((shell, n) => [shell, target.victims[n]]));
    return changed(
      target,
      target.shells,
      () => ({}),
      (shell) => valuesOf(heads.get(shell), ['person', 'phone', 'address']),
    );
  }),
  condemn(
    ['registry'],
    'a denied authorisation',
    onVictims(({ asOf }) => ({ authorisationDeniedOn: addDays(asOf, -30) })),
  ),
  condemn(
    ['registry'],
    'a child as representative',
    onVictims((facts) => people(facts, { birthYear: Number(facts.registeredOn.slice(0, 4)) - 10 })),
  ),
  condemn(
    ['police'],
    'another name for the representative’s number',
    onVictims((facts) => people(facts, { result: 'mismatch' })),
  ),
  condemn(
    ['police'],
    'a death before the role',
    onVictims((facts) => people(facts, { documentStatus: 'deceased' })),
  ),
  condemn(
    ['police'],
    'a cancelled document',
    onVictims((facts) => people(facts, { documentStatus: 'cancelled' })),
  ),
  condemn(['police'], 'an extract of one row that says it is complete', (target) =>
    changed(
      target,
      target.world.filter(({ shell }, n) => !shell && n % 2 === 0),
      (facts) => ({
        ...people(facts, { result: 'not_found' }),
        coverage: { ...facts.coverage, identities: 'whole' },
      }),
    ),
  ),
  condemn(
    ['police'],
    'listings of all accounts',
    onVictims(({ accounts, asOf }) => ({
      accounts: accounts.map((one) => ({ ...one, listing: { code: 3, on: addDays(asOf, -60), by: 'police' } })),
    })),
  ),
  condemn(
    ['tax'],
    'invoices of 90 billion a quarter',
    onVictims((facts) => ({ invoices: sales(facts, 90_000_000_000).invoices })),
  ),
  condemn(
    ['tax'],
    'no returns',
    onVictims(() => ({ returns: [], invoices: [] })),
  ),
  condemn(
    ['tax'],
    'returns of nothing',
    onVictims((facts) => sales(facts, 0)),
  ),
  condemn(
    ['tax'],
    'a status of risk',
    onVictims(({ asOf }) => ({ taxStatuses: [{ on: addDays(asOf, -40), code: '09', sub: '09-06' }] })),
  ),
  condemn(
    ['tax'],
    'a closed tax code and invoices',
    onVictims((facts) => ({
      taxStatuses: [{ on: addDays(facts.asOf, -40), code: '06' }],
      invoices: sales(facts, 90_000_000_000).invoices,
    })),
  ),
  condemn(['tax'], 'sales of a mill', (target) =>
    changed(
      target,
      target.victims,
      (facts) => ({ invoices: sales(facts, 90_000_000_000).invoices }),
      (_, n) => [{ kind: 'invoice', ref: `mill ${n % 6}` }],
    ),
  ),
  condemn(
    ['insurance'],
    'nobody insured',
    onVictims(() => ({ insured: [] })),
  ),
  condemn(
    ['inspector'],
    'three visits that find nobody',
    onVictims(({ asOf }) => ({
      inspections: [200, 120, 40].map((days) => ({ on: addDays(asOf, -days), found: false })),
    })),
  ),
  clear(['registry'], '108 old companies that only it knows, with the shells’ heads, phones and doors', (target) => [
    ...target.world,
    ...inventedCompanies(target, 12, '2012-05-20'),
  ]),
  clear(['registry'], 'clean heads, addresses and phones', (target) => {
    const shells = new Set(target.shells);
    return target.world.map((company) =>
      shells.has(company)
        ? { ...company, values: company.values.filter(({ kind }) => !REGISTERED.includes(kind)) }
        : company,
    );
  }),
  clear(
    ['police'],
    'matches for all heads',
    onShells((facts) => people(facts, { result: 'match', documentStatus: 'valid' })),
  ),
  clear(
    ['tax'],
    'returns and invoices as large as the money',
    onShells((facts) => ({
      ...sales(facts, Math.round(moneyOf(facts) / Math.max(1, quartersOf(facts).length))),
      taxStatuses: [],
    })),
  ),
  clear(
    ['insurance'],
    '40 insured',
    onShells(({ registeredOn }) => ({ insured: [{ on: addDays(registeredOn, 60), count: 40 }] })),
  ),
  clear(
    ['inspector'],
    'visits that find them at work',
    onShells(({ asOf }) => ({ inspections: [{ on: addDays(asOf, -20), found: true }] })),
  ),
  clear(['bank'], 'one account with money that rests', (target) =>
    changed(target, target.shells, (facts) => ({
      accounts: [
        ...facts.accounts,
        inventedAt(target.bank, facts, {
          flows: passing(facts.asOf, 11, {
            credit: 900_000_000,
            debit: 500_000_000,
            medianHoldMinutes: 20_000,
            transactions: 40,
            foreignIpShare: 0,
          }),
        }),
      ],
    })),
  ),
  clear(['bank'], 'the shells’ receivers and devices on accounts of 300 honest companies', (target) => {
    const refs = target.shells.flatMap((shell) => valuesOf(shell, AT_BANK));
    const many = target.world.filter(({ shell }) => !shell).slice(0, 300);
    return changed(
      target,
      many,
      (facts) => ({
        accounts: [...facts.accounts, inventedAt(target.bank, facts, { flows: [], devices: ['device: none'] })],
      }),
      () => refs,
    );
  }),
  clear(
    ['tax', 'insurance', 'inspector'],
    'returns, invoices, 40 insured and a visit',
    onShells((facts) => ({
      ...sales(facts, Math.round(moneyOf(facts) / Math.max(1, quartersOf(facts).length))),
      taxStatuses: [],
      insured: [{ on: addDays(facts.registeredOn, 60), count: 40 }],
      inspections: [{ on: addDays(facts.asOf, -20), found: true }],
    })),
  ),
];

const moneyOf = ({ accounts }: Pick<CompanyFacts, 'accounts'>): number =>
  accounts.flatMap(({ flows }) => flows).reduce((sum, { credit }) => sum + credit, 0);
