import { type AssessedCompany, StoredWithFacts } from '#shared/tables/assessments.ts';
import { type HeardUntil, heardUntil } from './heard-until.ts';

/** What the results say of a company, and nothing else: a province's assessments as a whole are larger than a run should be. */
export interface CompanyResult extends Pick<AssessedCompany, 'enterpriseCode' | 'name' | 'verdict' | 'worklist'> {
  /** Of each of its people. */
  readonly results: readonly string[];
  readonly heard: HeardUntil;
  /** Its line of `companies.jsonl`. */
  readonly line: string;
}

export const CompanyResult = {
  parse(item: Record<string, unknown>): CompanyResult {
    const assessed = StoredWithFacts.parse(item);
    const { enterpriseCode, name, verdict, worklist, people, facts } = assessed;
    const heard = heardUntil(facts);
    const line = JSON.stringify(companyLine(assessed, heard));
    return { enterpriseCode, name, verdict, worklist, results: people.map(({ result }) => result), heard, line };
  },
};

const companyLine = (
  { enterpriseCode, verdict, score, activity, activityReasons, unasked = [], findings, people }: AssessedCompany,
  heard: HeardUntil,
) => ({
  enterpriseCode,
  verdict,
  score,
  activity,
  activityReasons,
  heardUntil: heard,
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
