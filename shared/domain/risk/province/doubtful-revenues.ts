import type { CompanySample } from './company-sample.ts';

/**
 * From this share of its comparable companies on, an office's revenues are doubted and not the companies. Rings of
 * invoice sellers are a much smaller share of any tax office's companies.
 */
const DOUBTFUL_SHARE = 0.25;
const LEAST_COMPANIES = 8;

/**
 * The districts whose tax office sends revenues that are far below the invoices of many companies, as in another unit or
 * left empty. The empty name stands for the whole province, where most districts are so.
 */
export function doubtfulDistricts(
  byDistrict: ReadonlyMap<string, readonly CompanySample[]>,
  all: readonly CompanySample[],
): ReadonlySet<string> {
  const found = [...byDistrict].filter(([, own]) => isDoubtful(own)).map(([district]) => district);
  return new Set(isDoubtful(all) ? [...byDistrict.keys(), ''] : found);
}

function isDoubtful(companies: readonly CompanySample[]): boolean {
  const compared = companies.filter(({ declaresLittle }) => declaresLittle !== undefined);
  const little = compared.filter(({ declaresLittle }) => declaresLittle).length;
  return little >= LEAST_COMPANIES && little > compared.length * DOUBTFUL_SHARE;
}
