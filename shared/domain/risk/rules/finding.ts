/** One figure of a finding, named, so that a reader can recompute it by hand. */
export type Evidence = Readonly<Record<string, string | number | boolean>>;

/**
 * What a finding is evidence of. Two kinds are independent of each other: who fakes one does not thereby fake the other.
 * `identity`: who stands behind the company; `money`: how money went through; `sales`: what was declared and invoiced;
 * `registration`: its age, its changes of hands; `account`: who runs its accounts and from where; `authority`: what an
 * authority or inspector found; `means`: whose hands its turnover would take; `tie`: what it shares with other companies.
 */
export const EVIDENCE_KINDS = [
  'identity',
  'money',
  'sales',
  'registration',
  'account',
  'authority',
  'means',
  'tie',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

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
  /** 0…100: the probability of danger in a hundred, rounded to 2 decimals. */
  readonly score: number;
  readonly findings: readonly Finding[];
  /** Watched, and flagged once its score has stood for the closed months that the rule set asks for. */
  readonly awaitsMonth?: true;
}
