import type { RuleCode } from './all-rules.ts';
import data from './rule-set.json' with { type: 'json' };

/**
 * The version of a rule that was weighed, and its weight: the natural logarithm of how much likelier a shell company
 * shows the rule than an honest one.
 */
export interface RuleWeight {
  readonly version: number;
  readonly weight: number;
}

/** Which rules count and how much: data, versioned as a whole, replayable over the past. */
export interface RuleSet {
  readonly version: string;
  /** Share of dangerous companies in the province, from its decisions; 0.01 until they tell. */
  readonly prevalence: number;
  /** Logarithm of the odds where no rule finds anything, at a prevalence of 0.01. */
  readonly base: number;
  /** The precision of flags, in per cent: so many of a hundred flagged companies must be dangerous. */
  readonly precisionPercent: number;
  /** The score, a probability in a hundred, from which a company is flagged where two kinds of evidence agree. */
  readonly flagAt: number;
  /** From this score it is flagged at once; below, once it has stood at the end of so many closed months before. */
  readonly flagAtOnceAt: number;
  readonly standingMonths: number;
  /** From this score a company is watched. */
  readonly watchAt: number;
  /** Companies in a hundred that the police can look into: so deep a back-test measures the order of its scores. */
  readonly capacityPercent: number;
  /** By rule code. Rules not named are off. */
  readonly rules: Readonly<Record<string, RuleWeight>>;
}

/** The set in force weighs every rule: one that is forgotten in `rule-set.json` does not compile. */
const inForce: RuleSet & { readonly rules: Readonly<Record<RuleCode, RuleWeight>> } = data;
export const RULE_SET: RuleSet = inForce;
