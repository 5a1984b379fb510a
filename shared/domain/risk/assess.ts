import { periodOf } from './rules/finding-period.ts';
import { basisOn } from './rules/law-in-force.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import { type CompanyProfile, profileOf } from './facts/company-profile.ts';
import { MEASURES, type Measure } from './measure.ts';
import type { Assessment, Evidence, Finding, Verdict } from './rules/finding.ts';
import { type Rule, sentenceOf } from './rules/rule.ts';
import { RULE_SET, type RuleSet } from './rules/rule-set.ts';
import { rulesByNeed, type RulesOfOneNeed, type WeighedRule, weighedRules } from './rules/weighed-rules.ts';
import { scorerOf, verdictOf } from './score.ts';
import { type Office, OFFICES, type Sender } from './senders/sender.ts';
import { isMadeBy } from './senders/without-sender.ts';
import { isClearedByPolice, isOfTwoKinds, type Support, supportOf } from './senders/support.ts';
import { type EarlierVerdict, monthsToLast, hasScoreLasted } from './standing.ts';

export interface AssessOptions {
  readonly ruleSet?: RuleSet | undefined;
  /** The measures that are on (khi có chỉ đạo); all by default. */
  readonly measures?: readonly Measure[] | undefined;
  /** Also lists findings of the least weight that stand alone, so that their weights can be fitted. */
  readonly listsLeast?: boolean | undefined;
}

/**
 * A rule's finding with the weight that counts: its own until all rules were applied, then 0 where another finding
 * counts instead.
 */
interface RuleFinding {
  readonly weighed: WeighedRule;
  readonly rule: Rule;
  readonly evidence: Evidence;
  weight: number;
}

type Assessor = (facts: CompanyFacts) => Assessment;

/** The weight of a finding that hardly tells a shell from an honest company. */
const LEAST_WEIGHT = 0.1;

/** The result of all findings. */
interface WeighedFindings {
  readonly counted: readonly Readonly<RuleFinding>[];
  readonly score: number;
  readonly hard: boolean;
  /** The offices without whose favourable rows the score would reach a limit that it does not reach with them. */
  readonly lowered: Readonly<Record<'watch' | 'flag', readonly Office[]>>;
  /** The number of closed months over which the score has to last; 0 where it flags at once. */
  readonly months: number;
}

/** A verdict by the facts of one day, before it is asked whether the score has lasted. */
interface Judged extends WeighedFindings {
  readonly verdict: Verdict;
  /** Whether the evidence would flag the company if enough of it did not come from one sender. */
  readonly isAgainst: boolean;
  /** Undefined where it is not watched. */
  readonly support?: Support | undefined;
}

/** Makes a function that assesses companies by one rule set, which is prepared once for a whole province. */
export function assessor(ruleSet: RuleSet, measures: readonly Measure[], listsLeast = false): Assessor {
  const rules = weighedRules(ruleSet, measures);
  const least = listsLeast ? 0 : LEAST_WEIGHT;
  const against = rulesByNeed(rules.filter(({ weight }) => weight > least));
  const others = rulesByNeed(rules.filter(({ weight }) => weight <= least));
  const scoreOf = scorerOf(ruleSet);
  const nothingFound: Judged = {
    verdict: 'clear',
    score: scoreOf(0),
    counted: [],
    hard: false,
    lowered: { watch: [], flag: [] },
    months: 0,
    isAgainst: false,
  };
  const weighed = (reading: CompanyProfile, without?: Sender): WeighedFindings | undefined => {
    const found: RuleFinding[] = [];
    ask(against, reading, found, without);
    if (found.length === 0) return undefined;
    ask(others, reading, found, without);
    return weigh(found, scoreOf, ruleSet);
  };
  const countedWithout = (rest: CompanyFacts, sender: Sender) =>
    weighed(profileOf(rest, measures), sender)?.counted ?? [];
  const onItsDay = (facts: CompanyFacts): Judged => {
    const result = weighed(profileOf(facts, measures));
    if (result === undefined) return nothingFound;
    const { counted, score, hard, months, lowered } = result;
    // A hard finding speaks against the company in spite of all favourable facts
    const isAgainst = hard || (score >= ruleSet.flagAt && isOfTwoKinds(counted, facts));
    const support = hard || score >= ruleSet.watchAt ? supportOf(facts, counted, countedWithout) : undefined;
    const verdict = verdictOf(score, { isAgainst, isSupported: support?.refused === false }, ruleSet);
    return { verdict, score, counted, hard, months, lowered, isAgainst, support };
  };
  const earlierVerdict = (then: CompanyFacts): EarlierVerdict => {
    const { verdict, months } = onItsDay(then);
    if (verdict !== 'flagged') return 'not-flagged';
    return months === 0 ? 'flagged-at-once' : 'flagged';
  };
  return (facts) => {
    const { verdict, score, counted, months, support, isAgainst, lowered } = onItsDay(facts);
    const findings = counted.map((one) => findingOf(one, facts));
    const clearedBy: readonly Office[] = isClearedByPolice(facts) ? ['police'] : [];
    if (support === undefined) {
      const heldDownBy = [...new Set([...clearedBy, ...lowered.watch])];
      return heldDownBy.length === 0 ? { verdict, score, findings } : { verdict: 'watch', score, findings, heldDownBy };
    }
    const { leansOn, saidOnlyBy } = support;
    if (verdict === 'flagged' && months > 0 && !hasScoreLasted(facts, months, earlierVerdict))
      return { verdict: 'watch', score, findings, leansOn, awaitsMonth: true };
    if (verdict === 'flagged' && leansOn.every((sender) => facts.countsAlone?.includes(sender) ?? true))
      return { verdict, score, findings, leansOn, ...(saidOnlyBy.length > 0 && { saidOnlyBy }) };
    if (isAgainst)
      return {
        verdict: 'watch',
        score,
        findings,
        leansOn,
        ...(verdict === 'flagged' ? { isDoubted: true, saidOnlyBy } : { isAlone: true }),
      };
    const isHeldDown = !support.refused && isOfTwoKinds(counted, facts);
    const heldDownBy = [...new Set([...clearedBy, ...(isHeldDown ? lowered.flag : [])])];
    return { verdict: 'watch', score, findings, leansOn, ...(heldDownBy.length > 0 && { heldDownBy }) };
  };
}

/** The prepared rules in force for each list of measures, kept while the process runs. */
const inForce = new WeakMap<readonly Measure[], Assessor>();

function assessorInForce(measures: readonly Measure[]): Assessor {
  const known = inForce.get(measures);
  if (known !== undefined) return known;
  const made = assessor(RULE_SET, measures);
  inForce.set(measures, made);
  return made;
}

/**
 * Applies every rule of the set to a company. Of several findings about one fact the heaviest counts, and the others
 * are listed with weight 0. Findings in a company's favour, and those of the least weight, are listed where others speak
 * against it. A score that later months may change flags only after it has lasted.
 */
export function assess(
  facts: CompanyFacts,
  { ruleSet = RULE_SET, measures = MEASURES, listsLeast = false }: AssessOptions = {},
): Assessment {
  const isInForce = ruleSet === RULE_SET && !listsLeast;
  return (isInForce ? assessorInForce(measures) : assessor(ruleSet, measures, listsLeast))(facts);
}

function weigh(found: RuleFinding[], scoreOf: (sum: number) => number, ruleSet: RuleSet): WeighedFindings {
  let sum = 0;
  let hard = false;
  let urgent = false;
  let hasRelief = false;
  for (const one of found) {
    const { rule } = one;
    if (isProxy(one, found)) one.weight = 0;
    sum += one.weight;
    if (rule.hard === true) hard = true;
    if (rule.urgent === true && one.weight > 0) urgent = true;
    if (one.weight < -LEAST_WEIGHT) hasRelief = true;
  }
  const score = scoreOf(sum);
  // What one sender says in a company's favour takes it off no list
  const loweredBelow = (limit: number): readonly Office[] =>
    score < limit ? OFFICES.filter((office) => scoreOf(sum - reliefBy(office, found)) >= limit) : [];
  return {
    counted: found,
    score,
    hard,
    lowered: { watch: loweredBelow(ruleSet.watchAt), flag: loweredBelow(ruleSet.flagAt) },
    months: hard || urgent ? 0 : monthsToLast(score, hasRelief, ruleSet),
  };
}

/** What the findings in the company's favour weigh that one office alone could make. */
function reliefBy(office: Office, found: readonly RuleFinding[]): number {
  let sum = 0;
  for (const { rule, weight } of found) if (weight < 0 && isMadeBy(office, rule.madeBy)) sum += weight;
  return sum;
}

function findingOf({ rule, evidence, weight }: Readonly<RuleFinding>, facts: CompanyFacts): Finding {
  const { code, version } = rule;
  // What is declared of people is of the registration; other findings without a time are of today
  const day = periodOf(evidence)?.until ?? (rule.kind === 'identity' ? facts.registeredOn : facts.asOf);
  return {
    code,
    version,
    weight,
    evidence,
    legalBasis: basisOn(rule.legalBasis, day),
    message: sentenceOf(rule, evidence),
  };
}

/** Adds what the rules find, each at its place, without those whose finding one sender could make. */
function ask(all: readonly RulesOfOneNeed[], reading: CompanyProfile, found: RuleFinding[], without?: Sender): void {
  for (const { needs, rules } of all) {
    if (needs?.(reading) === false) continue;
    for (const weighed of rules) {
      const { rule, weight } = weighed;
      if (without !== undefined && isMadeBy(without, rule.madeBy)) continue;
      const evidence = rule.evaluate(reading);
      if (evidence) insert({ weighed, rule, evidence, weight }, found);
    }
  }
}

/** A company has few findings: stepping back over them is faster than sorting. */
function insert(one: RuleFinding, found: RuleFinding[]): void {
  found.push(one);
  for (let at = found.length - 1; at > 0; at -= 1) {
    const before = found[at - 1];
    if (before === undefined || before.weighed.place < one.weighed.place) return;
    found[at] = before;
    found[at - 1] = one;
  }
}

/** Whether another finding about the same fact with the same direction counts instead. */
function isProxy({ weighed: { group, rank } }: RuleFinding, found: readonly RuleFinding[]): boolean {
  if (rank === 0) return false;
  for (const { weighed: other } of found) if (other.group === group && other.rank < rank) return true;
  return false;
}
