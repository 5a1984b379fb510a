import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
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
  /** The day of the decision; only earlier decisions are used to fit its weights. */
  readonly on?: IsoDate | undefined;
}

export interface HeldOutExample extends ScoredExample {
  readonly folds: readonly string[];
}

/**
 * Scores every example by weights fitted without it: where all decisions are dated, weights fitted to earlier
 * half-years (the first half-year is not scored), otherwise weights fitted to examples of other folds.
 */
export function crossValidate(examples: readonly FoldedExample[], ruleSet: RuleSet, trust: number): HeldOutExample[] {
  return examples.every(({ on }) => on !== undefined)
    ? overTime(examples, ruleSet, trust)
    : byFolds(examples, ruleSet, trust);
}

function overTime(examples: readonly FoldedExample[], ruleSet: RuleSet, trust: number): HeldOutExample[] {
  const halves = Map.groupBy(examples, ({ on = '' }) => halfYearOf(on));
  const [, ...later] = [...halves.keys()].sort();
  return later.flatMap((half) => {
    const taught = examples.filter(({ on = '' }) => halfYearOf(on) < half);
    return scored(halves.get(half) ?? [], taught, [half], { ruleSet, trust });
  });
}

function byFolds(examples: readonly FoldedExample[], ruleSet: RuleSet, trust: number): HeldOutExample[] {
  const together = Map.groupBy(examples, ({ folds }) => [...folds].sort().join('\n'));
  return [...together.values()].flatMap((heldOut) => {
    const folds = heldOut[0]?.folds ?? [];
    const taught = examples.filter((example) => !example.folds.some((fold) => folds.includes(fold)));
    return scored(heldOut, taught, folds, { ruleSet, trust });
  });
}

function scored(
  heldOut: readonly FoldedExample[],
  taught: readonly FoldedExample[],
  folds: readonly string[],
  { ruleSet, trust }: { readonly ruleSet: RuleSet; readonly trust: number },
): HeldOutExample[] {
  const { weights, base } = calibrate(taught, ruleSet, trust);
  const scoreOf = scorerOf({ ...ruleSet, base });
  return heldOut.map(({ codes, shell, share }) => ({
    score: scoreOf(sumOfWeights(codes, weights)),
    shell,
    share,
    folds,
  }));
}

/** The sum of the counted rules under these weights. */
export function sumOfWeights(codes: readonly string[], weights: Readonly<Record<string, number>>): number {
  return codes.reduce((sum, code) => sum + (weights[code] ?? 0), 0);
}

/** The half-year of a day: `2025-1` until June, `2025-2` from July on. */
const halfYearOf = (on: IsoDate): string => `${on.slice(0, 4)}-${on.slice(5, 7) <= '06' ? 1 : 2}`;
