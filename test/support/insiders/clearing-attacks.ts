import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  again,
  AT_BANK,
  type Attack,
  changed,
  clear,
  type Facts,
  inventedAt,
  onShells,
  passing,
  REGISTERED,
  type Target,
  valuesOf,
  withHead,
} from './attack.ts';
import { quartersOf, sales } from './declared-sales.ts';

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

/** False rows of one sender, or of several together, that speak for shells. */
export const CLEARING_ATTACKS: readonly Attack[] = [
  clear(['registry'], '108 old companies that only it knows, with the shells’ heads, phones and doors', (target) => [
    ...target.world,
    ...inventedCompanies(target, 12, '2012-05-20'),
  ]),
  clear(['registry'], 'clean heads, addresses and phones', (target) => {
    const shells = new Set(target.shells);
    return target.world.map((company) =>
      shells.has(company)
        ? {
            ...company,
            facts: { ...company.facts, changes: [...company.facts.changes, ...changesLately(company.facts)] },
            values: company.values.filter(({ kind }) => !REGISTERED.includes(kind)),
          }
        : company,
    );
  }),
  again(
    clear(
      ['police'],
      'matches for all heads',
      onShells((facts) => withHead(facts, { result: 'match', documentStatus: 'valid', contradicted: true })),
    ),
  ),
  again(
    clear(
      ['tax'],
      'returns and invoices as large as the money',
      onShells((facts) => ({
        ...sales(facts, Math.round(moneyOf(facts) / Math.max(1, quartersOf(facts).length))),
        taxStatuses: [],
      })),
    ),
  ),
  clear(
    ['insurance'],
    'one insured',
    onShells(({ registeredOn }) => ({ insured: [{ on: addDays(registeredOn, 60), count: 1 }] })),
  ),
  again(
    clear(
      ['carriers'],
      'the representatives as holders of all phones',
      onShells(({ accounts }) => ({
        accounts: accounts.map(({ strangersPhone: _none, ...one }) => ({ ...one, phoneOwner: 'same' as const })),
      })),
    ),
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
  again(
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
  ),
];

/** What a version with other heads and addresses shows. */
const changesLately = ({ asOf }: Pick<Facts, 'asOf'>): Facts['changes'] =>
  (['representative', 'address'] as const).map((kind) => ({ kind, on: addDays(asOf, -20) }));

const moneyOf = ({ accounts }: Pick<Facts, 'accounts'>): number =>
  accounts.flatMap(({ flows }) => flows).reduce((sum, { credit }) => sum + credit, 0);
