import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  between,
  chanceOf,
  quartersDue,
  type RandomSource,
  withSharedValue,
  type Tactic,
  withFacts,
  withFlows,
  withoutValues,
} from './company.ts';
import {
  bookkeeperClient,
  idleStarter,
  lateFamily,
  remindedOfReturn,
  genuinelySold,
  soughtAtOldOffice,
} from './honest-papers.ts';
import {
  broker,
  builder,
  cashSeller,
  collector,
  exporter,
  fastShop,
  wholesaler,
  youngFastShop,
} from './honest-trades.ts';

/** The company rents one of eight offices that many companies share. */
const sharedOffice: Tactic = (company, _place, chance) =>
  withSharedValue(withoutValues(company, 'address'), 'address', `address:office ${chance.next(8)}`);

/** One of eight agents files for the company and gives the agent's phone. */
const filingAgent: Tactic = (company, _place, chance) => {
  const hub = chance.next(8);
  const filed = withSharedValue(company, 'agent', `agent hub ${hub}`);
  return chanceOf(chance, 50) ? withSharedValue(withoutValues(filed, 'phone'), 'phone', `phone:agent ${hub}`) : filed;
};

/** Two to four companies of one family with one owner, one house and one phone. */
const family: Tactic = (company, { index }) => {
  const group = Math.floor(index / 3);
  const owned = withSharedValue(
    withoutValues(company, 'person', 'address', 'phone', 'email'),
    'person',
    `family ${group}`,
  );
  return withSharedValue(
    withSharedValue(owned, 'address', `address:family ${group}`),
    'phone',
    `phone:family ${group}`,
  );
};

/** A person who founded five or six shops one after the other, all of which are active. */
const founder: Tactic = (company, { index }) =>
  withSharedValue(withoutValues(company, 'person'), 'person', `founder ${Math.floor(index / 6)}`);

/** Four or five small companies in one house. */
const smallHouse: Tactic = (company, { index }) =>
  withSharedValue(withoutValues(company, 'address'), 'address', `address:house ${Math.floor(index / 5)}`);

/** A payment collector or a broker: money leaves within minutes, and a commission is declared. */
const passesOn: Tactic = (company, _place, chance) => {
  const through = withFlows(company, (flow) => ({
    ...flow,
    debit: Math.round((flow.credit * between(chance, 880, 985)) / 1000),
    medianHoldMinutes: between(chance, 8, 200),
  }));
  const staffed = addDays(company.facts.registeredOn, 40);
  return withFacts(through, {
    insured: staffed < company.facts.asOf ? [{ on: staffed, count: between(chance, 2, 9) }] : [],
  });
};

/** The company missed one return, or filed it months late. */
const filesLate: Tactic = (company, _place, chance) => {
  const { returns } = company.facts;
  const left = returns.length === 0 ? -1 : chance.next(returns.length);
  return withFacts(company, { returns: returns.filter((_, index) => index !== left) });
};

/**
 * A foreign owner with a passport, whose accounts a local accountant operates, and whose transactions come from foreign
 * addresses.
 */
const foreignOwner: Tactic = (company, { index }, chance) => {
  const people = company.facts.people.map((person) => ({
    ...person,
    ...{ foreign: true, result: 'unchecked' as const, documentStatus: undefined },
  }));
  const used = withFlows(company, (flow) => ({ ...flow, foreignIpShare: between(chance, 5, 60) / 100 }));
  const accounts = used.facts.accounts.map((account) => ({ ...account, phoneOwner: 'other' as const }));
  return withSharedValue(withFacts(used, { people, accounts }), 'holder', `accountant ${index % 6}`);
};

/** The company moved its office, or its representative passed it on to the next generation. */
const changesOnce: Tactic = (company, _place, chance) => {
  const { registeredOn, asOf, changes } = company.facts;
  const on = addDays(registeredOn, between(chance, 60, 240));
  const kind = chanceOf(chance, 70) ? ('address' as const) : ('representative' as const);
  return withFacts(company, { changes: on < asOf ? [...changes, { kind, on }] : changes });
};

/** A seasonal trade (Tết, moon cakes, harvests) that receives most of its yearly money in two months. */
const seasonal: Tactic = (company, _place, chance) => {
  const peak = between(chance, 9, 12);
  return withFlows(company, (flow) => {
    const month = Number(flow.period.slice(5));
    const times = month === peak || month === peak - 1 ? 6 : 0.7;
    return { ...flow, credit: Math.round(flow.credit * times), debit: Math.round(flow.debit * times) };
  });
};

/** Thirty companies that were founded within weeks in one building of an industrial park and have no activity yet. */
const startup: Tactic = (company, _place, chance) => {
  const registeredOn = addDays(company.facts.asOf, -between(chance, 110, 140));
  const housed = withSharedValue(withoutValues(company, 'address'), 'address', 'address:industrial park');
  const own = withFacts(housed, { registeredOn });
  return withFacts(own, {
    returns: quartersDue(own.facts).map(({ period, by }) => ({ period, filedOn: addDays(by, -3), revenue: 0 })),
    ...{ invoices: [], insured: [], taxStatuses: [], changes: [], contributions: [] },
    accounts: company.facts.accounts.map((account) => ({
      ...account,
      openedOn: addDays(registeredOn, 15),
      flows: account.flows.filter(({ period }) => period > registeredOn.slice(0, 7)),
    })),
  });
};

/** The company has no sales and no staff yet, and declares that every quarter. */
const nothingYet: Tactic = (company) =>
  withFacts(company, {
    returns: quartersDue(company.facts).map(({ period, by }) => ({ period, filedOn: addDays(by, -3), revenue: 0 })),
    ...{ invoices: [], insured: [], taxStatuses: [], changes: [] },
  });

/** The people are real, but the registration has a typo for each of them. */
const typedLoosely: Tactic = (company) =>
  withFacts(company, { people: company.facts.people.map((person) => ({ ...person, result: 'correctable' })) });

/** The inspector came on a holiday, or to the wrong house. */
const missedByInspector: Tactic = (company, _place, chance) => {
  const on = addDays(company.facts.registeredOn, between(chance, 50, 100));
  return withFacts(company, { inspections: on < company.facts.asOf ? [{ on, found: false }] : [] });
};

interface HonestTacticShare {
  readonly tactic: Tactic;
  readonly perMille: number;
  readonly of?: readonly string[];
}

/** Trades, of which each company has one. */
const TRADES: readonly HonestTacticShare[] = [
  { tactic: passesOn, perMille: 8, of: ['normal', 'broker'] },
  { tactic: broker, perMille: 400, of: ['broker'] },
  { tactic: broker, perMille: 8, of: ['normal'] },
  { tactic: collector, perMille: 6, of: ['normal'] },
  { tactic: cashSeller, perMille: 8, of: ['normal'] },
  { tactic: fastShop, perMille: 120, of: ['ecommerce'] },
  { tactic: youngFastShop, perMille: 15, of: ['ecommerce', 'micro'] },
  { tactic: wholesaler, perMille: 10, of: ['normal'] },
  { tactic: exporter, perMille: 12, of: ['normal'] },
  { tactic: foreignOwner, perMille: 10, of: ['normal'] },
  { tactic: seasonal, perMille: 30, of: ['normal', 'ecommerce', 'micro'] },
  { tactic: genuinelySold, perMille: 12, of: ['normal', 'micro'] },
  { tactic: builder, perMille: 8, of: ['normal', 'slow'] },
  { tactic: startup, perMille: 10, of: ['slow', 'normal'] },
  { tactic: nothingYet, perMille: 20, of: ['slow', 'micro'] },
  { tactic: idleStarter, perMille: 15, of: ['slow', 'micro'] },
];

/** Events that any company may have, whatever its trade. */
const CIRCUMSTANCES: readonly HonestTacticShare[] = [
  { tactic: sharedOffice, perMille: 60 },
  { tactic: filingAgent, perMille: 150 },
  { tactic: family, perMille: 45 },
  { tactic: founder, perMille: 8, of: ['normal', 'ecommerce', 'micro'] },
  { tactic: smallHouse, perMille: 15 },
  { tactic: filesLate, perMille: 60, of: ['normal', 'micro', 'ecommerce', 'broker'] },
  { tactic: changesOnce, perMille: 50 },
  { tactic: typedLoosely, perMille: 100 },
  { tactic: missedByInspector, perMille: 15, of: ['normal', 'micro'] },
  { tactic: bookkeeperClient, perMille: 18, of: ['normal', 'micro'] },
  { tactic: lateFamily, perMille: 14, of: ['normal', 'micro', 'ecommerce'] },
  { tactic: remindedOfReturn, perMille: 12, of: ['normal', 'micro', 'slow'] },
  { tactic: soughtAtOldOffice, perMille: 8, of: ['normal', 'micro'] },
];

/** Changes a given number in a thousand of the honest companies so that they look worse than they are. */
export function withDifficultHonest(companies: readonly WorldCompany[], chance: RandomSource): WorldCompany[] {
  const met = new Map<HonestTacticShare, number>();
  const lookingSo = (company: WorldCompany, kind: HonestTacticShare): WorldCompany => {
    const index = met.get(kind) ?? 0;
    met.set(kind, index + 1);
    return kind.tactic(company, { group: 'honest', index, size: 1 }, chance);
  };
  return companies.map((company) => {
    const befalls = ({ perMille, of }: HonestTacticShare) =>
      (of === undefined || of.includes(company.kind)) && chance.next(1000) < perMille;
    const trade = TRADES.find(befalls);
    const trading = trade ? lookingSo(company, trade) : company;
    return CIRCUMSTANCES.filter(befalls).reduce(lookingSo, trading);
  });
}
