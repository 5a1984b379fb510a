import type { Measure } from '#shared/domain/risk/measure.ts';
import { ALL_RULES } from './all-rules.ts';
import type { Evidence } from './finding.ts';
import { OWN_RULES } from './own-rules.ts';
import { type RulePrecondition, type Rule, sentencesOf } from './rule.ts';
import type { RuleSet } from './rule-set.ts';

/** A rule with its weight in a rule set. */
export interface WeighedRule {
  readonly rule: Rule;
  /** Whether it uses only the company's own facts. */
  readonly isOwn: boolean;
  readonly sentence: (evidence: Evidence) => string;
  readonly weight: number;
  /** The rule's index in the order in which weights are summed. */
  readonly place: number;
  /** The number of the rule's fact and direction; rules of one group replace one another. */
  readonly group: number;
  /** The number of rules of the group before it: those that weigh more and, for equal weights, the earlier. */
  readonly rank: number;
}

/** Rules that need the same, in order: it is asked once for all of them. */
export interface RulesOfOneNeed {
  readonly needs: RulePrecondition | undefined;
  readonly rules: readonly WeighedRule[];
}

/** The rules of a set in their order, without those whose measure is off. */
export function weighedRules(ruleSet: RuleSet, measures: readonly Measure[]): readonly WeighedRule[] {
  const named = ALL_RULES.flatMap((rule) => {
    const weight = ruleSet.rules[rule.code]?.weight;
    if (weight === undefined || (rule.measure && !measures.includes(rule.measure))) return [];
    return [{ rule, weight }];
  });
  return named.map((one, place) => ({
    ...one,
    isOwn: Object.hasOwn(OWN_RULES, one.rule.code),
    sentence: sentencesOf(one.rule),
    place,
    group: named.findIndex((other) => isSameFact(other, one)),
    rank: named.filter((other, at) => comesBefore(other, one, at < place)).length,
  }));
}

/** Gathers rules by what they need. */
export const rulesByNeed = (rules: readonly WeighedRule[]): readonly RulesOfOneNeed[] =>
  [...Map.groupBy(rules, ({ rule }) => rule.needs)].map(([needs, some]) => ({ needs, rules: some }));

type RuleAndWeight = Pick<WeighedRule, 'rule' | 'weight'>;

function comesBefore(other: RuleAndWeight, one: RuleAndWeight, isEarlier: boolean): boolean {
  if (!isSameFact(other, one)) return false;
  const [theirs, own] = [Math.abs(other.weight), Math.abs(one.weight)];
  return theirs > own || (theirs === own && isEarlier);
}

/** Whether two rules concern one fact and have the same direction. */
const isSameFact = (one: RuleAndWeight, other: RuleAndWeight): boolean =>
  one.rule.fact === other.rule.fact && one.weight > 0 === other.weight > 0;
