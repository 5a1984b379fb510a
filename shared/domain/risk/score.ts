import type { Verdict } from './rules/finding.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** The prevalence at which weights and base are fitted. */
const REFERENCE = 0.01;

const logOdds = (share: number): number => Math.log(share / (1 - share));

/**
 * The score 0…100 of a sum of weights: the probability in per cent that a company with these findings is dangerous in a
 * province with this prevalence. It has 2 decimals and never reaches 0 or 100 by evidence alone.
 */
export function scoreOf(sum: number, { base, prevalence }: Pick<RuleSet, 'base' | 'prevalence'>): number {
  const odds = Math.exp(sum + base + logOdds(prevalence) - logOdds(REFERENCE));
  return Math.round((10_000 * odds) / (1 + odds)) / 100;
}

/**
 * The verdict on a score. A hard finding flags whatever speaks for the company; any other evidence flags only where it is
 * `corroborated`: two kinds of it, from two senders.
 */
export function verdictOf(
  score: number,
  { hard, corroborated }: { readonly hard: boolean; readonly corroborated: boolean },
  { flagAt, watchAt }: Pick<RuleSet, 'flagAt' | 'watchAt'>,
): Verdict {
  if (hard || (score >= flagAt && corroborated)) return 'flagged';
  return score >= watchAt ? 'watch' : 'clear';
}
