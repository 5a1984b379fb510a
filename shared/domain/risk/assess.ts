import type { CompanyFacts } from './facts/company-facts.ts';
import { type CompanyProfile, profileOf } from './facts/company-profile.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import type { Assessment, Evidence, Finding } from './rules/finding.ts';
import { RULE_SET, type RuleSet } from './rules/rule-set.ts';
import { type Section, sectionsOf, type WeighedRule } from './rules/weighed-rules.ts';
import { scoreOf, verdictOf } from './score.ts';

export interface AssessOptions {
  readonly ruleSet?: RuleSet | undefined;
  /** Measures switched on (khi có chỉ đạo); all unless given. */
  readonly measures?: readonly Measure[] | undefined;
}

interface Found {
  readonly rule: WeighedRule;
  readonly evidence: Evidence;
}

/**
 * Asks every rule of the set about a company, but for those that need what isn't there. Of rules about one fact the
 * heaviest found counts, the others are listed with weight 0; relief is listed where something counts
 * against it.
 */
export function assess(
  facts: CompanyFacts,
  { ruleSet = RULE_SET, measures = MEASURES }: AssessOptions = {},
): Assessment {
  const found = findAll(profileOf(facts, measures), sectionsOf(ruleSet, measures));
  if (!found.some(speaksAgainst)) return NOTHING_FOUND;
  const findings = found.map((one) => findingOf(one, found));
  const hard = found.some(({ rule }) => rule.hard);
  let sum = 0;
  for (const { weight } of findings) sum += weight;
  return { verdict: verdictOf(sum, hard, ruleSet), score: scoreOf(sum, ruleSet), findings };
}

function findingOf({ rule, evidence }: Found, found: readonly Found[]): Finding {
  const { code, version, legalBasis } = rule;
  const weight = isProxy(rule, found) ? 0 : rule.weight;
  return { code, version, weight, evidence, legalBasis, message: rule.message(evidence) };
}

const speaksAgainst = ({ rule }: Found): boolean => rule.weight > 0;

const NOTHING_FOUND: Assessment = { verdict: 'clear', score: 0, findings: [] };

function findAll(reading: CompanyProfile, sections: readonly Section[]): Found[] {
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

/** Another finding about the same fact, and to the same effect, counts instead. */
function isProxy({ about, rank }: WeighedRule, found: readonly Found[]): boolean {
  if (rank > 0) for (const { rule } of found) if (rule.rank < rank && rule.about === about) return true;
  return false;
}
