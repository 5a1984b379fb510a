import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import {
  between,
  chanceOf,
  shiftedInTime,
  quartersDue,
  withSharedValue,
  type Tactic,
  withFacts,
  withFlows,
  withoutValues,
} from './company.ts';
import { lateFlows, modestCapital, noForeignAddresses, ownContacts, realNominee } from './described.ts';

const MILLION = 1_000_000;

/**
 * A company of two years that filed only zeros is bought and gets a new representative; then large sums pass through
 * it.
 */
export const boughtCompany: Tactic = (company, place, chance) => {
  const old = shiftedInTime(
    realNominee(withoutValues(company, 'address', 'phone', 'email', 'person'), place, chance),
    12,
  );
  const on = addDays(old.facts.asOf, -between(chance, 70, 200));
  const traded = chanceOf(chance, 40);
  const returns = quartersDue(old.facts).map(({ period, by }) => ({
    ...{ period, filedOn: addDays(by, -between(chance, 1, 12)) },
    revenue: traded && by < on ? between(chance, 5, 60) * MILLION : 0,
  }));
  const invoices = returns
    .filter(({ revenue }) => revenue > 0)
    .map(({ period, filedOn, revenue }) => ({ period, on: addDays(filedOn, -5), total: revenue }));
  const changes = [
    { kind: 'representative' as const, on },
    ...(chanceOf(chance, 50) ? [{ kind: 'address' as const, on: chanceOf(chance, 50) ? on : addDays(on, -20) }] : []),
  ];
  const since = on.slice(0, 7);
  const accounts = company.facts.accounts.map((account, index) => ({
    ...account,
    openedOn: addMonths(old.facts.registeredOn, 1),
    representative: 'same' as const,
    flows: account.flows.length > 0 || index === 0 ? burst(since, chance) : [],
  }));
  return withFacts(old, { returns, invoices, changes, accounts, inspections: [], taxStatuses: [], insured: [] });
};

/** A company with real trade is taken over; from then on large sums pass through it, and nothing is declared. */
export const takenOver: Tactic = (company, place, chance) => {
  const asleep = boughtCompany(company, place, chance);
  const { facts } = asleep;
  const on = facts.changes[0]?.on ?? facts.asOf;
  const kept = quartersDue(facts)
    .filter(({ by }) => by < on)
    .map(({ period, by }) => ({ period, filedOn: addDays(by, -9), revenue: between(chance, 200, 900) * MILLION }));
  const months = Array.from({ length: 9 }, (_, back) => addMonths(`${on.slice(0, 7)}-01`, back - 9).slice(0, 7));
  const traded = months.map((period) => {
    const credit = between(chance, 60, 400) * MILLION;
    const debit = Math.round((credit * between(chance, 600, 990)) / 1000);
    return {
      ...{ period, credit, debit, transactions: between(chance, 8, 90), foreignIpShare: 0.01 },
      medianHoldMinutes: between(chance, 900, 15_000),
    };
  });
  const accounts = facts.accounts.map((account, index) =>
    index === 0 ? { ...account, flows: [...traded, ...account.flows] } : account,
  );
  const insured = [{ on: addDays(facts.registeredOn, 90), count: between(chance, 1, 6) }];
  const invoices = kept.map(({ period, filedOn, revenue }) => ({ period, on: addDays(filedOn, -5), total: revenue }));
  return withFacts(asleep, { returns: kept, invoices, accounts, insured });
};

function burst(since: string, chance: Parameters<Tactic>[2]) {
  return [0, 1, 2, 3, 4, 5].flatMap((month) => {
    const period = addMonths(`${since}-01`, month).slice(0, 7);
    if (period > '2025-11' || chanceOf(chance, 25)) return [];
    const credit = between(chance, 300, 6000) * MILLION;
    return [
      {
        ...{ period, credit, debit: Math.round((credit * between(chance, 965, 1000)) / 1000) },
        ...{ transactions: between(chance, 60, 900), medianHoldMinutes: between(chance, 2, 90) },
        foreignIpShare: chanceOf(chance, 50) ? chance.next(600) / 1000 : 0.01,
      },
    ];
  });
}

/** An invoice mill that declares most of its invoices and pays in its small capital. */
export const filingInvoiceMill: Tactic = (company, place, chance) => {
  const small = modestCapital(realNominee(ownContacts(company, place, chance), place, chance), place, chance);
  const returns = quartersDue(small.facts).map(({ period, by }) => ({
    ...{ period, filedOn: addDays(by, -between(chance, 1, 12)) },
    revenue: between(chance, 6000, 60_000) * MILLION,
  }));
  const invoices = returns.map(({ period, filedOn, revenue }) => ({
    ...{ period, on: addDays(filedOn, -5) },
    total: Math.round((revenue * between(chance, 100, 170)) / 100),
  }));
  return withFacts(small, { returns, invoices, taxStatuses: [], insured: [] });
};

/** The representative of each member operates the account of the member before. */
export const layeredAccounts: Tactic = (company, { group, index, size }) => {
  const loose = withoutValues(company, 'address', 'phone', 'email', 'person', 'agent');
  const next = `${group} nominee ${(index + 1) % size}`;
  const accounts = company.facts.accounts.map((account, place) => ({
    ...account,
    representative: place === 0 ? ('other' as const) : account.representative,
  }));
  const own = withSharedValue(loose, 'person', `${group} nominee ${index}`);
  return withFacts(withSharedValue(own, 'holder', next), { accounts });
};

const BRANDS = 'VIETCOMBANK;SHOPEE;LAZADA;TIKTOK SHOP;VIETTEL PAY;MOMO;ĐIỆN MÁY XANH;TECHCOMBANK;VINGROUP;TIKI'.split(
  ';',
);

/** A single company whose name resembles a well-known brand. */
export const brandName: Tactic = (company, place, chance) =>
  withFacts(realNominee(withoutValues(company, 'address', 'phone', 'email', 'person'), place, chance), {
    name: `CÔNG TY TNHH DỊCH VỤ ${chance.pick(BRANDS)} ${chance.pick(['24H', 'HỖ TRỢ', 'VIỆT NAM', 'ONLINE'])}`,
  });

/** A household business, which need not file returns, so that missing returns prove nothing. */
export const householdBusiness: Tactic = (company) =>
  withFacts(company, {
    enterpriseCode: `03308${company.facts.enterpriseCode.slice(-7)}`,
    legalForm: 'HKD',
    returns: [],
    invoices: [],
    taxStatuses: [],
    contributions: [],
    charterCapital: 200 * MILLION,
  });

/** The representative of each company files the papers of the next one. */
export const relayedFiling: Tactic = (company, { group, index, size }) => {
  const loose = withoutValues(company, 'address', 'phone', 'email', 'person', 'agent');
  return withSharedValue(
    withSharedValue(loose, 'person', `${group} nominee ${index}`),
    'agent',
    `${group} nominee ${(index + 1) % size}`,
  );
};

/** The company changes representative and office on one day, more than once. */
export const sameDayChanges: Tactic = (company, place, chance) => {
  const { registeredOn, asOf } = company.facts;
  const first = addDays(registeredOn, between(chance, 60, 150));
  const days = [first, addDays(first, between(chance, 40, 90))].filter((day) => day < asOf);
  return withFacts(ownContacts(lateFlows(company, place, chance), place, chance), {
    changes: days.flatMap((on) => [
      { kind: 'representative' as const, on },
      { kind: 'address' as const, on },
    ]),
  });
};

/** The same money is divided over eight accounts at eight banks. */
export const manyAccounts: Tactic = (company, place, chance) => {
  const banks = ['970436', '970418', '970405', '970422', '970416', '970432', '970423', '970443'];
  const openedOn = addDays(company.facts.registeredOn, 20);
  const flows = company.facts.accounts.flatMap((account) => account.flows);
  const accounts = banks.map((bank, index) => ({
    ...{ accountRef: `${bank} ${company.facts.enterpriseCode}`, bank, maskedNumber: '****0000', status: '1', openedOn },
    ...{ representative: 'same' as const, phoneOwner: 'same' as const, holder: 'same' as const },
    flows: flows
      .filter((_, at) => at % 4 === index % 4)
      .map((flow) => ({ ...flow, credit: Math.round(flow.credit / 2), debit: Math.round(flow.debit / 2) })),
  }));
  return withFacts(ownContacts(noForeignAddresses(company, place, chance), place, chance), { accounts });
};

/** The companies share only the declared beneficial owner (chủ sở hữu hưởng lợi). */
export const sameOwner: Tactic = (company, { group }) =>
  withSharedValue(
    withoutValues(company, 'address', 'phone', 'email', 'person', 'agent'),
    'person',
    `owner of ${group}`,
  );

/** The members send money in a circle: each gets back as much as it sent, and the money stays for days. */
export const circularMoney: Tactic = (company, place, chance) =>
  withFlows(ownContacts(company, place, chance), (flow) => ({
    ...flow,
    debit: Math.round((flow.credit * between(chance, 980, 1010)) / 1000),
    medianHoldMinutes: between(chance, 1500, 6000),
    foreignIpShare: 0.01,
  }));
