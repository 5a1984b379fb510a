import { addDays, addMonths, daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import {
  between,
  chanceOf,
  atAddress,
  shiftedInTime,
  quartersDue,
  withSharedValue,
  type Tactic,
  withFacts,
  withFlows,
  withoutValues,
} from './company.ts';

const MILLION = 1_000_000;

/** Each company has its own phone and e-mail. */
export const ownContacts: Tactic = (company) => withoutValues(company, 'phone', 'email');

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

/** Each company of the ring writes the common address in another spelling, some with a room. */
export const respeltAddress: Tactic = (company, _place, chance) =>
  company.values.some(({ kind }) => kind === 'address')
    ? atAddress(company, chance.pick(SPELLINGS)(company.headOfficeAddress))
    : company;

/** Two or three companies share an address, and the next ones share another. */
export const scatteredAddresses: Tactic = (company, { group, index }) =>
  withSharedValue(withoutValues(company, 'address'), 'address', `address:${group} ${Math.floor(index / 2)}`);

/** Each company has its own address. */
export const ownAddress: Tactic = (company) => withoutValues(company, 'address');

/** The ring registers over a year and a half instead of at once. */
export const staggeredRegistrations: Tactic = (company, _place, chance) => {
  const youngest = Math.floor(daysBetween(company.facts.registeredOn, company.facts.asOf) / 90) - 1;
  return shiftedInTime(company, 3 * Math.max(between(chance, -2, 5), -Math.max(youngest, 0)));
};

/**
 * The company files returns in time, with no or small revenue and invoices of the same size. An invoice mill declares a
 * part of its invoices.
 */
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

/** The company insures somebody, inspectors find it at its address, and the tax office reports no status. */
export const looksActive: Tactic = (company, _place, chance) => {
  const { registeredOn, asOf, inspections, taxStatuses } = company.facts;
  const settled = addDays(registeredOn, between(chance, 30, 120));
  return withFacts(company, {
    insured: settled < asOf && chanceOf(chance, 60) ? [{ on: settled, count: between(chance, 1, 3) }] : [],
    inspections: chanceOf(chance, 70) ? inspections.map(({ on }) => ({ on, found: true })) : inspections,
    taxStatuses: chanceOf(chance, 80) ? [] : taxStatuses,
  });
};

/** The company has a small capital, most of which is proved. */
export const modestCapital: Tactic = (company, _place, chance) => {
  const charterCapital = between(chance, 2, 30) * 100 * MILLION;
  const on = addDays(company.facts.registeredOn, between(chance, 10, 80));
  const paid = on <= company.facts.asOf && chanceOf(chance, 60);
  return withFacts(company, { charterCapital, contributions: paid ? [{ on, amount: charterCapital }] : [] });
};

/** Money stays for hours, a part of it remains, and hardly any transaction comes from abroad. */
export const slowMoney: Tactic = (company, _place, chance) =>
  withFlows(company, (flow) => ({
    ...flow,
    debit: Math.round((flow.credit * between(chance, 900, 990)) / 1000 / 100_000) * 100_000,
    medianHoldMinutes: between(chance, 60, 1400),
    foreignIpShare: chance.next(30) / 1000,
  }));

/** All transactions come from Việt Nam. */
export const noForeignAddresses: Tactic = (company, _place, chance) =>
  withFlows(company, (flow) => ({ ...flow, foreignIpShare: chance.next(30) / 1000 }));

/** The sums are smaller, so that no month is unusual. */
export const smallSums: Tactic = (company, _place, chance) =>
  withFlows(company, (flow) => {
    const credit = between(chance, 40, 350) * MILLION;
    return { ...flow, credit, debit: Math.round((credit * flow.debit) / Math.max(flow.credit, 1)) };
  });

/** The nominee uses a real document, and the account is in the nominee's name. */
export const realNominee: Tactic = (company) =>
  withFacts(company, {
    people: company.facts.people.map((person) => ({ ...person, result: 'match', documentStatus: 'valid' })),
    accounts: company.facts.accounts.map((account) => ({ ...account, representative: 'same', phoneOwner: 'same' })),
    authorisationDeniedOn: undefined,
  });

/** Rings of two and three companies, each with one address and one nominee, and without ties between the rings. */
export const smallRings: Tactic = (company, { group, index }) => {
  const part = `${group} part ${Math.floor(index / 3)}`;
  const loose = withoutValues(company, 'address', 'phone', 'email', 'person');
  return withSharedValue(withSharedValue(loose, 'address', `address:${part}`), 'phone', `phone:${part}`);
};

/** One of eight agents that honest companies use files the papers. */
export const honestAgent: Tactic = (company, _place, chance) =>
  withSharedValue(company, 'agent', `agent hub ${chance.next(8)}`);

/** The companies share only the person who acts for their accounts. */
export const sameHolder: Tactic = (company, { group }, chance) => {
  const ref = `holder of ${group}`;
  const loose = withoutValues(company, 'address', 'phone', 'email', 'person', 'agent');
  const accounts = company.facts.accounts.map((account, index) => ({
    ...account,
    representative: index === 0 || chanceOf(chance, 40) ? ('other' as const) : account.representative,
  }));
  return withFacts(withSharedValue(loose, 'holder', ref), { accounts });
};

/** The companies share only the subscriber of their accounts' phones. */
export const sameSubscriber: Tactic = (company, { group }) => {
  const ref = `subscriber of ${group}`;
  const loose = withoutValues(company, 'address', 'phone', 'email', 'person', 'agent');
  const accounts = company.facts.accounts.map((account) => ({ ...account, phoneOwner: 'other' as const }));
  return withFacts(withSharedValue(loose, 'holder', ref), { accounts });
};

/** Only the last months have flows, and only small ones. */
export const lateFlows: Tactic = (company, _place, chance) => {
  const since = addMonths(company.facts.asOf, -between(chance, 2, 6)).slice(0, 7);
  return withFacts(company, {
    accounts: company.facts.accounts.map((account) => ({
      ...account,
      flows: account.flows.filter(({ period }) => period >= since),
    })),
  });
};
