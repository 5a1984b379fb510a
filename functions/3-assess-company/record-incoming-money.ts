import { monthsOf } from '#shared/domain/risk/facts/flows.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

export interface MoneyPorts {
  readonly outcomes: Pick<Outcomes, 'recordMoney'>;
}

/**
 * Records in the ledger the money that came into the accounts of a flagged company, month by month. It does so before
 * the assessment is stored, and each time: another run that had found other money may have been ended in between.
 */
export async function recordIncomingMoney(
  { enterpriseCode, verdict, gatheredAt }: AssessedCompany,
  { accounts, asOf }: CompanyFacts,
  { outcomes }: MoneyPorts,
): Promise<void> {
  if (verdict !== 'flagged') return;
  const months = monthsOf(accounts).map(({ period, credit }) => ({ period, credit }));
  await outcomes.recordMoney({ caseId: enterpriseCode, months, on: asOf, gatheredAt });
}
