import { coverageFor } from '#shared/domain/risk/province/coverage-for.ts';
import { type AssessedCompany, isGone, StoredAssessment } from '#shared/tables/assessment-item.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import type { OwnersItem } from '#shared/tables/owners-item.ts';
import type { ProvinceContext } from '#shared/use-cases/company-facts/gather-facts.ts';
import { compareText } from './by-text.ts';
import { type CoveredUntil, coveredUntil } from './covered-until.ts';
import { writeEach } from './write-lines.ts';

/** The fields of an assessment that the results need. Whole assessments of a province would need too much memory. */
export interface CompanyResult
  extends Pick<AssessedCompany, 'enterpriseCode' | 'name' | 'verdict' | 'activity' | 'worklist'> {
  /** The fields of each of the company's people. */
  readonly results: readonly string[];
  readonly covered: CoveredUntil;
}

/** Writes the stored assessments as `companies.jsonl`. @returns what the other results need of them */
export async function writeCompanies(
  items: AsyncIterable<Record<string, unknown>>,
  file: string,
  province: ProvinceContext,
): Promise<readonly CompanyResult[]> {
  const found: { readonly company: CompanyResult; readonly line: string }[] = [];
  for await (const item of items) if (!isGone(item)) found.push(resultOf(item, province));
  found.sort(compareText(({ company }) => company.enterpriseCode));
  await writeEach(file, found, ({ line }) => line);
  return found.map(({ company }) => company);
}

function resultOf(
  item: Record<string, unknown>,
  { asOf, coverage, profile }: ProvinceContext,
): { readonly company: CompanyResult; readonly line: string } {
  const assessed = StoredAssessment.parse(item);
  const { enterpriseCode, name, verdict, activity, worklist, people, sample } = assessed;
  const known = sampleIn(sample)?.sample;
  const covered = known ? coveredUntil(asOf, coverageFor(known, coverage, profile?.offices, profile?.wholeBanks)) : {};
  const results = people.map(({ result }) => result);
  return {
    company: { enterpriseCode, name, verdict, activity, worklist, results, covered },
    line: JSON.stringify(companyLine(assessed, covered)),
  };
}

const companyLine = (
  {
    enterpriseCode,
    verdict,
    score,
    onWhoseWord,
    crimeWindow,
    activity,
    activityReasons,
    unasked = [],
    owners,
    findings,
    people,
  }: AssessedCompany,
  covered: CoveredUntil,
) => ({
  enterpriseCode,
  verdict,
  score,
  ...(onWhoseWord !== undefined && { onWhoseWord }),
  ...(crimeWindow && { crimeWindow }),
  activity,
  activityReasons,
  heardUntil: covered,
  unasked,
  ...(owners && { owners: ownersLine(owners) }),
  findings,
  people: people.map(({ role, maskedDocumentNumber, result, fields, documentStatus, proposedField }) => ({
    role,
    documentNumber: maskedDocumentNumber,
    result,
    ...(maskedDocumentNumber === '' && { uncheckedBecause: 'name_alone' }),
    fields,
    documentStatus,
    proposedField,
  })),
});

const ownersLine = ({ state, dueOn, ...lists }: OwnersItem) => ({
  state,
  ...(dueOn !== undefined && { dueOn }),
  missing: lists.missing.map(ownerLine),
  surplus: lists.surplus.map(ownerLine),
  contradicting: lists.contradicting.map(ownerLine),
});

/** As other people of a company, an owner is named by the masked number alone. */
const ownerLine = ({ kind, name, number, ...said }: OwnersItem['missing'][number]) => ({
  ...(kind === 'person' ? { documentNumber: number } : { name, organisationCode: number }),
  ...said,
});
