import { addDays, addMonths, daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import {
  between,
  chanceOf,
  housed,
  moved,
  quartersDue,
  sharing,
  type Tactic,
  withFacts,
  withFlows,
  without,
} from './company.ts';

const MILLION = 1_000_000;

/** A phone and an e-mail of its own for each. */
export const ownContacts: Tactic = (company) => without(company, 'phone', 'email');

const SPELLINGS: readonly ((address: string) => string)[] = [
  (address) => address.toUpperCase(),
  (address) => foldMarks(address),
  (address) => address.replace(/^Số /u, 'SN ').replace('đường ', 'Đ. '),
  (address) => address.replace(/^Số /u, '').replace(', Việt Nam', ''),
  (address) => address.replace(/^Số /u, 'Số nhà ').replaceAll(', ', ' - '),
  (address) =>
    address.replace('Xã ', 'X. ').replace('Phường ', 'P.').replace('Huyện ', 'H. ').replace('Thành phố ', 'TP.'),
  (address) => address.replace('Tỉnh Thái Bình', 'Tỉnh Hưng Yên').normalize('NFD'),
  (address) => address.replace(', đường ', ' ').toLowerCase(),
  (address) => address.replace(/(\d+)/u, '0$1'),
];

/** The ring's address in a spelling of each one's own, a room added for some. */
export const respelt: Tactic = (company, _place, chance) =>
  company.values.some(({ kind }) => kind === 'address')
    ? housed(company, chance.pick(SPELLINGS)(company.headOfficeAddress))
    : company;

/** Two or three to an address, the next ones at another. */
export const scattered: Tactic = (company, { group, index }) =>
  sharing(without(company, 'address'), 'address', `address:${group} ${Math.floor(index / 2)}`);

/** An address of its own for each. */
export const ownAddress: Tactic = (company) => without(company, 'address');

/** Registered over a year and a half, not in a burst. */
export const staggered: Tactic = (company, _place, chance) => {
  const youngest = Math.floor(daysBetween(company.facts.registeredOn, company.facts.asOf) / 90) - 1;
  return moved(company, 3 * Math.max(between(chance, -2, 5), -Math.max(youngest, 0)));
};

/** Returns filed in time: none or small revenue, invoices of that size. A mill declares a part of what it invoices. */
export const filesTokenReturns: Tactic = (company, _place, chance) => {
  const { facts, kind } = company;
  if (kind === 'invoice-mill') {
    const share = between(chance, 15, 50) / 100;
    const invoiced = new Map(facts.invoices.map(({ period, total }) => [period, total]));
    const returns = facts.returns.map((row) => ({
      ...row,
      revenue: Math.round((invoiced.get(row.period) ?? row.revenue ?? 0) * share),
    }));
    return withFacts(company, { returns });
  }
  const sold = kind === 'sleeper' ? 20 : 55;
  const returns = quartersDue(facts).map(({ period, by }) => ({
    ...{ period, filedOn: addDays(by, -between(chance, 1, 12)) },
    revenue: chanceOf(chance, sold) ? between(chance, 5, 160) * MILLION : 0,
  }));
  const invoices = returns
    .filter(({ revenue }) => revenue > 0)
    .map(({ period, filedOn, revenue }) => ({ period, on: addDays(filedOn, -5), total: revenue }));
  return withFacts(company, { returns, invoices });
};

/** Somebody insured, and whoever comes to see the office finds it; no word of the tax office. */
export const looksAlive: Tactic = (company, _place, chance) => {
  const { registeredOn, asOf, inspections, taxStatuses } = company.facts;
  const settled = addDays(registeredOn, between(chance, 30, 120));
  return withFacts(company, {
    insured: settled < asOf && chanceOf(chance, 60) ? [{ on: settled, count: between(chance, 1, 3) }] : [],
    inspections: chanceOf(chance, 70) ? inspections.map(({ on }) => ({ on, found: true })) : inspections,
    taxStatuses: chanceOf(chance, 80) ? [] : taxStatuses,
  });
};

/** A modest capital, mostly proven. */
export const modestCapital: Tactic = (company, _place, chance) => {
  const charterCapital = between(chance, 2, 30) * 100 * MILLION;
  const on = addDays(company.facts.registeredOn, between(chance, 10, 80));
  const paid = on <= company.facts.asOf && chanceOf(chance, 60);
  return withFacts(company, { charterCapital, contributions: paid ? [{ on, amount: charterCapital }] : [] });
};

/** Money rests for hours, some of it stays, and hardly any moves from abroad. */
export const slowMoney: Tactic = (company, _place, chance) =>
  withFlows(company, (flow) => ({
    ...flow,
    debit: Math.round((flow.credit * between(chance, 900, 990)) / 1000 / 100_000) * 100_000,
    medianHoldMinutes: between(chance, 60, 1400),
    foreignIpShare: chance.next(30) / 1000,
  }));

/** Money from home alone. */
export const noForeignAddresses: Tactic = (company, _place, chance) =>
  withFlows(company, (flow) => ({ ...flow, foreignIpShare: chance.next(30) / 1000 }));

/** Smaller sums, so that no month stands out. */
export const smallSums: Tactic = (company, _place, chance) =>
  withFlows(company, (flow) => {
    const credit = between(chance, 40, 350) * MILLION;
    return { ...flow, credit, debit: Math.round((credit * flow.debit) / Math.max(flow.credit, 1)) };
  });

/** A nominee recruited with a paper of his own; the account stands under his name. */
export const realNominee: Tactic = (company) =>
  withFacts(company, {
    people: company.facts.people.map((person) => ({ ...person, result: 'match', documentStatus: 'valid' })),
    accounts: company.facts.accounts.map((account) => ({ ...account, representative: 'same', phoneOwner: 'same' })),
    authorisationDeniedOn: undefined,
  });

/** Rings of two and three under one roof and one nominee each, nothing between them. */
export const smallRings: Tactic = (company, { group, index }) => {
  const part = `${group} part ${Math.floor(index / 3)}`;
  const loose = without(company, 'address', 'phone', 'email', 'person');
  return sharing(sharing(loose, 'address', `address:${part}`), 'phone', `phone:${part}`);
};

/** Filed through one of eight agents that honest companies use. */
export const honestAgent: Tactic = (company, _place, chance) =>
  sharing(company, 'agent', `agent hub ${chance.next(8)}`);

/** Nothing in common but who acts for the accounts. */
export const sameHolder: Tactic = (company, { group }, chance) => {
  const ref = `holder of ${group}`;
  const loose = without(company, 'address', 'phone', 'email', 'person', 'agent');
  const accounts = company.facts.accounts.map((account, index) => ({
    ...account,
    representative: index === 0 || chanceOf(chance, 40) ? ('other' as const) : account.representative,
  }));
  return withFacts(sharing(loose, 'holder', ref), { accounts });
};

/** Nothing in common but the subscriber of the accounts' phones. */
export const sameSubscriber: Tactic = (company, { group }) => {
  const ref = `subscriber of ${group}`;
  const loose = without(company, 'address', 'phone', 'email', 'person', 'agent');
  const accounts = company.facts.accounts.map((account) => ({ ...account, phoneOwner: 'other' as const }));
  return withFacts(sharing(loose, 'holder', ref), { accounts });
};

/** Little and late: flows only of the last months. */
export const lateFlows: Tactic = (company, _place, chance) => {
  const since = addMonths(company.facts.asOf, -between(chance, 2, 6)).slice(0, 7);
  return withFacts(company, {
    accounts: company.facts.accounts.map((account) => ({
      ...account,
      flows: account.flows.filter(({ period }) => period >= since),
    })),
  });
};
