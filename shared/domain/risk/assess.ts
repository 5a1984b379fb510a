import { type Counted, isCorroborated } from './corroboration.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import { type CompanyProfile, profileOf } from './facts/company-profile.ts';
import { MEASURES, type Measure } from './measure.ts';
import type { Assessment, Evidence, Finding } from './rules/finding.ts';
import { RULE_SET, type RuleSet } from './rules/rule-set.ts';
import { isSameFact, type WeighedRule, weighedRules } from './rules/weighed-rules.ts';
import { scoreOf, verdictOf } from './score.ts';

export interface AssessOptions {
  readonly ruleSet?: RuleSet | undefined;
  /** Measures switched on (khi có chỉ đạo); all unless given. */
  readonly measures?: readonly Measure[] | undefined;
}

interface Found {
  readonly weighed: WeighedRule;
  readonly evidence: Evidence;
}

/** Assesses companies by one rule set: reading the set once pays off where a province is assessed. */
export function assessor(ruleSet: RuleSet, measures: readonly Measure[]): (facts: CompanyFacts) => Assessment {
  const rules = weighedRules(ruleSet, measures);
  const nothingFound: Assessment = { verdict: 'clear', score: scoreOf(0, ruleSet), findings: [] };
  return (facts) => {
    const reading = profileOf(facts, measures);
    const found = findAll(reading, rules);
    return found.some(speaksAgainst) ? weigh(found, reading, ruleSet) : nothingFound;
  };
}

const inForce = assessor(RULE_SET, MEASURES);

/**
 * Asks every rule of the set about a company. Of rules about one fact the heaviest found counts, the others are listed
 * with weight 0; what speaks for a company is listed where something speaks against it.
 */
export function assess(
  facts: CompanyFacts,
  { ruleSet = RULE_SET, measures = MEASURES }: AssessOptions = {},
): Assessment {
  return ruleSet === RULE_SET && measures === MEASURES ? inForce(facts) : assessor(ruleSet, measures)(facts);
}

function weigh(found: readonly Found[], reading: CompanyProfile, ruleSet: RuleSet): Assessment {
  const counted: (Counted & Found)[] = found.map((one) => ({
    ...one,
    rule: one.weighed.rule,
    weight: isProxy(one, found) ? 0 : one.weighed.weight,
  }));
  let sum = 0;
  for (const { weight } of counted) sum += weight;
  const score = scoreOf(sum, ruleSet);
  const hard = found.some(({ weighed }) => weighed.rule.hard === true);
  const verdict = verdictOf(score, { hard, corroborated: isCorroborated(counted, reading) }, ruleSet);
  return { verdict, score, findings: counted.map(findingOf) };
}

function findingOf({ weighed: { rule }, evidence, weight }: Counted & Found): Finding {
  const { code, version, legalBasis } = rule;
  return { code, version, weight, evidence, legalBasis, message: rule.message(evidence) };
}

const speaksAgainst = ({ weighed }: Found): boolean => weighed.weight > 0;

function findAll(reading: CompanyProfile, rules: readonly WeighedRule[]): Found[] {
  const found: Found[] = [];
  for (const weighed of rules) {
    const { rule } = weighed;
    if (rule.needs?.(reading) === false) continue;
    const evidence = rule.evaluate(reading);
    if (evidence) found.push({ weighed, evidence });
  }
  return found;
}

/** Another finding about the same fact, and to the same effect, counts instead. */
const isProxy = ({ weighed }: Found, found: readonly Found[]): boolean =>
  weighed.rank > 0 && found.some(({ weighed: other }) => other.rank < weighed.rank && isSameFact(other, weighed));
