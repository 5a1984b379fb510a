import type { Measure } from '#shared/domain/risk/measure.ts';
import { ALL_RULES } from './all-rules.ts';
import type { Rule } from './rule.ts';
import type { RuleSet } from './rule-set.ts';

/** A rule as a rule set weighs it. */
export interface WeighedRule {
  readonly rule: Rule;
  readonly weight: number;
  /** How many rules of the same fact and effect come before it: those that weigh more, and of equals the earlier. */
  readonly rank: number;
}

/** The rules a set names, in order, without those whose measure is off. */
export function weighedRules(ruleSet: RuleSet, measures: readonly Measure[]): readonly WeighedRule[] {
  const named = ALL_RULES.flatMap((rule) => {
    const weight = ruleSet.rules[rule.code]?.weight;
    if (weight === undefined || (rule.measure && !measures.includes(rule.measure))) return [];
    return [{ rule, weight }];
  });
  return named.map((one, place) => ({
    ...one,
    rank: named.filter((other, at) => comesBefore(other, one, at < place)).length,
  }));
}

type Named = Omit<WeighedRule, 'rank'>;

function comesBefore(other: Named, one: Named, isEarlier: boolean): boolean {
  if (!isSameFact(other, one)) return false;
  const [theirs, own] = [Math.abs(other.weight), Math.abs(one.weight)];
  return theirs > own || (theirs === own && isEarlier);
}

/** Both speak of one fact, and both for the company or both against it. */
export const isSameFact = (one: Named, other: Named): boolean =>
  one.rule.fact === other.rule.fact && one.weight > 0 === other.weight > 0;
