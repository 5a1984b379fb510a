import { isInRandomSample } from '#shared/domain/risk/activity/random-sample.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** What the police's ledger says of a company until a day. */
export interface Decided {
  readonly outcome: 'confirmed' | 'dismissed' | undefined;
  readonly on: IsoDate | undefined;
  readonly flaggedOn: IsoDate | undefined;
}

/** A company of the random sample: not found where it is registered, it is neither honest nor a shell until somebody decides. */
export type Drawn = { readonly outcome: 'confirmed' | 'dismissed'; readonly on: IsoDate } | 'not_found';

/**
 * What came back of a company that the office's random sample drew: the first inspection of a half-year in which it was
 * drawn, before any flag. Found at work it is honest; what the police decided of it later stands before that.
 */
export function drawnOutcome(
  { enterpriseCode, inspections }: Pick<CompanyFacts, 'enterpriseCode' | 'inspections'>,
  decided: Decided | undefined,
  asOf: IsoDate,
): Drawn | undefined {
  const { flaggedOn = '9999-12-31', outcome, on } = decided ?? {};
  const first = inspections.find(
    (inspection) =>
      inspection.on <= asOf && inspection.on < flaggedOn && isInRandomSample(enterpriseCode, inspection.on),
  );
  if (first === undefined) return undefined;
  if (outcome !== undefined && on !== undefined) return { outcome, on };
  return first.found ? { outcome: 'dismissed', on: first.on } : 'not_found';
}
