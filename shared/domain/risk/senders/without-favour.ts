import type { CompanyFacts } from '../facts/company-facts.ts';

const ROWS_OF = {
  tax: ['returns', 'invoices'],
  insurance: ['insured'],
  inspector: ['inspections'],
} as const;

/** The offices whose rows can speak in a company's favour. */
const FAVOURING = ['tax', 'insurance', 'inspector'] as const;
type FavouringOffice = (typeof FAVOURING)[number];

/** Those of them that have rows about the company. */
export const favouringOffices = (facts: CompanyFacts): readonly FavouringOffice[] =>
  FAVOURING.filter((office) => ROWS_OF[office].some((rows) => facts[rows].length > 0));

/** The company as if offices had said nothing of what it does: a declared sale also ends findings of what is not declared. */
const withoutFavour = (facts: CompanyFacts, offices: readonly FavouringOffice[]): CompanyFacts => ({
  ...facts,
  ...Object.fromEntries(offices.flatMap((office) => ROWS_OF[office].map((rows) => [rows, []]))),
});

/**
 * The company by what speaks against it: for each way of leaving out what offices say for it, its facts. Of several rows
 * about one matter those against it count, and of an office without such rows none.
 */
export function unfavourably(facts: CompanyFacts, offices: readonly FavouringOffice[]): readonly CompanyFacts[] {
  const without = withoutFavour(facts, offices);
  const disputed = offices.flatMap((office) => facts.unfavourable?.[office] ?? []);
  return disputed.length === 0 ? [without] : [without, Object.assign({ ...without }, ...disputed)];
}

/** The company with the values, and with the representatives, of earlier registrations, where it has other ones now. */
export function asFirstRegistered(facts: CompanyFacts): readonly CompanyFacts[] {
  const { bandsBefore, formerRepresentatives = [], people } = facts;
  const others = people.filter(({ role }) => role !== 'legal_representative');
  return [
    ...(bandsBefore ? [{ ...facts, bands: bandsBefore }] : []),
    ...(formerRepresentatives.length > 0 ? [{ ...facts, people: [...others, ...formerRepresentatives] }] : []),
  ];
}
