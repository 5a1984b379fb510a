import type { CompanyFacts } from './facts/company-facts.ts';
import { type Reading, readFacts } from './facts/reading.ts';
import { MEASURES, type Measure } from './notice/bank-notice.ts';
import { ALL_RULES } from './rules/all-rules.ts';
import type { Assessment, Evidence, Finding } from './rules/finding.ts';
import type { Rule } from './rules/rule.ts';
import { RULE_SET, type RuleSet } from './rules/rule-set.ts';
import { scoreOf, verdictOf } from './score.ts';

export interface AssessOptions {
  readonly ruleSet?: RuleSet | undefined;
  /** Measures switched on (khi có chỉ đạo); all unless given. */
  readonly measures?: readonly Measure[] | undefined;
}

/** A rule as a rule set weighs it. */
interface Weighed {
  readonly rule: Rule;
  readonly weight: number;
}
interface Found {
  readonly weighed: Weighed;
  readonly evidence: Evidence;
}

/**
 * Asks every rule of the set about a company. Of rules about one fact the heaviest found counts, the others are listed
 * with weight 0; what speaks for a company is listed where something speaks against it.
 */
export function assess(
  facts: CompanyFacts,
  { ruleSet = RULE_SET, measures = MEASURES }: AssessOptions = {},
): Assessment {
  const found = findAll(readFacts(facts, measures), weighedRules(ruleSet, measures));
  if (!found.some(({ weighed }) => weighed.weight > 0)) return NOTHING_FOUND;
  let sum = 0;
  let hard = false;
  const findings = found.map(({ weighed, evidence }): Finding => {
    const { rule } = weighed;
    const weight = isProxy(weighed, found) ? 0 : weighed.weight;
    sum += weight;
    hard ||= rule.hard === true;
    const { code, version, legalBasis } = rule;
    return { code, version, weight, evidence, legalBasis, message: rule.message(evidence) };
  });
  return { verdict: verdictOf(sum, hard, ruleSet), score: scoreOf(sum, ruleSet), findings };
}

const NOTHING_FOUND: Assessment = { verdict: 'clear', score: 0, findings: [] };

function findAll(reading: Reading, rules: readonly Weighed[]): Found[] {
  const found: Found[] = [];
  for (const weighed of rules) {
    const evidence = weighed.rule.evaluate(reading);
    if (evidence) found.push({ weighed, evidence });
  }
  return found;
}

/** Another finding about the same fact, and to the same effect, counts instead: the heavier, of equals the earlier. */
function isProxy(one: Weighed, found: readonly Found[]): boolean {
  let earlier = true;
  for (const { weighed: other } of found) {
    if (other === one) {
      earlier = false;
    } else if (other.rule.fact === one.rule.fact && other.weight > 0 === one.weight > 0) {
      const [mine, others] = [Math.abs(one.weight), Math.abs(other.weight)];
      if (others > mine || (others === mine && earlier)) return true;
    }
  }
  return false;
}

const kept = new WeakMap<RuleSet, Map<readonly Measure[], readonly Weighed[]>>();
const LISTS_KEPT = 8;

/** The rules a set names, in order, without those whose measure is off. Kept: a province asks for them a million times. */
function weighedRules(ruleSet: RuleSet, measures: readonly Measure[]): readonly Weighed[] {
  const byMeasures = kept.get(ruleSet) ?? new Map<readonly Measure[], readonly Weighed[]>();
  const known = byMeasures.get(measures);
  if (known) return known;
  const rules = ALL_RULES.flatMap((rule): Weighed[] => {
    const weight = ruleSet.rules[rule.code]?.weight;
    if (weight === undefined || (rule.measure && !measures.includes(rule.measure))) return [];
    return [{ rule, weight }];
  });
  if (byMeasures.size >= LISTS_KEPT) byMeasures.clear();
  byMeasures.set(measures, rules);
  kept.set(ruleSet, byMeasures);
  return rules;
}
