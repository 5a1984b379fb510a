/** One figure of a finding, named, so that a reader can recompute it by hand. */
export type Evidence = Readonly<Record<string, string | number | boolean>>;

export type RuleGroup = 'identity' | 'capital' | 'activity' | 'invoices' | 'changes' | 'accounts' | 'network';

/** A reason against a company (dấu hiệu): what was asked, what was found, by which law. */
export interface Finding {
  readonly code: string;
  readonly version: number;
  readonly weight: number;
  readonly evidence: Evidence;
  readonly legalBasis: string;
  /** One Vietnamese sentence. */
  readonly message: string;
}

export type Verdict = 'clear' | 'watch' | 'flagged';

export interface Assessment {
  readonly verdict: Verdict;
  /** 0…100, rounded to 2 decimals, summed in the order of the rules. */
  readonly score: number;
  readonly findings: readonly Finding[];
}
