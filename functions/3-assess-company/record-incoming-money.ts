import { monthsOf } from '#shared/domain/risk/facts/flows.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

export interface MoneyPorts {
  readonly outcomes: Pick<Outcomes, 'recordMoney'>;
}

/**
 * Tells the ledger what came in, month by month, to the accounts of a flagged company. Told before the
 * assessment is stored: a crash in between tells it again, and what was told already is not told twice.
 * @returns what makes the same money known again
 */
export async function recordIncomingMoney(
  { enterpriseCode, verdict, gatheredAt }: AssessedCompany,
  { accounts, asOf }: CompanyFacts,
  before: AssessedCompany | undefined,
  { outcomes }: MoneyPorts,
): Promise<string | undefined> {
  const known = before?.moneyId;
  // What it once was has no part in the assessment: its end follows from the facts alone
  if (verdict !== 'flagged') return undefined;
  const months = monthsOf(accounts).map(({ period, credit }) => ({ period, credit }));
  const moneyId = contentId(months);
  if (moneyId !== known) await outcomes.recordMoney({ caseId: enterpriseCode, months, on: asOf, gatheredAt });
  return moneyId;
}
