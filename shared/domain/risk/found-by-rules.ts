import type { AccountFacts, CompanyFacts } from './facts/company-facts.ts';
import { type CompanyProfile, profileOf, profileWith } from './facts/company-profile.ts';
import type { Measure } from './measure.ts';
import type { Evidence } from './rules/finding.ts';
import type { Rule } from './rules/rule.ts';
import { rulesByNeed, type RulesOfOneNeed, type WeighedRule } from './rules/weighed-rules.ts';
import type { Sender } from './senders/sender.ts';
import { isMadeBy, withoutSender } from './senders/without-sender.ts';

/** A rule's finding with the weight that counts: the rule's own, or 0 where another finding counts instead. */
export interface RuleFinding {
  readonly weighed: WeighedRule;
  readonly rule: Rule;
  readonly evidence: Evidence;
  readonly weight: number;
}

/** A company with what the rules find in it, in their order. */
export interface Found {
  readonly reading: CompanyProfile;
  readonly findings: readonly RuleFinding[];
}

/** Asks the rules of one set. Nothing is found where no more than the least weight speaks against the company. */
export interface Finder {
  in(this: void, facts: CompanyFacts): Found;
  /** The company without the rows of one sender, but for the accounts that stay. */
  without(this: void, all: Found, sender: Sender, isKept?: (account: AccountFacts) => boolean): Found;
}

export function finderOf(rules: readonly WeighedRule[], measures: readonly Measure[], least: number): Finder {
  const isAgainst = ({ weight }: Pick<WeighedRule, 'weight'>) => weight > least;
  const divided = (some: readonly WeighedRule[]) => ({
    against: rulesByNeed(some.filter(isAgainst)),
    others: rulesByNeed(some.filter((one) => !isAgainst(one))),
  });
  const own = divided(rules.filter(({ isOwn }) => isOwn));
  const ties = divided(rules.filter(({ isOwn }) => !isOwn));
  const ask = (reading: CompanyProfile): Found => {
    const findings: RuleFinding[] = [];
    askAll(own.against, reading, findings);
    askAll(ties.against, reading, findings);
    if (findings.length > 0) {
      askAll(own.others, reading, findings);
      askAll(ties.others, reading, findings);
    }
    return { reading, findings };
  };
  const askAgain = (all: Found, facts: CompanyFacts): Found => {
    const { reading: before, findings: known } = all;
    if (facts === before.facts) return all;
    // What the company's own facts show does not change with the values that it shares, but whom it pays does
    if (facts.accounts !== before.facts.accounts || before.partners) return ask(profileWith(facts, before));
    const reading = { ...before, facts };
    const findings = known.filter(({ weighed }) => weighed.isOwn);
    askAll(ties.against, reading, findings);
    askAll(ties.others, reading, findings);
    return { reading, findings };
  };
  return {
    in: (facts) => ask(profileOf(facts, measures)),
    without: (all, sender, isKept) => {
      const rest = withoutSender(all.reading.facts, sender, isKept);
      const { reading, findings } = askAgain(all, rest);
      const others = findings.filter(({ rule }) => !isMadeBy(sender, rule.madeBy));
      return { reading, findings: others.some(isAgainst) ? others : [] };
    },
  };
}

/** Adds what the rules find, each at its place. */
function askAll(all: readonly RulesOfOneNeed[], reading: CompanyProfile, found: RuleFinding[]): void {
  for (const { needs, rules } of all) {
    if (needs?.(reading) === false) continue;
    for (const weighed of rules) {
      const { rule, weight } = weighed;
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
