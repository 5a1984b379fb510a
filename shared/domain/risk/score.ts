import type { Verdict } from './rules/finding.ts';
import type { RuleSet } from './rules/rule-set.ts';

/**
 * Score 0…100 of a sum of weights: `100 × sum / (sum + flagAt)`, 50 where the sum reaches what flagging takes. It nears 100
 * slowly, so that the worst keep their order; below nothing there is nothing.
 */
export function scoreOf(sum: number, { flagAt }: RuleSet): number {
  if (sum <= 0) return 0;
  return Math.round((10_000 * sum) / (sum + flagAt)) / 100;
}

/** The verdict on a sum of weights; a hard finding flags whatever relief there is. */
export function verdictOf(sum: number, hard: boolean, { flagAt, watchAt }: RuleSet): Verdict {
  if (hard || sum >= flagAt) return 'flagged';
  return sum >= watchAt ? 'watch' : 'clear';
}
