import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  again,
  AT_BANK,
  type Attack,
  changed,
  clear,
  type Facts,
  formerHeads,
  inventedAt,
  onShells,
  passing,
  REGISTERED,
  sentOnShells,
  type Target,
  toldAt,
  valuesOf,
  withHead,
} from './attack.ts';
import { quartersOf, salesRows } from './declared-sales.ts';

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

const isInsured = ({ kind }: Signal): boolean => kind === 'BHXH';
const insured = ({ registeredOn, asOf }: Facts): Signal[] =>
  [addDays(registeredOn, 60), addDays(asOf, -10)].map((on) => ({ kind: 'BHXH', on, value: '40' }));
const visited = ({ asOf }: Facts): Signal[] => [
  { kind: 'KIEM_TRA_TRU_SO', on: addDays(asOf, -20), value: 'CO_HOAT_DONG' },
];
const restored = ({ asOf }: Facts): Signal[] => [{ kind: 'TRANG_THAI_THUE', on: addDays(asOf, -5), value: '00' }];

/** False rows of one sender, or of several together, that speak for shells. */
export const CLEARING_ATTACKS: readonly Attack[] = [
  clear(['registry'], '108 old companies that only it knows, with the shells’ heads, phones and doors', (target) => [
    ...target.world,
    ...inventedCompanies(target, 12, '2012-05-20'),
  ]),
  clear(['registry'], 'clean heads, addresses and phones', (target) => ofCleanHeads(target, 1)),
  clear(['registry'], 'another clean registration on each of thirty days', (target) => ofCleanHeads(target, 30)),
  again(
    clear(
      ['police'],
      'matches for all heads',
      onShells((facts) => withHead(facts, { result: 'match', documentStatus: 'valid', contradicted: true })),
    ),
  ),
  clear(
    ['tax'],
    'returns and invoices as large as the money',
    sentOnShells((facts) => [...salesRows(facts, moneyAQuarter(facts), 10), ...restored(facts)]),
  ),
  clear(
    ['tax'],
    'the same, dated before and after what it said first',
    sentOnShells((facts) => [
      ...salesRows(facts, moneyAQuarter(facts), 700),
      ...salesRows(facts, moneyAQuarter(facts), 10),
      ...restored(facts),
    ]),
  ),
  clear(
    ['insurance'],
    'one insured',
    sentOnShells(({ registeredOn }) => [{ kind: 'BHXH', on: addDays(registeredOn, 60), value: '1' }]),
  ),
  clear(['insurance'], '40 insured', sentOnShells(insured)),
  clear(['insurance'], '40 insured on each day of which it told another number', (target) => {
    const days = new Map(target.shells.map(({ facts, signals }) => [facts, signals.filter(isInsured)]));
    return sentOnShells((facts) => [
      ...insured(facts),
      ...(days.get(facts) ?? []).map((row) => ({ ...row, value: '40' })),
    ])(target);
  }),
  clear(['inspector'], 'visits that find them at work', sentOnShells(visited)),
  again(
    clear(
      ['carriers'],
      'the representatives as holders of all phones',
      onShells(({ accounts }) => ({
        accounts: accounts.map(({ strangersPhone: _stranger, unregisteredPhone: _nobody, ...one }) => ({
          ...one,
          phoneOwner: 'same',
        })),
      })),
    ),
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
      () => toldAt(target.bank, refs),
    );
  }),
  clear(['bank'], 'the shells’ phones on accounts of 300 honest companies', (target) => {
    const refs = target.shells.flatMap((shell) => valuesOf(shell, ['phone']));
    const many = target.world.filter(({ shell }) => !shell).slice(0, 300);
    return changed(
      target,
      many,
      (facts) => ({ accounts: [...facts.accounts, inventedAt(target.bank, facts, { flows: [] })] }),
      () => refs.map(({ kind, ref }) => ({ kind, ref, atBank: 'alone' })),
    );
  }),
  clear(['bank'], 'an account with receivers so large that the others are no main ones', (target) =>
    changed(target, target.shells, (facts) => ({
      accounts: [
        ...facts.accounts,
        inventedAt(target.bank, facts, {
          flows: [],
          counterparties: [1, 2, 3].map((m) => ({
            ref: `counterparty: large ${m}`,
            debit: 9_000_000_000_000,
            credit: 0,
            from: addDays(facts.asOf, -300),
            to: addDays(facts.asOf, -30),
          })),
        }),
      ],
    })),
  ),
  clear(
    ['tax', 'insurance', 'inspector'],
    'returns, invoices, 40 insured and a visit',
    sentOnShells((facts) => [
      ...salesRows(facts, moneyAQuarter(facts), 10),
      ...restored(facts),
      ...insured(facts),
      ...visited(facts),
    ]),
  ),
];

/** The shells as later registrations with clean heads, addresses and phones show them. */
function ofCleanHeads(target: Target, versions: number): readonly WorldCompany[] {
  const shells = new Set(target.shells);
  return changed(target, target.shells, (facts) => ({
    accounts: formerHeads(facts),
    changes: [
      ...facts.changes,
      ...Array.from({ length: versions }, (_, n) =>
        (['representative', 'address'] as const).map((kind) => ({ kind, on: addDays(facts.asOf, n - 40) })),
      ).flat(),
    ],
  })).map((company, n) => {
    const before = target.world[n];
    if (before === undefined || !shells.has(before)) return company;
    return {
      ...company,
      values: company.values.map((value) =>
        REGISTERED.includes(value.kind) && value.atBank !== 'alone'
          ? { kind: value.kind, ref: value.ref, former: true }
          : value,
      ),
    };
  });
}

const moneyAQuarter = (facts: Facts): number => Math.round(moneyOf(facts) / Math.max(1, quartersOf(facts).length));

const moneyOf = ({ accounts }: Pick<Facts, 'accounts'>): number =>
  accounts.flatMap(({ flows }) => flows).reduce((sum, { credit }) => sum + credit, 0);
