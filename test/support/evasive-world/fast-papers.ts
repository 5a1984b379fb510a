import type { RandomSource } from './company.ts';
import { between, chanceOf, withSharedValue, type Tactic, withFacts, withoutValues } from './company.ts';
import { realNominee } from './described.ts';
import { withReturns, withDeclaredShare, withInsured, MILLION, withPace, withPaidCapital } from './money.ts';

/** A single company in a real person's name, about which no authority has a record. */
const unsuspected: Tactic = (company, place, chance) =>
  withFacts(realNominee(withoutValues(company, 'address', 'phone', 'email', 'person'), place, chance), {
    ...{ changes: [], inspections: [], taxStatuses: [], legalStatuses: [] },
  });

const capital = (chance: RandomSource): number => between(chance, 5, 60) * 100 * MILLION;

/**
 * Returns are filed in time, people are insured, capital is proved and invoices agree. Only the money leaves at once.
 */
export const completePapers: Tactic = (company, place, chance) => {
  const through = withPace(
    unsuspected(company, place, chance),
    { millions: [400, 1200], out: [970, 996], minutes: [4, 35], transactions: [40, 900], abroad: [0, 150] },
    chance,
  );
  const declared = withDeclaredShare(through, [10, 31], chance);
  return withInsured(withPaidCapital(declared, capital(chance)), between(chance, 1, 9));
};

/** An illegal lender: all incoming money leaves within hours, and hardly any interest is declared. */
export const illegalLender: Tactic = (company, place, chance) => {
  const through = withPace(
    withFacts(unsuspected(company, place, chance), { mainIndustryCode: '7020' }),
    { millions: [300, 1500], out: [955, 1041], minutes: [90, 480], transactions: [300, 4000], abroad: [0, 100] },
    chance,
  );
  const declared = withDeclaredShare(through, [2, 9], chance);
  return withInsured(withPaidCapital(declared, capital(chance)), chanceOf(chance, 60) ? between(chance, 1, 12) : 0);
};

/** A web shop that delivers no goods: many small payments leave within hours, and a small part is declared. */
export const scamShop: Tactic = (company, place, chance) => {
  const through = withPace(
    withFacts(unsuspected(company, place, chance), { mainIndustryCode: '4791' }),
    { millions: [200, 1200], out: [930, 996], minutes: [60, 300], transactions: [400, 2500], abroad: [0, 60] },
    chance,
  );
  const declared = withDeclaredShare(through, [3, 16], chance);
  return withInsured(declared, chanceOf(chance, 40) ? between(chance, 1, 3) : 0);
};

/**
 * The companies sell invoices to each other in a circle and declare the same amounts, so that no figures differ. Hardly
 * any money passes through their accounts.
 */
export const invoiceCarousel: Tactic = (company, { group, index, size }, chance) => {
  const sold = between(chance, 1200, 4500);
  const loose = withoutValues(unsuspected(company, { group, index, size }, chance), 'agent');
  const paid = withPace(
    loose,
    {
      millions: [Math.round(sold / 100), Math.round(sold / 17)],
      out: [900, 1000],
      minutes: [20, 900],
      transactions: [3, 30],
    },
    chance,
  );
  const declared = withReturns(paid, () => sold * 3 * MILLION * (between(chance, 75, 126) / 100), chance);
  const proven = chanceOf(chance, 40) ? withPaidCapital(declared, capital(chance)) : declared;
  const staffed = withInsured(proven, chanceOf(chance, 35) ? between(chance, 1, 3) : 0);
  return chanceOf(chance, 70) ? withSharedValue(staffed, 'agent', `agent of ${group}`) : staffed;
};

/** A company that registers a capital of a hundred billions and dozens of employees, and has neither. */
export const inflatedCapital: Tactic = (company, place, chance) => {
  const through = withPace(
    unsuspected(company, place, chance),
    { millions: [500, 4000], out: [965, 999], minutes: [60, 300], transactions: [20, 150] },
    chance,
  );
  const declared = withDeclaredShare(through, [0, 12], chance);
  return withFacts(withInsured(declared, chanceOf(chance, 50) ? between(chance, 1, 4) : 0), {
    ...{ charterCapital: between(chance, 500, 2000) * 100 * MILLION, plannedEmployees: between(chance, 30, 81) },
    ...{ contributions: [] },
  });
};
