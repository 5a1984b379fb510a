import type { CompanyFacts } from './facts/company-facts.ts';
import { type Reading, readFacts } from './facts/reading.ts';
import { MEASURES, type Measure } from './notice/bank-notice.ts';
import { ALL_RULES } from './rules/all-rules.ts';
import type { Assessment, Evidence, Finding } from './rules/finding.ts';
import type { Need, Rule } from './rules/rule.ts';
import { RULE_SET, type RuleSet } from './rules/rule-set.ts';
import { scoreOf, verdictOf } from './score.ts';

export interface AssessOptions {
  readonly ruleSet?: RuleSet | undefined;
  /** Measures switched on (khi có chỉ đạo); all unless given. */
  readonly measures?: readonly Measure[] | undefined;
}

/** A rule as a rule set weighs it; all in one shape, for they are read more often than anything else. */
type Weighed = Pick<Rule, 'code' | 'version' | 'legalBasis' | 'fact' | 'evaluate' | 'message'> & {
  readonly weight: number;
  readonly hard: boolean;
};
/** Neighbours that need the same. */
interface Section {
  readonly needs: Need | undefined;
  readonly rules: Weighed[];
}
interface Found {
  readonly rule: Weighed;
  readonly evidence: Evidence;
}

/**
 * Asks every rule of the set about a company, but for those that need what isn't there. Of rules about one fact the
 * heaviest found counts, the others are listed with weight 0; what speaks for a company is listed where something speaks
 * against it.
 */
export function assess(
  facts: CompanyFacts,
  { ruleSet = RULE_SET, measures = MEASURES }: AssessOptions = {},
): Assessment {
  const found = findAll(readFacts(facts, measures), sectionsOf(ruleSet, measures));
  if (!found.some(({ rule }) => rule.weight > 0)) return NOTHING_FOUND;
  let sum = 0;
  let hard = false;
  const findings = found.map(({ rule, evidence }): Finding => {
    const { code, version, legalBasis } = rule;
    const weight = isProxy(rule, found) ? 0 : rule.weight;
    sum += weight;
    hard ||= rule.hard;
    return { code, version, weight, evidence, legalBasis, message: rule.message(evidence) };
  });
  return { verdict: verdictOf(sum, hard, ruleSet), score: scoreOf(sum, ruleSet), findings };
}

const NOTHING_FOUND: Assessment = { verdict: 'clear', score: 0, findings: [] };

function findAll(reading: Reading, sections: readonly Section[]): Found[] {
  const found: Found[] = [];
  for (const { needs, rules } of sections) {
    if (needs && !needs(reading)) continue;
    for (const rule of rules) {
      const evidence = rule.evaluate(reading);
      if (evidence) found.push({ rule, evidence });
    }
  }
  return found;
}

/** Another finding about the same fact, and to the same effect, counts instead: the heavier, of equals the earlier. */
function isProxy(one: Weighed, found: readonly Found[]): boolean {
  let earlier = true;
  for (const { rule: other } of found) {
    if (other === one) {
      earlier = false;
    } else if (other.fact === one.fact && other.weight > 0 === one.weight > 0) {
      const [mine, others] = [Math.abs(one.weight), Math.abs(other.weight)];
      if (others > mine || (others === mine && earlier)) return true;
    }
  }
  return false;
}

const kept = new WeakMap<RuleSet, Map<readonly Measure[], readonly Section[]>>();
const LISTS_KEPT = 8;

/** The rules a set names, in order, without those whose measure is off. Kept: a province asks for them a million times. */
function sectionsOf(ruleSet: RuleSet, measures: readonly Measure[]): readonly Section[] {
  const byMeasures = kept.get(ruleSet) ?? new Map<readonly Measure[], readonly Section[]>();
  const known = byMeasures.get(measures);
  if (known) return known;
  const sections = ruledBy(ruleSet, measures);
  if (byMeasures.size >= LISTS_KEPT) byMeasures.clear();
  byMeasures.set(measures, sections);
  kept.set(ruleSet, byMeasures);
  return sections;
}

function ruledBy(ruleSet: RuleSet, measures: readonly Measure[]): Section[] {
  const sections: Section[] = [];
  for (const rule of ALL_RULES) {
    const weight = ruleSet.rules[rule.code]?.weight;
    if (weight === undefined || (rule.measure && !measures.includes(rule.measure))) continue;
    const last = sections.at(-1);
    if (last && last.needs === rule.needs) last.rules.push(weighed(rule, weight));
    else sections.push({ needs: rule.needs, rules: [weighed(rule, weight)] });
  }
  return sections;
}

const weighed = ({ code, version, legalBasis, fact, hard, evaluate, message }: Rule, weight: number): Weighed => ({
  code,
  version,
  legalBasis,
  fact,
  hard: hard === true,
  evaluate,
  message,
  weight,
});
