import { isInRandomSample } from '#shared/domain/risk/activity/activity.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { CompanyQuality } from './register-quality.ts';

/** How true the register is of a company, by its own facts. */
export function qualityOf(facts: CompanyFacts): CompanyQuality {
  const { enterpriseCode, legalForm, charterCapital, mainIndustryCode, address, people, inspections } = facts;
  const heads = people.filter(({ role }) => role === 'legal_representative');
  const compared = people.filter(({ result }) => result !== 'unchecked');
  const drawn = inspections
    .filter(({ on }) => isInRandomSample(enterpriseCode, on))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return {
    complete:
      legalForm !== undefined &&
      charterCapital !== undefined &&
      mainIndustryCode !== undefined &&
      address.specific &&
      heads.some(({ maskedDocumentNumber }) => maskedDocumentNumber !== ''),
    ...(compared.length > 0 && {
      agrees: compared.every(({ result }) => result === 'match' || result === 'variation'),
    }),
    found: drawn.at(-1)?.found,
  };
}
