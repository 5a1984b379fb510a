import { monthsOf } from '#shared/domain/risk/facts/flows.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

export interface MoneyPorts {
  readonly outcomes: Pick<Outcomes, 'recordMoney'>;
}

/**
 * Records in the ledger the money that came into the accounts of a flagged company, month by month. It does so before
 * the assessment is stored: after a crash in between it is repeated, and the same money is not recorded twice. @returns
 * an id that is the same for the same money
 */
export async function recordIncomingMoney(
  { enterpriseCode, verdict, gatheredAt }: AssessedCompany,
  { accounts, asOf }: CompanyFacts,
  before: AssessedCompany | undefined,
  { outcomes }: MoneyPorts,
): Promise<string | undefined> {
  const known = before?.moneyId;
  // The assessment must follow from the facts alone, so it keeps no money of an earlier flag
  if (verdict !== 'flagged') return undefined;
  const months = monthsOf(accounts).map(({ period, credit }) => ({ period, credit }));
  const moneyId = contentId(months);
  if (moneyId !== known) await outcomes.recordMoney({ caseId: enterpriseCode, months, on: asOf, gatheredAt });
  return moneyId;
}
