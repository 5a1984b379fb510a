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
export const withoutFavour = (facts: CompanyFacts, offices: readonly FavouringOffice[]): CompanyFacts => ({
  ...facts,
  ...Object.fromEntries(offices.flatMap((office) => ROWS_OF[office].map((rows) => [rows, []]))),
});
