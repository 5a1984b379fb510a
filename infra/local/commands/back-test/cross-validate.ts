import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import { calibrate, type Example } from './calibrate.ts';
import type { WeighedExample } from './flag-at.ts';

/** An example that stands in folds: a tactic, a part of the province, a year. What shares one with it may not teach its weights. */
export interface FoldedExample extends Example {
  readonly folds: readonly string[];
}

export interface HeldOut extends WeighedExample {
  readonly folds: readonly string[];
}

/** Weighs every example by weights fitted only to those that share no fold with it: what a rule set does where it was not fitted. */
export function crossValidate(examples: readonly FoldedExample[], ruleSet: RuleSet, trust: number): HeldOut[] {
  const together = Map.groupBy(examples, ({ folds }) => [...folds].sort().join('\n'));
  return [...together.values()].flatMap((heldOut) => {
    const folds = heldOut[0]?.folds ?? [];
    const taught = examples.filter((example) => !example.folds.some((fold) => folds.includes(fold)));
    const { weights } = calibrate(taught, ruleSet, trust);
    return heldOut.map(({ codes, shell }) => ({ sum: sumOf(codes, weights), shell, folds }));
  });
}

/** What the rules that counted come to under these weights. */
export function sumOf(codes: readonly string[], weights: Readonly<Record<string, number>>): number {
  return codes.reduce((sum, code) => sum + (weights[code] ?? 0), 0);
}
