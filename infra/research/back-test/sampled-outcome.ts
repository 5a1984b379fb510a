import { isInRandomSample } from '#shared/domain/risk/activity/random-sample.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The outcomes of a company in the ledger until a day. */
export interface LedgerOutcome {
  readonly outcome: 'confirmed' | 'dismissed' | undefined;
  readonly on: IsoDate | undefined;
  readonly flaggedOn: IsoDate | undefined;
}

/**
 * A company of the random sample. One that was not found at its registered address counts as neither honest nor a shell
 * until somebody decides.
 */
export type SampledOutcome = { readonly outcome: 'confirmed' | 'dismissed'; readonly on: IsoDate } | 'not_found';

/**
 * The result for a company that the office's random sample drew: the first inspection in a half-year in which it was
 * drawn, before any flag. A company found at work counts as honest unless the police later decided otherwise.
 */
export function sampledOutcome(
  { enterpriseCode, inspections }: Pick<CompanyFacts, 'enterpriseCode' | 'inspections'>,
  decided: LedgerOutcome | undefined,
  asOf: IsoDate,
): SampledOutcome | undefined {
  const { flaggedOn = '9999-12-31', outcome, on } = decided ?? {};
  const first = inspections.find(
    (inspection) =>
      inspection.on <= asOf && inspection.on < flaggedOn && isInRandomSample(enterpriseCode, inspection.on),
  );
  if (first === undefined) return undefined;
  if (outcome !== undefined && on !== undefined) return { outcome, on };
  return first.found ? { outcome: 'dismissed', on: first.on } : 'not_found';
}
