import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import { scorerOf } from '#shared/domain/risk/score.ts';
import { calibrate, type LabelledExample } from './calibrate.ts';
import type { ScoredExample } from './flag-at.ts';

/**
 * An example with its folds, such as a tactic or a part of the province. Examples of the same fold are left out of the
 * fit of its weights.
 */
export interface FoldedExample extends LabelledExample {
  readonly folds: readonly string[];
}

export interface HeldOutExample extends ScoredExample {
  readonly folds: readonly string[];
}

/** Scores every example by weights fitted to examples of other folds. */
export function crossValidate(examples: readonly FoldedExample[], ruleSet: RuleSet, trust: number): HeldOutExample[] {
  const together = Map.groupBy(examples, ({ folds }) => [...folds].sort().join('\n'));
  return [...together.values()].flatMap((heldOut) => {
    const folds = heldOut[0]?.folds ?? [];
    const taught = examples.filter((example) => !example.folds.some((fold) => folds.includes(fold)));
    const { weights, base } = calibrate(taught, ruleSet, trust);
    const scoreOf = scorerOf({ ...ruleSet, base });
    return heldOut.map(({ codes, shell }) => ({ score: scoreOf(sumOfWeights(codes, weights)), shell, folds }));
  });
}

/** The sum of the counted rules under these weights. */
export function sumOfWeights(codes: readonly string[], weights: Readonly<Record<string, number>>): number {
  return codes.reduce((sum, code) => sum + (weights[code] ?? 0), 0);
}
