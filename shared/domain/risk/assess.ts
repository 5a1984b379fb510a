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
import type { Office, Sender } from './senders/sender.ts';
import { isMadeBy, withoutSender } from './senders/without-sender.ts';
import { favouringOffices, withoutFavour } from './senders/without-favour.ts';
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
  /** The number of closed months over which the score has to last; 0 where it flags at once. */
  readonly months: number;
}

/** Rows of one sender that are left out: findings that it could make, or those of them in the company's favour. */
interface LeftOut {
  readonly without?: Sender | undefined;
  readonly relievedBy?: Office | undefined;
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
    months: 0,
    isAgainst: false,
  };
  const weighed = (facts: CompanyFacts, { without, relievedBy }: LeftOut): WeighedFindings | undefined => {
    const reading = profileOf(facts, measures);
    const found: RuleFinding[] = [];
    ask(against, reading, found, without);
    if (found.length === 0) return undefined;
    ask(others, reading, found, without);
    return weigh(found, scoreOf, ruleSet, relievedBy);
  };
  const onItsDay = (facts: CompanyFacts, relievedBy?: Office): Judged => {
    const result = weighed(facts, { relievedBy });
    if (result === undefined) return nothingFound;
    const { counted, score, hard, months } = result;
    const countedWithout = (rest: CompanyFacts, without: Sender) =>
      weighed(rest, { without, relievedBy })?.counted ?? [];
    // A hard finding speaks against the company in spite of all favourable facts
    const isAgainst = hard || (score >= ruleSet.flagAt && isOfTwoKinds(counted, facts));
    const support = hard || score >= ruleSet.watchAt ? supportOf(facts, counted, countedWithout) : undefined;
    const verdict = verdictOf(score, { isAgainst, isSupported: support?.refused === false }, ruleSet);
    return { verdict, score, counted, hard, months, isAgainst, support };
  };
  const heldDown = (facts: CompanyFacts, { counted, verdict }: Judged): readonly Sender[] => {
    const offices = counted.some(({ weight }) => weight > LEAST_WEIGHT) ? favouringOffices(facts) : [];
    const banks = banksThatMayRelieve(facts, counted);
    const isFlagged = (rest: CompanyFacts): boolean => onItsDay(rest).verdict === 'flagged';
    const alone = offices.filter(
      (office) =>
        (counted.some((one) => isReliefBy(office, one)) && isGraver(onItsDay(facts, office).verdict, verdict)) ||
        isFlagged(withoutFavour(facts, [office])),
    );
    const isByAll = alone.length === 0 && offices.length > 1 && isFlagged(withoutFavour(facts, offices));
    return [
      ...(isClearedByPolice(facts) ? ['police'] : []),
      ...(isByAll ? offices : alone),
      ...banks.filter((bank) => isFlagged(withoutSender(facts, bank))),
    ];
  };
  const earlierVerdict = (then: CompanyFacts): EarlierVerdict => {
    const { verdict, months } = onItsDay(then);
    if (verdict !== 'flagged') return 'not-flagged';
    return months === 0 ? 'flagged-at-once' : 'flagged';
  };
  return (facts) => {
    const judged = onItsDay(facts);
    const { verdict, score, counted, months, support, isAgainst } = judged;
    const findings = counted.map((one) => findingOf(one, facts));
    const heldDownBy = isAgainst ? [] : heldDown(facts, judged);
    const held = heldDownBy.length > 0 && ({ verdict: 'watch', heldDownBy } as const);
    if (support === undefined) return { verdict, score, findings, ...held };
    const { leansOn, saidOnlyBy } = support;
    const watched = { verdict: 'watch', score, findings, leansOn } as const;
    if (verdict === 'flagged' && months > 0 && !hasScoreLasted(facts, months, earlierVerdict))
      return { ...watched, awaitsMonth: true };
    if (verdict === 'flagged' && leansOn.every((sender) => facts.countsAlone?.includes(sender) ?? true))
      return { ...watched, verdict, ...(saidOnlyBy.length > 0 && { saidOnlyBy }) };
    if (!isAgainst) return { ...watched, ...held };
    return { ...watched, ...(verdict === 'flagged' ? { isDoubted: true, saidOnlyBy } : { isAlone: true }) };
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

function weigh(
  found: RuleFinding[],
  scoreOf: (sum: number) => number,
  ruleSet: RuleSet,
  relievedBy?: Office,
): WeighedFindings {
  let sum = 0;
  let hard = false;
  let urgent = false;
  let hasRelief = false;
  for (const one of found) {
    const { rule } = one;
    if (isProxy(one, found) || (relievedBy && isReliefBy(relievedBy, one))) one.weight = 0;
    sum += one.weight;
    if (rule.hard === true) hard = true;
    if (rule.urgent === true && one.weight > 0) urgent = true;
    if (one.weight < -LEAST_WEIGHT) hasRelief = true;
  }
  const score = scoreOf(sum);
  return {
    counted: found,
    score,
    hard,
    months: hard || urgent ? 0 : monthsToLast(score, hasRelief, ruleSet),
  };
}

const isReliefBy = (office: Office, { rule, weight }: Readonly<RuleFinding>): boolean =>
  weight < 0 && isMadeBy(office, rule.madeBy);

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

const VERDICTS: readonly Verdict[] = ['clear', 'watch', 'flagged'];
const isGraver = (one: Verdict, other: Verdict): boolean => VERDICTS.indexOf(one) > VERDICTS.indexOf(other);

/** Money that a bank tells speaks in a company's favour by itself, or beside the money of another bank. */
function banksThatMayRelieve({ accounts }: CompanyFacts, counted: readonly Readonly<RuleFinding>[]): readonly Sender[] {
  const banks = [...new Set(accounts.map(({ bank }) => bank))];
  return banks.length > 1 || counted.some(({ weight }) => weight < 0) ? banks : [];
}
