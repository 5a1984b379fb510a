import type { AccountFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  again,
  type Attack,
  changed,
  clear,
  condemn,
  type Facts,
  formerHeads,
  modelOf,
  onShells,
  onVictims,
  passing,
  sentOnShells,
  type Target,
  toldAt,
  valuesOf,
  withHead,
} from './attack.ts';

const DAYS = Array.from({ length: 20 }, (_, n) => n);

/** Days on which an account passes on in minutes what it gets. */
const quickDays = ({ asOf }: Pick<Facts, 'asOf'>): AccountFacts['paces'] =>
  DAYS.map((n) => {
    const day = addDays(asOf, n - 25);
    const [month] = passing(asOf, 1, { period: day, credit: 900_000_000, debit: 898_000_000, transactions: 90 });
    return { ...month, period: day, from: day, to: day, credit: 900_000_000, debit: 898_000_000 };
  });

const reports = ({ asOf, enterpriseCode }: Facts): Facts['crimeReports'] =>
  [90, 60, 30].map((days) => ({
    caseId: `case ${enterpriseCode} ${days}`,
    on: addDays(asOf, -days),
    amount: 400_000_000,
  }));

/** Values of shells at the victims, without any change of representative, as of owners and filing agents. */
const withValuesOfShells = (kinds: readonly SharedKind[]) => (target: Target) =>
  changed(
    target,
    target.victims,
    () => ({}),
    (_, n) => valuesOf(modelOf(target, n), kinds).map(({ kind, ref }) => ({ kind, ref, joined: true })),
  );

/** Customers of the bank among the honest, whose accounts there get other rows. */
const customersOf = ({ world, bank }: Target): readonly WorldCompany[] =>
  world.filter(({ shell, facts }) => !shell && facts.accounts.some((one) => one.bank === bank)).slice(0, 60);

const atBank =
  (
    some: (target: Target) => readonly WorldCompany[],
    over: (account: AccountFacts, facts: Facts) => Partial<AccountFacts>,
  ) =>
  (target: Target) =>
    changed(target, some(target), (facts) => ({
      accounts: facts.accounts.map((one) => (one.bank === target.bank ? { ...one, ...over(one, facts) } : one)),
    }));

/** Honest companies that get a value of a shell each, so many that it becomes one of the public. */
const asOfThePublic =
  (kinds: readonly SharedKind[], told: (target: Target) => typeof toldAt | undefined) => (target: Target) =>
    changed(
      target,
      target.world.filter(({ shell }) => !shell).slice(0, 70),
      () => ({}),
      () => {
        const values = target.shells
          .flatMap((shell) => valuesOf(shell, kinds))
          .map(({ kind, ref }) => ({ kind, ref, joined: true as const }));
        return told(target)?.(target.bank, values) ?? values;
      },
    );

/** Attacks by several kinds of rows, and by rows that few think of. */
export const FURTHER_ATTACKS: readonly Attack[] = [
  condemn(
    ['police'],
    'three victims’ reports about each',
    onVictims((facts) => ({ crimeReports: reports(facts) })),
  ),
  again(
    condemn(
      ['police'],
      'reports, listings, and another person with the representative’s number',
      onVictims((facts) => ({
        ...withHead(facts, { result: 'mismatch', contradicted: true }),
        crimeReports: reports(facts),
        accounts: facts.accounts.map((one) => ({
          ...one,
          listing: { code: 3, on: addDays(facts.asOf, -60), by: 'police' as const },
        })),
      })),
    ),
  ),
  condemn(['registry'], 'a shell’s owner', withValuesOfShells(['person'])),
  condemn(
    ['registry'],
    'a shell’s owner, filing agent, e-mail and phone',
    withValuesOfShells(['person', 'agent', 'email', 'phone']),
  ),
  condemn(
    ['registry'],
    'a thousandfold capital, unpaid, and reports asked for in vain',
    onVictims(({ asOf, charterCapital = 1_000_000_000, changes }) => ({
      charterCapital: charterCapital * 1000,
      contributions: [],
      reportRequests: [200, 150, 100].map((days) => addDays(asOf, -days)),
      changes: [
        ...changes,
        { kind: 'capital', on: addDays(asOf, -120), capital: { from: charterCapital, to: charterCapital * 1000 } },
      ],
    })),
  ),
  condemn(
    ['bank'],
    'quick days on the accounts of its customers',
    atBank(customersOf, (_, facts) => ({ paces: quickDays(facts) })),
  ),
  condemn(
    ['bank'],
    'one quick month after the usual ones of its customers',
    atBank(customersOf, ({ flows }, { asOf }) => ({
      flows: [...flows, ...passing(asOf, 1, { credit: 40_000_000_000, debit: 39_990_000_000, transactions: 4000 })],
    })),
  ),
  condemn(
    ['bank'],
    'strangers as representatives and phones of its customers’ accounts',
    atBank(customersOf, ({ accountRef }) => ({
      representative: 'other',
      phoneOwner: 'other',
      strangersPhone: `phone of ${accountRef}`,
    })),
  ),
  condemn(
    ['carriers'],
    'no phone is anybody’s',
    onVictims(({ accounts }) => ({
      accounts: accounts.map((one, n) => ({
        ...one,
        phoneOwner: 'unknown',
        unregisteredPhone: `phone ${n}`,
        strangersPhone: `phone ${n}`,
      })),
    })),
  ),
  clear(
    ['registry'],
    'a date of registration in 2012',
    onShells(() => ({ registeredOn: '2012-05-20' })),
  ),
  clear(
    ['registry'],
    'a household before, another trade, paid capital',
    onShells(({ asOf, charterCapital = 1_000_000_000 }) => ({
      fromHousehold: true,
      mainIndustryCode: '4690',
      contributions: [{ on: addDays(asOf, -30), amount: charterCapital }],
    })),
  ),
  clear(
    ['registry'],
    'a legal status of suspension',
    onShells(({ asOf, legalStatuses }) => ({
      legalStatuses: [...legalStatuses, { on: addDays(asOf, -10), code: '2' }],
    })),
  ),
  clear(
    ['tax'],
    'a closed tax code',
    sentOnShells(({ asOf }) => [{ kind: 'TRANG_THAI_THUE', on: addDays(asOf, -10), value: '03' }]),
  ),
  clear(
    ['police'],
    'ended listings and withdrawn reports',
    onShells(({ accounts }) => ({
      crimeReports: undefined,
      accounts: accounts.map(({ listing: _listing, ...one }) => one),
    })),
  ),
  clear(
    ['registry'],
    'the shells’ people and phones at 70 honest companies',
    asOfThePublic(['person', 'phone', 'address', 'email', 'agent'], () => undefined),
  ),
  clear(
    ['tax'],
    'invoices of the shells’ mills for 70 honest companies',
    asOfThePublic(['invoice'], () => undefined),
  ),
  clear(
    ['bank'],
    'the shells’ receivers and devices on the accounts of 70 honest companies',
    asOfThePublic(['counterparty', 'device'], () => toldAt),
  ),
  again(
    clear(
      ['bank'],
      'money that rests, on the accounts of its customers',
      atBank(
        ({ shells }) => shells,
        ({ flows }) => ({
          flows: flows.map((one) => ({ ...one, medianHoldMinutes: 30_000, debit: Math.round(one.credit * 0.6) })),
        }),
      ),
    ),
    ({ bank }) => bank,
  ),
  clear(['registry'], 'another representative, whom the police know', (target) =>
    changed(target, target.shells, (facts) => ({
      ...withHead(facts, { result: 'variation', documentStatus: 'valid' }),
      accounts: formerHeads(facts),
      formerRepresentatives: facts.people.filter(({ role }) => role === 'legal_representative'),
    })),
  ),
];
