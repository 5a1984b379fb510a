import type { CompanyFacts, Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';

/** A company of a labelled world: its facts without bands, what it may share, and what it truly is. */
export interface WorldCompany {
  readonly facts: Omit<CompanyFacts, 'bands'>;
  /** The rows about it that offices sent as activities. */
  readonly signals: readonly Signal[];
  readonly values: readonly SharedValue[];
  readonly headOfficeAddress: string;
  readonly shell: boolean;
  readonly kind: string;
  /** The ring of a shell, if any. */
  readonly why: string;
  /** Others' money through a shell: from which month on, and đồng by month. */
  readonly crime?: { readonly from: string; readonly months: Readonly<Record<string, number>> } | undefined;
  /** What the whole province's feeds have covered. */
  readonly provinceCoverage?: ProvinceCoverage | undefined;
  /** Whether the company's bank reports its flows. */
  readonly seen?: boolean | undefined;
  /** Whether a bank tells the time of the criminal money; only of the kinds of 2026. */
  readonly told?: boolean | undefined;
}
