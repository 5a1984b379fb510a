import type { AssessedCompany } from '#shared/tables/assessments.ts';
import type { CoveredUntil } from './covered-until.ts';

/** A line of `companies.jsonl`. */
export const companyLine = (
  { enterpriseCode, verdict, score, activity, activityReasons, unasked = [], findings, people }: AssessedCompany,
  heardUntil: CoveredUntil,
) => ({
  enterpriseCode,
  verdict,
  score,
  activity,
  activityReasons,
  heardUntil,
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
