import type { RuleCode } from './all-rules.ts';
import data from './rule-set.json' with { type: 'json' };

/**
 * The version of a rule and its weight: the natural logarithm of how many times likelier the rule is found for a shell
 * company than for an honest one.
 */
export interface RuleWeight {
  readonly version: number;
  readonly weight: number;
}

/** A probability in per cent as base and weights give it, and as it was observed. */
export interface CalibrationPoint {
  readonly from: number;
  readonly to: number;
}

/** The rules that count with their weights, as data with one version, which can be replayed over the past. */
export interface RuleSet {
  readonly version: string;
  /** The share of dangerous companies in the province, from the police's decisions; 0.01 until there are enough of them. */
  readonly prevalence: number;
  /** The logarithm of the odds where no rule finds anything, at a prevalence of 0.01. */
  readonly base: number;
  /**
   * The observed shares of shells (`to`) among companies to which base and weights alone give a probability (`from`),
   * both in per cent, lowest first. Between these points the logarithms of the odds are on a line, and beyond them they
   * run parallel to those of base and weights. Absent means that these probabilities are the score.
   */
  readonly calibration?: readonly CalibrationPoint[] | undefined;
  /** The required precision of flags: the number of dangerous companies among a hundred flagged ones. */
  readonly precisionPercent: number;
  /** The score, a probability in per cent, from which a company is flagged where two kinds of evidence agree. */
  readonly flagAt: number;
  /**
   * For scores that do not flag at once, lowest first: with a score below this one a company is flagged once the score has
   * lasted over the ends of this number of closed months.
   */
  readonly standing: readonly { readonly below: number; readonly months: number }[];
  /**
   * The least number of closed months over which a score has to last where a finding in the company's favour counts
   * more than a little, however high the score is. Absent means none.
   */
  readonly monthsWithRelief?: number | undefined;
  /** The score from which a company is watched. */
  readonly watchAt: number;
  /**
   * The per cent of companies that the police can investigate, which is the depth to which a back-test measures the
   * order of scores.
   */
  readonly capacityPercent: number;
  /** The rules' weights by code. Rules that are not named are off. */
  readonly rules: Readonly<Record<string, RuleWeight>>;
}

/** The rule set in force, which weighs every rule: a rule that is missing in `rule-set.json` does not compile. */
const inForce: RuleSet & { readonly rules: Readonly<Record<RuleCode, RuleWeight>> } = data;
export const RULE_SET: RuleSet = inForce;
