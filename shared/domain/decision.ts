import type { Assessment } from './rules/finding.ts';

/** What the police decided on a company's notice, and the codes of the findings they had before them. */
export interface PoliceDecision {
  readonly outcome: 'confirmed' | 'dismissed';
  /** ISO instant. */
  readonly on: string;
  readonly codes: readonly string[];
  /** The written decision, where there is one: without it nobody speaks of blocking. */
  readonly document?: { readonly number: string; readonly date: string } | undefined;
}

/** The latest holds; of one instant a dismissal, so that order decides nothing. */
export function standingDecision(decisions: readonly PoliceDecision[]): PoliceDecision | undefined {
  const order = ({ on, outcome }: PoliceDecision) => `${on} ${outcome === 'dismissed' ? 1 : 0}`;
  return [...decisions].sort((a, b) => (order(a) < order(b) ? 1 : -1))[0];
}

/**
 * A confirmed flag stands until the police take it back. A dismissed one is at most watched, and opens again only on
 * new evidence: a finding that was not before them.
 */
export function afterDecision(assessment: Assessment, decision: PoliceDecision | undefined): Assessment {
  if (decision?.outcome === 'confirmed') return { ...assessment, verdict: 'flagged' };
  if (decision?.outcome !== 'dismissed' || assessment.verdict !== 'flagged') return assessment;
  const known = new Set(decision.codes);
  return assessment.findings.every(({ code }) => known.has(code)) ? { ...assessment, verdict: 'watch' } : assessment;
}
