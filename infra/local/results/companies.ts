import { type AssessedCompany, StoredResult } from '#shared/tables/assessment-item.ts';
import { type CoveredUntil, coveredUntil } from './covered-until.ts';

/** The fields of an assessment that the results need. Whole assessments of a province would need too much memory. */
export interface CompanyResult
  extends Pick<AssessedCompany, 'enterpriseCode' | 'name' | 'verdict' | 'activity' | 'worklist'> {
  /** The fields of each of the company's people. */
  readonly results: readonly string[];
  readonly covered: CoveredUntil;
  /** The company's line of `companies.jsonl`. */
  readonly line: string;
}

export const CompanyResult = {
  parse(item: Record<string, unknown>): CompanyResult {
    const assessed = StoredResult.parse(item);
    const { enterpriseCode, name, verdict, activity, worklist, people, facts } = assessed;
    const covered = coveredUntil(facts);
    const line = JSON.stringify(companyLine(assessed, covered));
    const results = people.map(({ result }) => result);
    return { enterpriseCode, name, verdict, activity, worklist, results, covered, line };
  },
};

const companyLine = (
  { enterpriseCode, verdict, score, activity, activityReasons, unasked = [], findings, people }: StoredResult,
  covered: CoveredUntil,
) => ({
  enterpriseCode,
  verdict,
  score,
  activity,
  activityReasons,
  heardUntil: covered,
  unasked,
  findings,
  people: people.map(({ role, maskedDocumentNumber, result, fields, documentStatus, proposedField }) => ({
    role,
    documentNumber: maskedDocumentNumber,
    result,
    fields,
    documentStatus,
    proposedField,
  })),
});
