import type { AccountFacts, CompanyFacts, Flow, Signal } from '#shared/domain/risk/facts/company-facts.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import { countedDevices, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import { toldValues } from '#shared/domain/risk/rings/shared-values.ts';
import { type SharedValue, valueKey } from '#shared/domain/risk/rings/value-key.ts';
import type { Office, Sender } from '#shared/domain/risk/senders/sender.ts';
import { toldTwiceBy } from '#shared/domain/risk/senders/told-twice.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

/** The world before an attack: its companies, those that are attacked, and the shells that are flagged. */
export interface Target {
  readonly world: readonly WorldCompany[];
  /** Honest companies that are not flagged, and those of them that are attacked. */
  readonly victims: readonly WorldCompany[];
  readonly shells: readonly WorldCompany[];
  /** A bank of the province. */
  readonly bank: string;
}

/** False rows of one sender (or of several that act together), as the facts that are folded from them. */
export interface Attack {
  readonly by: readonly (Office | 'bank')[];
  readonly name: string;
  readonly aim: 'condemn' | 'clear';
  readonly does: (target: Target) => readonly WorldCompany[];
}

export type Facts = WorldCompany['facts'];

export const REGISTERED: readonly SharedKind[] = ['person', 'address', 'phone', 'email', 'agent'];
export const AT_BANK: readonly SharedKind[] = ['counterparty', 'device'];

export const condemn = (by: Attack['by'], name: string, does: Attack['does']): Attack => ({
  by,
  name,
  aim: 'condemn',
  does,
});
export const clear = (by: Attack['by'], name: string, does: Attack['does']): Attack => ({
  by,
  name,
  aim: 'clear',
  does,
});
export const onVictims = (change: (facts: Facts, n: number) => Partial<Facts>) => (target: Target) =>
  changed(target, target.victims, change);
/** Adds rows of offices to what these have sent of shells, as the product folds them. */
export const sentOnShells = (rows: (facts: Facts) => readonly Signal[]) => (target: Target) => {
  const sent = new Map(target.shells.map((shell) => [shell.facts, [...shell.signals, ...rows(shell.facts)]]));
  return changed(target, target.shells, (facts) => {
    const signals = sent.get(facts) ?? [];
    const { people, accounts, toldTwiceBy: before = [] } = facts;
    return {
      ...foldSignals(signals, facts.changes, facts.asOf),
      toldTwiceBy: [...before, ...toldTwiceBy({ signals, versions: [], people, accounts })],
    };
  });
};
export const onShells = (change: (facts: Facts, n: number) => Partial<Facts>) => (target: Target) =>
  changed(target, target.shells, change);

/** The same false rows, about matters of which the sender has told something else before. */
export const again = (attack: Attack, sender: (target: Target) => Sender = () => attack.by[0] ?? ''): Attack => ({
  ...attack,
  does: (target) =>
    attack.does(target).map((company, n) => {
      if (company === target.world[n]) return company;
      const senders = [...(company.facts.toldTwiceBy ?? []), sender(target)];
      return { ...company, facts: { ...company.facts, toldTwiceBy: senders } };
    }),
});

export const withHead = (facts: Facts, over: Partial<Facts['people'][number]>): Partial<Facts> => ({
  people: facts.people.map((person) => (person.role === 'legal_representative' ? { ...person, ...over } : person)),
});

/** The accounts once the company has another representative. */
export const formerHeads = ({ accounts }: Facts): AccountFacts[] =>
  accounts.map((one) => (one.representative === 'same' ? { ...one, representative: 'other', formerHead: true } : one));

/** Changes the facts of some companies of the world. */
export function changed(
  { world }: Pick<Target, 'world'>,
  some: readonly WorldCompany[],
  change: (facts: Facts, n: number) => Partial<Facts>,
  more: (company: WorldCompany, n: number) => readonly SharedValue[] = () => [],
): WorldCompany[] {
  const places = new Map(some.map((company, n) => [company, n]));
  return world.map((company) => {
    const n = places.get(company);
    if (n === undefined) return company;
    const facts = { ...company.facts, ...change(company.facts, n) };
    return {
      ...company,
      facts,
      values: joined([...company.values, ...bankValues(facts.accounts), ...more(company, n)]),
    };
  });
}

/** The receivers and devices of accounts. */
const bankValues = (accounts: readonly AccountFacts[]): SharedValue[] => [
  ...toldValues('counterparty', mainCounterparties(accounts)),
  ...toldValues('device', countedDevices(accounts)),
];

/** Each value once, with all banks that report it. */
const joined = (values: readonly SharedValue[]): SharedValue[] =>
  [...Map.groupBy(values, valueKey).values()].flatMap((same) => {
    const toldBy = [...new Set(same.flatMap((value) => value.toldBy ?? []))].sort();
    const [first] = same.toSorted((a, b) => (a.atBank ?? '').localeCompare(b.atBank ?? '')).reverse();
    return first ? [{ ...first, ...(toldBy.length > 0 && { toldBy }) }] : [];
  });

/** Receivers and devices as one bank reports them. */
export const toldAt = (bank: string, values: readonly SharedValue[]): SharedValue[] =>
  values.map((value) => (AT_BANK.includes(value.kind) ? { ...value, toldBy: [bank] } : value));

/** The values of some kinds that a company has. */
export const valuesOf = (company: WorldCompany | undefined, kinds: readonly SharedKind[]): readonly SharedValue[] =>
  company?.values.filter(({ kind }) => kinds.includes(kind)) ?? [];

/** The shell after which the n-th victim is modelled, one after the other. */
export const modelOf = ({ shells }: Pick<Target, 'shells'>, n: number): WorldCompany | undefined =>
  shells[n % Math.max(1, shells.length)];

export function monthsUntil(asOf: string, count: number): string[] {
  const [year = 2025, month = 12] = asOf.split('-').map(Number);
  return Array.from({ length: count }, (_, n) => {
    const at = year * 12 + month - 1 - (count - n);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Money that leaves within minutes. */
export const passing = (asOf: string, count: number, over: Partial<Flow> = {}): Flow[] =>
  monthsUntil(asOf, count).map((period, n) => ({
    period,
    credit: 820_000_000 + n * 1_000_000,
    debit: 815_000_000 + n * 1_000_000,
    transactions: 320,
    medianHoldMinutes: 6,
    foreignIpShare: 0.6,
    ...over,
  }));

/** An invented account in the name and with the representative of the company. */
export const inventedAt = (
  bank: string,
  { asOf, enterpriseCode }: Pick<CompanyFacts, 'asOf' | 'enterpriseCode'>,
  over: Partial<AccountFacts> = {},
): AccountFacts => ({
  accountRef: `${bank} invented ${enterpriseCode}`,
  bank,
  maskedNumber: '****6666',
  status: '1',
  openedOn: `${monthsUntil(asOf, 12)[0]}-03`,
  representative: 'same',
  phoneOwner: 'same',
  holder: 'same',
  flows: passing(asOf, 11),
  ...over,
});
