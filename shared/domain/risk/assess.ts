import { periodOf } from './rules/finding-period.ts';
import { basisOn } from './rules/law-in-force.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import { type Found, finderOf, type RuleFinding } from './found-by-rules.ts';
import { MEASURES, type Measure } from './measure.ts';
import type { Assessment, Finding, Verdict } from './rules/finding.ts';
import { RULE_SET, type RuleSet } from './rules/rule-set.ts';
import { weighedRules } from './rules/weighed-rules.ts';
import { scorerOf, verdictOf } from './score.ts';
import type { Office, Sender } from './senders/sender.ts';
import { asFirstRegistered, favouringOffices, unfavourably } from './senders/without-favour.ts';
import { banksThatHide, isMadeBy } from './senders/without-sender.ts';
import { isClearedByPolice, isOfTwoKinds, supportOf } from './senders/support.ts';
import { type EarlierVerdict, monthsToLast, hasScoreLasted } from './standing.ts';

export interface AssessOptions {
  readonly ruleSet?: RuleSet | undefined;
  /** The measures that are on (khi có chỉ đạo); all by default. */
  readonly measures?: readonly Measure[] | undefined;
  /** Also lists findings of the least weight that stand alone, so that their weights can be fitted. */
  readonly listsLeast?: boolean | undefined;
}

type Assessor = (facts: CompanyFacts) => Assessment;

/** The weight of a finding that hardly tells a shell from an honest company. */
const LEAST_WEIGHT = 0.1;

/** The result of all findings. */
interface WeighedFindings {
  readonly counted: readonly RuleFinding[];
  readonly score: number;
  readonly hard: boolean;
  /** The number of closed months over which the score has to last; 0 where it flags at once. */
  readonly months: number;
}

/** Makes a function that assesses companies by one rule set, which is prepared once for a whole province. */
export function assessor(ruleSet: RuleSet, measures: readonly Measure[], listsLeast = false): Assessor {
  const finder = finderOf(weighedRules(ruleSet, measures), measures, listsLeast ? 0 : LEAST_WEIGHT);
  const scoreOf = scorerOf(ruleSet);
  const weighed = ({ findings }: Found, relievedBy?: Office) => weigh(findings, { scoreOf, ruleSet, relievedBy });
  // A hard finding speaks against the company in spite of all favourable facts
  const isAgainstIt = ({ reading: { facts } }: Found, { counted, hard, score }: WeighedFindings) =>
    hard || (score >= ruleSet.flagAt && isOfTwoKinds(counted, facts));
  const supportFor = (found: Found, { counted, hard, score }: WeighedFindings, relievedBy?: Office) => {
    if (!hard && score < ruleSet.watchAt) return undefined;
    return supportOf(
      found.reading.facts,
      counted,
      (sender, isKept) => weighed(finder.without(found, sender, isKept), relievedBy).counted,
    );
  };
  /** Who supports it is asked only where that decides. */
  const verdictFor = (found: Found, relievedBy?: Office): { verdict: Verdict; months: number } => {
    const result = weighed(found, relievedBy);
    const { months, score } = result;
    const isAgainst = isAgainstIt(found, result);
    const isSupported = isAgainst && supportFor(found, result, relievedBy)?.refused === false;
    return { verdict: verdictOf(score, { isAgainst, isSupported }, ruleSet), months };
  };
  const heldDown = (found: Found, counted: readonly RuleFinding[], verdict: Verdict): readonly Sender[] => {
    const { facts } = found.reading;
    const isAsked = facts.unfavourable !== undefined || counted.some(({ weight }) => weight > LEAST_WEIGHT);
    const offices = isAsked ? favouringOffices(facts) : [];
    const banks = banksThatMayRelieve(facts, counted);
    const isAgainst = (rest: Found): boolean => isAgainstIt(rest, weighed(rest));
    const isFlagged = (rest: Found): boolean => verdictFor(rest).verdict === 'flagged';
    const flagsWithout = (some: typeof offices): boolean =>
      unfavourably(facts, some).some((one) => isFlagged(finder.in(one)));
    const isHeldBy = (office: Office): boolean =>
      counted.some((one) => isReliefBy(office, one)) && isGraver(verdictFor(found, office).verdict, verdict);
    const alone = offices.filter((office) => isHeldBy(office) || flagsWithout([office]));
    return [
      ...(isClearedByPolice(facts) ? ['police'] : []),
      ...(asFirstRegistered(facts).some((one) => isAgainst(finder.in(one))) ? ['registry'] : []),
      ...(alone.length === 0 && offices.length > 1 && flagsWithout(offices) ? offices : alone),
      ...banks.filter((bank) => isFlagged(finder.without(found, bank))),
    ];
  };
  const earlierVerdict = (then: CompanyFacts): EarlierVerdict => {
    const { verdict, months } = verdictFor(finder.in(then));
    if (verdict !== 'flagged') return 'not-flagged';
    return months === 0 ? 'flagged-at-once' : 'flagged';
  };
  return (facts) => {
    const found = finder.in(facts);
    const result = weighed(found);
    const { score, counted, months } = result;
    const isAgainst = isAgainstIt(found, result);
    const support = supportFor(found, result);
    const verdict = verdictOf(score, { isAgainst, isSupported: support?.refused === false }, ruleSet);
    const findings = counted.map((one) => findingOf(one, facts));
    const heldDownBy = isAgainst ? [] : heldDown(found, counted, verdict);
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

interface Weighing {
  readonly scoreOf: (sum: number) => number;
  readonly ruleSet: RuleSet;
  /** The office whose rows in the company's favour are left out. */
  readonly relievedBy?: Office | undefined;
}

function weigh(found: readonly RuleFinding[], { scoreOf, ruleSet, relievedBy }: Weighing): WeighedFindings {
  let sum = 0;
  let hard = false;
  let urgent = false;
  let hasRelief = false;
  const counted: RuleFinding[] = [];
  for (const one of found) {
    const { rule } = one;
    const isLeftOut = isProxy(one, found) || (relievedBy !== undefined && isReliefBy(relievedBy, one));
    const weight = isLeftOut ? 0 : one.weight;
    counted.push(isLeftOut ? { ...one, weight } : one);
    sum += weight;
    if (rule.hard === true) hard = true;
    if (rule.urgent === true && weight > 0) urgent = true;
    if (weight < -LEAST_WEIGHT) hasRelief = true;
  }
  const score = scoreOf(sum);
  return {
    counted,
    score,
    hard,
    months: hard || urgent ? 0 : monthsToLast(score, hasRelief, ruleSet),
  };
}

const isReliefBy = (office: Office, { rule, weight }: RuleFinding): boolean =>
  weight < 0 && isMadeBy(office, rule.madeBy);

function findingOf({ weighed, rule, evidence, weight }: RuleFinding, facts: CompanyFacts): Finding {
  const { code, version } = rule;
  // What is declared of people is of the registration; other findings without a time are of today
  const day = periodOf(evidence)?.until ?? (rule.kind === 'identity' ? facts.registeredOn : facts.asOf);
  return {
    code,
    version,
    weight,
    evidence,
    legalBasis: basisOn(rule.legalBasis, day),
    message: weighed.sentence(evidence),
  };
}

/** Whether another finding about the same fact with the same direction counts instead. */
function isProxy({ weighed: { group, rank } }: RuleFinding, found: readonly RuleFinding[]): boolean {
  if (rank === 0) return false;
  for (const { weighed: other } of found) if (other.group === group && other.rank < rank) return true;
  return false;
}

const VERDICTS: readonly Verdict[] = ['clear', 'watch', 'flagged'];
const isGraver = (one: Verdict, other: Verdict): boolean => VERDICTS.indexOf(one) > VERDICTS.indexOf(other);

/**
 * Money that a bank tells speaks in a company's favour by itself, or beside the money of another bank; and so do the other
 * companies that it puts at a receiver or device.
 */
function banksThatMayRelieve({ accounts, bands }: CompanyFacts, counted: readonly RuleFinding[]): readonly Sender[] {
  const banks = accounts.map(({ bank }) => bank);
  const isRelief = new Set(banks).size > 1 || counted.some(({ weight }) => weight < 0);
  return [...new Set([...(isRelief ? banks : []), ...bands.flatMap(banksThatHide)])];
}
