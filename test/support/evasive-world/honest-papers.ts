import { addDays, addMonths, daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  between,
  chanceOf,
  quartersDue,
  type Random,
  sharing,
  type Tactic,
  withFacts,
  withFlows,
  without,
} from './company.ts';
import { accountAt, declaring, declaringShare } from './money.ts';

/** Where somebody stands in groups of these sizes, one after the other. */
function seatOf(index: number, sizes: readonly number[]): { readonly group: number; readonly seat: number } {
  let [group, seat] = [0, index];
  for (let size = sizes[0] ?? 1; seat >= size; size = sizes[group % sizes.length] ?? 1) {
    seat -= size;
    group += 1;
  }
  return { group, seat };
}

/** A bookkeeper's clients: she runs an account of some, and hers is the phone of most. */
export const bookkept: Tactic = (company, { index }, chance) => {
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
  const kept = sharing(withFacts(company, { accounts }), 'holder', `bookkeeper ${group}`);
  return phone ? sharing(kept, 'phone', `phone:bookkeeper ${group}`) : kept;
};

/** Sold in earnest: a new representative, mostly a new office, and from then on it trades more than before. */
export const soldInEarnest: Tactic = (company, _place, chance) => {
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
  return withFacts(declaringShare(sold, [80, 108], chance), {
    changes: [...changes, { kind: 'representative', on }, ...moved],
  });
};

/** A family's two to four firms in one house: two of them file late, and one was reminded. */
export const lateFamily: Tactic = (company, { index }, chance) => {
  const { group, seat } = seatOf(index, [2, 3, 4, 3]);
  const loose = without(company, 'address', 'phone', 'email');
  const housed = sharing(loose, 'address', `address:late family ${group}`);
  const family = sharing(housed, 'phone', `phone:late family ${group}`);
  return seat < 2 ? filedLate(family, seat === 0, chance) : family;
};

/** Leaves out the last return or two; reminded of it (09-01), and cleared where it has filed since. */
function filedLate(company: WorldCompany, wasReminded: boolean, chance: Random): WorldCompany {
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

/** Forgot a return until the second reminder. */
export const remindedOnce: Tactic = (company, _place, chance) => reminded(company, chanceOf(chance, 50));

/** Sought at the office that it had left, before the change was registered. */
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

/** Hasn't begun yet: accounts at three banks of which none is used, returns of zero; an accountant keeps one for a few. */
export const idleStarter: Tactic = (company, { index }, chance) => {
  const openedOn = addMonths(company.facts.registeredOn, 1);
  const own = [0, 1, 2].map((place) => accountAt(company, place, openedOn, []));
  const kept = chanceOf(chance, 10);
  const accounts = own.map((account, place) =>
    kept && place === 0 ? { ...account, representative: 'other' as const } : account,
  );
  const idle = declaring(withFacts(company, { accounts, insured: [], taxStatuses: [] }), () => 0, chance);
  const late = quartersDue(idle.facts).length > 1 && chanceOf(chance, 15);
  const filed = late ? withFacts(idle, { returns: idle.facts.returns.slice(0, -1) }) : idle;
  return kept ? sharing(filed, 'holder', `accountant of starters ${index % 5}`) : filed;
};
