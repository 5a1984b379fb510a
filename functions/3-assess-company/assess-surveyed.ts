import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import type { GatheredFacts } from '#shared/use-cases/company-facts/gather-facts.ts';
import type { CompaniesAsRead } from './read-companies.ts';

/**
 * What was not surveyed yet may be missing because an office sends nothing. So a company that missing rows help to flag
 * is assessed without them until then; the survey has it assessed again.
 */
export function assessSurveyed(
  facts: CompanyFacts,
  { coverageBeforeSurvey: coverage }: GatheredFacts,
  before: AssessedCompany | undefined,
  { measures }: CompaniesAsRead,
) {
  const of = (one: CompanyFacts) => ({ facts: one, result: assess(one, { measures }) });
  const assessed = untilCounted(facts, before, of);
  return assessed.result.verdict === 'flagged' && coverage ? of({ ...assessed.facts, coverage }) : assessed;
}

/**
 * A flagged company stays flagged until a survey has counted on whom it now leans, so that no notice is withdrawn and
 * sent again in between.
 */
function untilCounted<A extends { readonly result: Assessment }>(
  facts: CompanyFacts,
  before: AssessedCompany | undefined,
  of: (one: CompanyFacts) => A,
): A {
  const assessed = of(facts);
  const { leansOn = [], isDoubted } = assessed.result;
  if (isDoubted !== true || before?.verdict !== 'flagged') return assessed;
  const counted = sampleIn(before.sample)?.sample.leaning?.on ?? [];
  const { countsAlone = [] } = facts;
  const open = leansOn.filter((sender) => !counted.includes(sender) && !countsAlone.includes(sender));
  return open.length === 0 ? assessed : of({ ...facts, countsAlone: [...countsAlone, ...open].sort() });
}
