import type { AssessedCompany } from '#shared/tables/assessments.ts';

/** A line of `companies.jsonl`. */
export const companyLine = ({
  enterpriseCode,
  verdict,
  score,
  heardUntil = {},
  unasked = [],
  findings,
  people,
}: AssessedCompany) => ({
  enterpriseCode,
  verdict,
  score,
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
