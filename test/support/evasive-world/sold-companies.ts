import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  between,
  chanceOf,
  shiftedInTime,
  type RandomSource,
  type Tactic,
  withFacts,
  withoutValues,
} from './company.ts';
import { realNominee } from './described.ts';
import {
  accountAt,
  withReturns,
  withInsured,
  flowAt,
  isCovered,
  lastReportedMonth,
  MILLION,
  monthsOf,
  type MoneyPace,
  withPace,
  withPaidCapital,
  ownPace,
} from './money.ts';

const TRADE: Omit<MoneyPace, 'millions'> = { out: [600, 960], minutes: [600, 15_000], transactions: [5, 90] };
const STORM: Omit<MoneyPace, 'millions'> = { out: [970, 1000], minutes: [2, 60], transactions: [60, 900] };

/** A month after all others. */
const END = '~';

/**
 * A company of at least a year, without ties and in a real person's name, whose inspections found it. Its history is
 * honest.
 */
function grownUp(company: WorldCompany, place: Parameters<Tactic>[1], chance: RandomSource): WorldCompany {
  const old = shiftedInTime(
    realNominee(withoutValues(company, 'address', 'phone', 'email', 'person'), place, chance),
    12,
  );
  return withFacts(old, { changes: [], inspections: [], taxStatuses: [], legalStatuses: [] });
}

/** An account with money at a given pace from one month to another, if banks reported the company at all. */
function running(
  company: WorldCompany,
  place: number,
  openedOn: string,
  until: string,
  kind: MoneyPace,
  chance: RandomSource,
) {
  const pace = ownPace(kind, chance);
  const last = lastReportedMonth(company) < until ? lastReportedMonth(company) : until;
  const months = isCovered(company) ? monthsOf(openedOn.slice(0, 7), last) : [];
  return accountAt(
    company,
    place,
    openedOn,
    months.map((period) => flowAt(period, pace, chance)),
  );
}

/**
 * A company that was bought after an honest year and still declares its sales. Large sums pass through accounts that
 * were opened after the sale.
 */
export const agedCompanyBought: Tactic = (company, place, chance) => {
  const old = grownUp(company, place, chance);
  const { asOf, registeredOn } = old.facts;
  const on = addDays(asOf, -between(chance, 75, 190));
  const usual = between(chance, 60, 300);
  const staffed = withInsured(withPaidCapital(old, between(chance, 10, 50) * 100 * MILLION), between(chance, 1, 7));
  const declared = withReturns(staffed, () => usual * MILLION * (between(chance, 240, 360) / 100), chance);
  const trade: MoneyPace = { ...TRADE, millions: [usual, usual + 1] };
  const first = running(old, 0, addMonths(registeredOn, 1), on.slice(0, 7), trade, chance);
  const opened = Array.from({ length: between(chance, 1, 4) }, (_, index) =>
    running(old, index + 1, addDays(on, between(chance, 3, 30)), END, { ...STORM, millions: [500, 3000] }, chance),
  );
  const renamed = chanceOf(chance, 40) ? [{ kind: chance.pick(['address', 'name'] as const), on: addDays(on, 9) }] : [];
  return withFacts(declared, {
    accounts: [first, ...opened],
    changes: [{ kind: 'representative', on }, ...renamed],
  });
};

/** The founders leave the company inactive for a year; then large sums pass through it for two or three months. */
export const suddenBurst: Tactic = (company, place, chance) => {
  const old = grownUp(company, place, chance);
  const since = addMonths(old.facts.asOf, -between(chance, 2, 4));
  const quiet = withReturns(old, () => (chanceOf(chance, 25) ? between(chance, 5, 40) * MILLION : 0), chance);
  const openedOn = addMonths(old.facts.registeredOn, 1);
  const accounts = Array.from({ length: between(chance, 1, 4) }, (_, index) => ({
    ...running(old, index, since, END, { ...STORM, millions: [400, 3000] }, chance),
    openedOn,
  }));
  return withInsured(withFacts(quiet, { accounts }), chanceOf(chance, 20) ? 1 : 0);
};

/** The company uses each account for two months, at one bank after the other. */
export const accountHopping: Tactic = (company, place, chance) => {
  const loose = realNominee(withoutValues(company, 'address', 'phone', 'email', 'person'), place, chance);
  const { registeredOn } = loose.facts;
  const opened = Array.from({ length: between(chance, 3, 6) }, (_, index) =>
    addDays(registeredOn, between(chance, 15, 40) + index * 75),
  ).filter((on) => on.slice(0, 7) < lastReportedMonth(loose));
  const accounts = opened.map((on, index) => ({
    ...running(loose, index, on, addMonths(on, 1).slice(0, 7), { ...STORM, millions: [200, 1800] }, chance),
    status: index < opened.length - 1 ? '5' : '1',
  }));
  return withFacts(loose, { accounts });
};

/**
 * The representative of each company is a member of the next one, and the phone of the next company's account is
 * theirs.
 */
export const personChain: Tactic = (company, { group, index, size }, chance) => {
  const next = `${group} nominee ${(index + 1) % size}`;
  const loose = realNominee(
    withoutValues(company, 'address', 'phone', 'email', 'person', 'agent', 'holder'),
    { group, index, size },
    chance,
  );
  const phone = chanceOf(chance, 45);
  const accounts = loose.facts.accounts.map((account, at) =>
    phone && at === 0 ? { ...account, phoneOwner: 'other' as const } : account,
  );
  const people = [
    { kind: 'person', ref: `${group} nominee ${index}` },
    { kind: 'person', ref: next },
  ] as const;
  const behind = phone
    ? ([
        { kind: 'holder', ref: next },
        { kind: 'phone', ref: `phone:${next}` },
      ] as const)
    : [];
  return { ...withFacts(loose, { accounts }), values: [...loose.values, ...people, ...behind] };
};

/** Money from Việt Nam leaves all accounts of the company within the hour. */
export const moneyGoneWithinTheHour: Tactic = (company, _place, chance) =>
  withPace(company, { ...STORM, millions: [300, 1800] }, chance);
