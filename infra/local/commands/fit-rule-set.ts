import { calibrate } from '#infra/local/commands/back-test/calibrate.ts';
import {
  crossValidate,
  type FoldedExample,
  type HeldOut,
  sumOf,
} from '#infra/local/commands/back-test/cross-validate.ts';
import { flagAtFor } from '#infra/local/commands/back-test/flag-at.ts';
import { type Metrics, metricsOf } from '#infra/local/commands/back-test/metrics.ts';
import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

/** A rule set fitted to labels, and how it does on each fold when fitted without it. */
export interface FittedRuleSet {
  readonly ruleSet: RuleSet;
  readonly heldOut: Readonly<Record<string, Metrics>>;
}

// As many companies as it takes to move a weight away from where it was.
const TRUST = 20;
// Of a hundred companies that the police are told of, so many must be what they are told (docs/decisions/0004-weights-fitted-to-evasion.md).
const PRECISION = 0.98;

/** Fits weights, and the sum to flag from: on sums held out where the labels name folds, else on the fitted ones. */
export function fitRuleSet(examples: readonly FoldedExample[], ruleSet: RuleSet): FittedRuleSet {
  const { weights, base } = calibrate(examples, ruleSet, TRUST);
  const rules = Object.fromEntries(
    Object.entries(ruleSet.rules).map(([code, { version, weight }]) => [
      code,
      { version, weight: weights[code] ?? weight },
    ]),
  );
  const heldOut = examples.some(({ folds }) => folds.length > 0) ? crossValidate(examples, ruleSet, TRUST) : [];
  const weighed =
    heldOut.length > 0
      ? heldOut
      : examples.map(({ codes, shell, folds }) => ({ sum: sumOf(codes, weights), shell, folds }));
  const flagAt = flagAtFor(weighed, PRECISION) ?? Math.max(1, -base);
  const shells = examples.filter(({ shell }) => shell).length;
  const prevalence = shells / Math.max(1, examples.length);
  const fitted = {
    ...ruleSet,
    version: `${ruleSet.version}+calibrated`,
    prevalence,
    flagAt,
    watchAt: flagAt / 2,
    rules,
  };
  return { ruleSet: fitted, heldOut: byFold(heldOut, fitted) };
}

function byFold(heldOut: readonly HeldOut[], { flagAt, watchAt, capacityPercent }: RuleSet): Record<string, Metrics> {
  const folds = new Set(heldOut.flatMap((one) => one.folds));
  const measures = [...folds].map((fold): [string, Metrics] => {
    const inFold = heldOut.filter((one) => one.folds.includes(fold));
    const replayed = inFold.map(({ sum, shell }, index) => ({
      enterpriseCode: String(index),
      score: sum,
      verdict: sum >= flagAt ? ('flagged' as const) : sum >= watchAt ? ('watch' as const) : ('clear' as const),
      shell,
    }));
    return [fold, metricsOf(replayed, Math.max(1, Math.round((inFold.length * capacityPercent) / 100)))];
  });
  return Object.fromEntries(measures);
}
