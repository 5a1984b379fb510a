import { monthsOf } from '#shared/domain/risk/facts/flows.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

export interface MoneyPorts {
  readonly outcomes: Pick<Outcomes, 'recordMoney'>;
  readonly now: RealClock;
}

/**
 * Records in the ledger the money that came into the accounts of a flagged company, month by month. It does so each
 * time: a run may have been ended between storing an assessment and recording its money.
 */
export async function recordIncomingMoney(
  { enterpriseCode, verdict, revision }: AssessedCompany,
  { accounts, asOf }: CompanyFacts,
  { outcomes, now }: MoneyPorts,
): Promise<void> {
  if (verdict !== 'flagged') return;
  const months = monthsOf(accounts).map(({ period, credit }) => ({ period, credit }));
  await outcomes.recordMoney({ caseId: enterpriseCode, months, on: asOf, at: now().toISOString(), revision });
}
