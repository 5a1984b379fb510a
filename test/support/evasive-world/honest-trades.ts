import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import { between, chanceOf, type Tactic, withFacts, withFlows } from './company.ts';
import {
  withReturns,
  withDeclaredShare,
  withInsured,
  flowAt,
  MILLION,
  type MoneyPace,
  withPace,
  withPaidCapital,
  ownPace,
} from './money.ts';

/**
 * A customs broker or an agent, who passes money on within the hour, keeps a margin, and declares only the commission.
 */
export const broker: Tactic = (company, _place, chance) => {
  const pace: MoneyPace = { millions: [80, 700], out: [900, 966], minutes: [25, 91], transactions: [8, 90] };
  const declared = withDeclaredShare(withPace(company, pace, chance), [25, 51], chance);
  return withInsured(declared, chanceOf(chance, 60) ? between(chance, 1, 6) : 0);
};

/** A ticket seller or a collecting agent, who settles once or twice a day and declares a commission. */
export const collector: Tactic = (company, _place, chance) => {
  const pace: MoneyPace = { millions: [150, 1500], out: [930, 991], minutes: [90, 700], transactions: [150, 1500] };
  const declared = withDeclaredShare(withPace(company, pace, chance), [7, 34], chance);
  return withInsured(declared, chanceOf(chance, 70) ? between(chance, 1, 9) : 0);
};

/** A seller of petrol, meals or market goods, who is paid in cash and pays little of it into an account. */
export const cashSeller: Tactic = (company, _place, chance) => {
  const sold = between(chance, 250, 1500);
  const pace: MoneyPace = {
    ...{ millions: [Math.round(sold / 25), Math.round(sold / 5)], out: [700, 1000], minutes: [200, 9000] },
    transactions: [5, 120],
  };
  const revenueOf = () => sold * 3 * MILLION * (between(chance, 75, 126) / 100);
  return withInsured(withReturns(withPace(company, pace, chance), revenueOf, chance), between(chance, 0, 12));
};

/** A shop that pays its suppliers on the same afternoon and declares everything. */
export const fastShop: Tactic = (company, _place, chance) => {
  const pace: MoneyPace = { millions: [60, 500], out: [920, 986], minutes: [60, 181], transactions: [300, 2500] };
  return withDeclaredShare(withPace(company, pace, chance), [85, 108], chance);
};

/** The same shop in its first months, when no return is due yet. */
export const youngFastShop: Tactic = (company, place, chance) => {
  const registeredOn = addDays(company.facts.asOf, -between(chance, 95, 180));
  const young = withFacts(company, {
    ...{ registeredOn, insured: [], taxStatuses: [], inspections: [], changes: [], contributions: [], invoices: [] },
    returns: [],
    accounts: company.facts.accounts.map((account) => ({
      ...account,
      openedOn: addDays(registeredOn, between(chance, 2, 29)),
      flows: account.flows.filter(({ period }) => period >= registeredOn.slice(0, 7)),
    })),
  });
  return withFacts(fastShop(young, place, chance), { returns: [], invoices: [] });
};

/** A wholesaler that pays its suppliers on the day on which its customers pay. */
export const wholesaler: Tactic = (company, _place, chance) => {
  const pace: MoneyPace = {
    ...{ millions: [300, 2000], out: [940, 999], minutes: [90, 700] },
    ...{ transactions: [40, 400], abroad: [0, 80] },
  };
  return withInsured(withDeclaredShare(withPace(company, pace, chance), [88, 105], chance), between(chance, 2, 15));
};

/**
 * A builder that may not sell for years: it has paid in a large capital, declares nothing, and receives large sums that
 * it spends over days.
 */
export const builder: Tactic = (company, _place, chance) => {
  const capital = between(chance, 60, 500) * 100;
  const months = new Set(company.facts.accounts.flatMap(({ flows }) => flows.map(({ period }) => period))).size;
  const lump = Math.round((capital * between(chance, 30, 100)) / 100 / Math.max(1, months * 0.4));
  const pace = ownPace(
    { millions: [lump, lump + 1], out: [900, 981], minutes: [1200, 9000], transactions: [3, 40] },
    chance,
  );
  const accounts = company.facts.accounts.map((account, index) => ({
    ...account,
    flows: account.flows
      .filter(() => index === 0 && chanceOf(chance, 40))
      .map(({ period }) => flowAt(period, pace, chance)),
  }));
  const opened = company.facts.asOf > addMonths(company.facts.registeredOn, 12) && chanceOf(chance, 30);
  const selling = addMonths(company.facts.asOf, -6).slice(0, 4);
  const founded = withPaidCapital(withFacts(company, { accounts, mainIndustryCode: '4101' }), capital * MILLION);
  const sold = (period: string) => (opened && period >= `${selling}-Q3` ? capital * 0.1 * MILLION : 0);
  return withInsured(withReturns(founded, sold, chance), chanceOf(chance, 50) ? between(chance, 1, 8) : 0);
};

/**
 * A company that sells abroad or is managed from abroad: its transactions come from foreign addresses, and its sales
 * are declared.
 */
export const exporter: Tactic = (company, _place, chance) => {
  const share = between(chance, 8, 41);
  const seen = withFlows(company, (flow) => ({
    ...flow,
    ...{ credit: flow.credit * 3, debit: flow.debit * 3 },
    foreignIpShare: (share * between(chance, 80, 121)) / 10_000,
  }));
  return withInsured(withDeclaredShare(seen, [80, 105], chance), between(chance, 3, 40));
};
