import { revocationClock, revocationWorklist } from '#shared/domain/notification/worklist/revocation.ts';
import { companyDuties, definedDuties } from '#shared/domain/outcomes/clocks/company-duties.ts';
import { qualityOf } from '#shared/domain/outcomes/figures/company-quality.ts';
import { toldByBanks } from '#shared/domain/outcomes/figures/told-by-banks.ts';
import { banksNeeded } from '#shared/domain/risk/banks-needed.ts';
import { ownersClock, type OwnersStatus } from '#shared/domain/risk/owners/owners-status.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { usedProvinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import { packedSample } from '#shared/tables/company-sample.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import type { GatheredFacts } from '#shared/use-cases/company-facts/gather-facts.ts';

interface Found {
  readonly byRules: Verdict;
  readonly afterDecision: Verdict;
  readonly owners: OwnersStatus;
}

/** What the survey and the report read of all companies, packed. A flag by decision alone needs no bank. */
export const keptSample = (
  facts: CompanyFacts,
  gathered: GatheredFacts,
  sample: CompanySample,
  { byRules, afterDecision, owners }: Found,
  measures: readonly Measure[],
) =>
  packedSample({
    sample,
    usedProfile: usedProvinceProfileOf(facts, sample),
    duties: definedDuties({
      ...companyDuties(facts),
      ownersDeclaration: ownersClock(gathered.owners, owners),
      revocationDecision: revocationStatus(gathered),
    }),
    quality: qualityOf(facts),
    ...(afterDecision === 'flagged' && {
      told: toldByBanks(facts.accounts, byRules === 'flagged' ? banksNeeded(facts, measures) : []),
    }),
  });

/** The office has decided where it has settled the task. */
function revocationStatus({ forgery, settledTasks, facts }: GatheredFacts) {
  const [decidedAt] = revocationWorklist(forgery).map((entry) => settledTasks.get(taskIdOf(entry)));
  return revocationClock(forgery, decidedAt, facts.asOf);
}
