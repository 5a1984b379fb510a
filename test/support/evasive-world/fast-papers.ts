import type { Random } from './company.ts';
import { between, chanceOf, sharing, type Tactic, withFacts, without } from './company.ts';
import { realNominee } from './described.ts';
import { declaring, declaringShare, employing, MILLION, pacedAt, payingIn } from './money.ts';

/** Alone under a real name, sought by nobody. */
const unsuspected: Tactic = (company, place, chance) =>
  withFacts(realNominee(without(company, 'address', 'phone', 'email', 'person'), place, chance), {
    ...{ changes: [], inspections: [], taxStatuses: [], legalStatuses: [] },
  });

const capital = (chance: Random): number => between(chance, 5, 60) * 100 * MILLION;

/** Returns in time, people insured, capital proven, invoices alike: only its money is gone at once. */
export const tidy: Tactic = (company, place, chance) => {
  const through = pacedAt(
    unsuspected(company, place, chance),
    { millions: [400, 1200], out: [970, 996], minutes: [4, 35], transactions: [40, 900], abroad: [0, 150] },
    chance,
  );
  const declared = declaringShare(through, [10, 31], chance);
  return employing(payingIn(declared, capital(chance)), between(chance, 1, 9));
};

/** A usurer: as much money goes out as comes in, within hours, and hardly any interest is declared. */
export const lender: Tactic = (company, place, chance) => {
  const through = pacedAt(
    withFacts(unsuspected(company, place, chance), { mainIndustryCode: '7020' }),
    { millions: [300, 1500], out: [955, 1041], minutes: [90, 480], transactions: [300, 4000], abroad: [0, 100] },
    chance,
  );
  const declared = declaringShare(through, [2, 9], chance);
  return employing(payingIn(declared, capital(chance)), chanceOf(chance, 60) ? between(chance, 1, 12) : 0);
};

/** A web shop that sends nothing: many small payments, gone within hours; a little is declared. */
export const scamShop: Tactic = (company, place, chance) => {
  const through = pacedAt(
    withFacts(unsuspected(company, place, chance), { mainIndustryCode: '4791' }),
    { millions: [200, 1200], out: [930, 996], minutes: [60, 300], transactions: [400, 2500], abroad: [0, 60] },
    chance,
  );
  const declared = declaringShare(through, [3, 16], chance);
  return employing(declared, chanceOf(chance, 40) ? between(chance, 1, 3) : 0);
};

/** Sells invoices in a round and declares them alike, so that nothing differs; hardly a đồng passes through its accounts. */
export const carousel: Tactic = (company, { group, index, size }, chance) => {
  const sold = between(chance, 1200, 4500);
  const loose = without(unsuspected(company, { group, index, size }, chance), 'agent');
  const paid = pacedAt(
    loose,
    {
      millions: [Math.round(sold / 100), Math.round(sold / 17)],
      out: [900, 1000],
      minutes: [20, 900],
      transactions: [3, 30],
    },
    chance,
  );
  const declared = declaring(paid, () => sold * 3 * MILLION * (between(chance, 75, 126) / 100), chance);
  const proven = chanceOf(chance, 40) ? payingIn(declared, capital(chance)) : declared;
  const staffed = employing(proven, chanceOf(chance, 35) ? between(chance, 1, 3) : 0);
  return chanceOf(chance, 70) ? sharing(staffed, 'agent', `agent of ${group}`) : staffed;
};

/** A capital of a hundred billions and plans for dozens of people, with nothing behind them. */
export const puffed: Tactic = (company, place, chance) => {
  const through = pacedAt(
    unsuspected(company, place, chance),
    { millions: [500, 4000], out: [965, 999], minutes: [60, 300], transactions: [20, 150] },
    chance,
  );
  const declared = declaringShare(through, [0, 12], chance);
  return withFacts(employing(declared, chanceOf(chance, 50) ? between(chance, 1, 4) : 0), {
    ...{ charterCapital: between(chance, 500, 2000) * 100 * MILLION, plannedEmployees: between(chance, 30, 81) },
    ...{ contributions: [] },
  });
};
