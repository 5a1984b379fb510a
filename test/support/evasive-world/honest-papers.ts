import { addDays, addMonths, daysBetween } from '#shared/domain/vietnamese/dates.ts';
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
import { accountAt, withReturns, withDeclaredShare } from './money.ts';

/** The position of a company in consecutive groups of these sizes. */
function seatOf(index: number, sizes: readonly number[]): { readonly group: number; readonly seat: number } {
  let [group, seat] = [0, index];
  for (let size = sizes[0] ?? 1; seat >= size; size = sizes[group % sizes.length] ?? 1) {
    seat -= size;
    group += 1;
  }
  return { group, seat };
}

/** Clients of a bookkeeper, who operates an account of some of them and gives her phone for most of them. */
export const bookkeeperClient: Tactic = (company, { index }, chance) => {
  const { group } = seatOf(index, [4, 9, 6, 5, 8, 7]);
  const [runs, phone] = [chanceOf(chance, 35), chanceOf(chance, 80)];
  if (!runs && !phone) return company;
  const accounts = company.facts.accounts.map((account, place) =>
    place > 0
      ? account
      : {
          ...account,
          representative: runs ? ('other' as const) : account.representative,
          phoneOwner: phone && !runs ? ('other' as const) : account.phoneOwner,
        },
  );
  const kept = withSharedValue(withFacts(company, { accounts }), 'holder', `bookkeeper ${group}`);
  return phone ? withSharedValue(kept, 'phone', `phone:bookkeeper ${group}`) : kept;
};

/** A company that was really sold: it has a new representative, mostly a new office, and more trade than before. */
export const genuinelySold: Tactic = (company, _place, chance) => {
  const { registeredOn, asOf, changes } = company.facts;
  if (daysBetween(registeredOn, asOf) < 300) return company;
  const on = addDays(asOf, -between(chance, 80, 200));
  const since = on.slice(0, 7);
  const [before, times] = [between(chance, 10, 60) / 100, between(chance, 20, 50) / 10];
  const out = between(chance, 800, 970);
  const sold = withFlows(company, (flow) => {
    const credit = Math.round(flow.credit * (flow.period < since ? before : times));
    if (flow.period < since) return { ...flow, credit, debit: Math.round(flow.debit * before) };
    const debit = Math.round((credit * (out + chance.next(15))) / 1000);
    return { ...flow, credit, debit, medianHoldMinutes: between(chance, 300, 9000) };
  });
  const moved = chanceOf(chance, 60) ? [{ kind: 'address' as const, on: addDays(on, between(chance, -20, 30)) }] : [];
  return withFacts(withDeclaredShare(sold, [80, 108], chance), {
    changes: [...changes, { kind: 'representative', on }, ...moved],
  });
};

/** Two to four companies of one family in one house: two of them file late, and one got a reminder. */
export const lateFamily: Tactic = (company, { index }, chance) => {
  const { group, seat } = seatOf(index, [2, 3, 4, 3]);
  const loose = withoutValues(company, 'address', 'phone', 'email');
  const housed = withSharedValue(loose, 'address', `address:late family ${group}`);
  const family = withSharedValue(housed, 'phone', `phone:late family ${group}`);
  return seat < 2 ? filedLate(family, seat === 0, chance) : family;
};

/**
 * The company misses the last one or two returns and gets a reminder (09-01). The status is cleared if it has filed
 * since.
 */
function filedLate(company: WorldCompany, wasReminded: boolean, chance: RandomSource): WorldCompany {
  const late = withFacts(company, { returns: company.facts.returns.slice(0, -between(chance, 1, 3)) });
  return wasReminded ? reminded(late, chanceOf(chance, 60)) : late;
}

function reminded(company: WorldCompany, hasFiledSince: boolean): WorldCompany {
  const { asOf, registeredOn } = company.facts;
  const on = addDays(asOf, -40);
  if (daysBetween(registeredOn, on) < 120) return company;
  const cleared = hasFiledSince ? [{ on: addDays(on, 20), code: '00' }] : [];
  return withFacts(company, { taxStatuses: [{ on, code: '09', sub: '09-01' }, ...cleared] });
}

/** The company forgot a return until the second reminder. */
export const remindedOfReturn: Tactic = (company, _place, chance) => reminded(company, chanceOf(chance, 50));

/** Inspectors looked for the company at its former office before the change was registered. */
export const soughtAtOldOffice: Tactic = (company, _place, chance) => {
  const { registeredOn, asOf, changes } = company.facts;
  const on = addDays(registeredOn, between(chance, 90, 240));
  if (addDays(on, 30) >= asOf) return company;
  const cleared = chanceOf(chance, 50) ? [{ on: addDays(on, 30), code: '00' }] : [];
  return withFacts(company, {
    taxStatuses: [{ on, code: '06' }, ...cleared],
    changes: [...changes, { kind: 'address', on: addDays(on, 20) }],
  });
};

/**
 * The company has not started business: it has accounts at three banks without flows, and its returns are zero. One
 * accountant operates an account for several of them.
 */
export const idleStarter: Tactic = (company, { index }, chance) => {
  const openedOn = addMonths(company.facts.registeredOn, 1);
  const own = [0, 1, 2].map((place) => accountAt(company, place, openedOn, []));
  const kept = chanceOf(chance, 10);
  const accounts = own.map((account, place) =>
    kept && place === 0 ? { ...account, representative: 'other' as const } : account,
  );
  const idle = withReturns(withFacts(company, { accounts, insured: [], taxStatuses: [] }), () => 0, chance);
  const late = quartersDue(idle.facts).length > 1 && chanceOf(chance, 15);
  const filed = late ? withFacts(idle, { returns: idle.facts.returns.slice(0, -1) }) : idle;
  return kept ? withSharedValue(filed, 'holder', `accountant of starters ${index % 5}`) : filed;
};
