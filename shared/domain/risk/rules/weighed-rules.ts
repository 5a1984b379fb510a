import type { Measure } from '#shared/domain/risk/measure.ts';
import { ALL_RULES } from './all-rules.ts';
import type { Need, Rule } from './rule.ts';
import type { RuleSet } from './rule-set.ts';

/** A rule as a rule set weighs it; all in one shape, for a province reads them more often than anything else. */
export type WeighedRule = Pick<Rule, 'code' | 'version' | 'legalBasis' | 'evaluate' | 'message'> & {
  readonly weight: number;
  readonly hard: boolean;
  /** Its fact, and whether it speaks for the company or against it: proxies of one another have the same. */
  readonly about: string;
  /** How many of its proxies come before it: those that weigh more, and of equals the earlier. */
  readonly rank: number;
};

/** Neighbours in the order of the rules that need the same. */
export interface Section {
  readonly needs: Need | undefined;
  readonly rules: readonly WeighedRule[];
}

interface Kept {
  readonly ruleSet: RuleSet;
  readonly measures: readonly Measure[];
  readonly sections: readonly Section[];
}

const kept: Kept[] = [];
const LISTS_KEPT = 8;

/** The rules a set names, in order, without those whose measure is off. Kept: a province asks for them a million times. */
export function sectionsOf(ruleSet: RuleSet, measures: readonly Measure[]): readonly Section[] {
  for (const one of kept) if (one.ruleSet === ruleSet && one.measures === measures) return one.sections;
  const sections = inSections(namedRules(ruleSet, measures));
  if (kept.length >= LISTS_KEPT) kept.length = 0;
  kept.push({ ruleSet, measures, sections });
  return sections;
}

interface Named {
  readonly rule: Rule;
  readonly weight: number;
  readonly about: string;
}

function namedRules(ruleSet: RuleSet, measures: readonly Measure[]): Named[] {
  return ALL_RULES.flatMap((rule) => {
    const weight = ruleSet.rules[rule.code]?.weight;
    if (weight === undefined || (rule.measure && !measures.includes(rule.measure))) return [];
    return [{ rule, weight, about: `${weight > 0 ? 'against' : 'for'}: ${rule.fact}` }];
  });
}

function inSections(named: readonly Named[]): Section[] {
  const sections: { needs: Need | undefined; rules: WeighedRule[] }[] = [];
  named.forEach((one, place) => {
    const { needs } = one.rule;
    const rule = weighed(one, named.filter((other, at) => comesBefore(other, one, at < place)).length);
    const last = sections.at(-1);
    if (last && last.needs === needs) last.rules.push(rule);
    else sections.push({ needs, rules: [rule] });
  });
  return sections;
}

function comesBefore(other: Named, one: Named, isEarlier: boolean): boolean {
  const [theirs, own] = [Math.abs(other.weight), Math.abs(one.weight)];
  return other.about === one.about && (theirs > own || (theirs === own && isEarlier));
}

const weighed = ({ rule, weight, about }: Named, rank: number): WeighedRule => {
  const { code, version, legalBasis, evaluate, message, hard } = rule;
  return { code, version, legalBasis, evaluate, message, weight, hard: hard === true, about, rank };
};
