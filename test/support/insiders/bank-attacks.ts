import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, Counterparty } from '#shared/domain/risk/facts/company-facts.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  again,
  AT_BANK,
  type Attack,
  changed,
  condemn,
  type Facts,
  inventedAt,
  modelOf,
  passing,
  type Target,
  valuesOf,
} from './attack.ts';

const STRANGER = { representative: 'other', holder: 'other', phoneOwner: 'other' } as const;

/** Adds invented accounts to the victims, with the values that these have. */
const invents =
  (over: (facts: Facts, n: number, target: Target) => Partial<AccountFacts>[]) =>
  (target: Target): WorldCompany[] =>
    changed(target, target.victims, (facts, n) => ({
      accounts: [
        ...facts.accounts,
        ...over(facts, n, target).map((one, m) =>
          inventedAt(target.bank, facts, { accountRef: `invented ${facts.enterpriseCode} ${m}`, ...one }),
        ),
      ],
    }));

const paid = (refs: readonly string[], { asOf }: Pick<Facts, 'asOf'>): Counterparty[] =>
  refs.map((ref) => ({ ref, debit: 3_000_000_000, credit: 0, from: addDays(asOf, -300), to: addDays(asOf, -30) }));

const ofModel = (target: Target, n: number, facts: Facts): Partial<AccountFacts> => {
  const refs = (kind: SharedKind) => valuesOf(modelOf(target, n), [kind]).map(({ ref }) => ref);
  return { devices: refs('device'), counterparties: paid(refs('counterparty'), facts) };
};

/** False rows of one bank about companies that are not its customers, and about those that are. */
export const BANK_ATTACKS: readonly Attack[] = [
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
  condemn(['bank'], 'an account that its code alone ties to the company, of every company', (target) =>
    changed(target, target.world, (facts) => ({
      accounts: [
        ...facts.accounts,
        inventedAt(target.bank, facts, {
          ...{ representative: 'unknown', holder: 'unknown', phoneOwner: 'unknown' },
          ...{ flows: [], openedOn: undefined },
        }),
      ],
    })),
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
  again(
    condemn(['bank'], 'the money of its own customers, written anew', (target) => {
      const customers = target.world
        .filter(({ shell, facts }) => !shell && facts.accounts.some(({ bank }) => bank === target.bank))
        .slice(0, 60);
      return changed(target, customers, ({ accounts, asOf }) => ({
        accounts: accounts.map((one) => (one.bank === target.bank ? { ...one, flows: passing(asOf, 11) } : one)),
      }));
    }),
    ({ bank }) => bank,
  ),
];
