import type { CompanyFacts } from '../facts/company-facts.ts';
import type { Office } from './sender.ts';

const NO_ROWS = {
  tax: { returns: [], invoices: [] },
  insurance: { insured: [] },
  inspector: { inspections: [] },
} as const satisfies Partial<Record<Office, Partial<CompanyFacts>>>;

/** The offices whose rows can speak in a company's favour. */
const FAVOURING = ['tax', 'insurance', 'inspector'] as const satisfies readonly (keyof typeof NO_ROWS)[];
export type FavouringOffice = (typeof FAVOURING)[number];

/** Those of them that have rows about the company. */
export const favouringOffices = ({ returns, invoices, insured, inspections }: CompanyFacts): FavouringOffice[] => {
  const rows = { tax: [...returns, ...invoices], insurance: insured, inspector: inspections };
  return FAVOURING.filter((office) => rows[office].length > 0);
};

/** The company as if offices had said nothing of what it does: a declared sale also ends findings of what is not declared. */
export const withoutFavour = (facts: CompanyFacts, offices: readonly FavouringOffice[]): CompanyFacts =>
  offices.reduce<CompanyFacts>((rest, office) => ({ ...rest, ...NO_ROWS[office] }), facts);
