import { type CompanyClock, companyDuties, definedDuties } from '#shared/domain/outcomes/clocks/company-duties.ts';
import type { ClockStatus } from '#shared/domain/vietnamese/due-days.ts';
import { qualityOf } from '#shared/domain/outcomes/figures/company-quality.ts';
import { toldByBanks } from '#shared/domain/outcomes/figures/told-by-banks.ts';
import { banksNeeded } from '#shared/domain/risk/banks-needed.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { usedProvinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import { packedSample } from '#shared/tables/company-sample.ts';

interface Found {
  readonly byRules: Verdict;
  readonly afterDecision: Verdict;
  /** The deadlines that the facts alone do not show. */
  readonly clocks: Readonly<Partial<Record<CompanyClock, ClockStatus | undefined>>>;
}

/** What the survey and the report read of all companies, packed. A flag by decision alone needs no bank. */
export const keptSample = (
  facts: CompanyFacts,
  sample: CompanySample,
  { byRules, afterDecision, clocks }: Found,
  measures: readonly Measure[],
) =>
  packedSample({
    sample,
    usedProfile: usedProvinceProfileOf(facts, sample),
    duties: definedDuties({ ...companyDuties(facts), ...clocks }),
    quality: qualityOf(facts),
    ...(afterDecision === 'flagged' && {
      told: toldByBanks(facts.accounts, byRules === 'flagged' ? banksNeeded(facts, measures) : []),
    }),
  });
