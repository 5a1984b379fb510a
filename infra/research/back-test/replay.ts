import { assess } from '#shared/domain/risk/assess.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import type { LabelledExample } from './calibrate.ts';
import type { EarlierBands } from './earlier-bands.ts';
import type { ReplayedVerdict } from './metrics.ts';

/** A company whose verdict the new rule set changes. */
export interface Flip {
  readonly enterpriseCode: string;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly scoreBefore: number;
  readonly score: number;
  readonly codes: readonly string[];
}

export interface ReplayedCompany {
  readonly replayed: ReplayedVerdict;
  readonly flip?: Flip | undefined;
  /** The rules that counted, for calibration. */
  readonly example?: LabelledExample | undefined;
}

/**
 * Assesses one company of a snapshot on a day, under a rule set and under the one in force that it would replace.
 * Undefined where the company wasn't registered on that day.
 * @param earlier the bands of that day, if it is before the snapshot's day
 */
export function replayCompany(
  snapshot: CompanyFacts,
  asOf: IsoDate,
  shell: boolean | undefined,
  ruleSet: RuleSet,
  earlier?: EarlierBands,
): ReplayedCompany | undefined {
  const then = factsAsOf(snapshot, asOf);
  if (!then) return undefined;
  const facts = earlier ? { ...then, bands: earlier.of(then) } : then;
  const { enterpriseCode } = facts;
  const { verdict, score, findings } = assess(facts, { ruleSet, listsLeast: true });
  const before = assess(facts, { ruleSet: RULE_SET });
  const counted = findings.filter(({ weight }) => weight !== 0).map(({ code }) => code);
  const flip: Flip | undefined =
    before.verdict === verdict
      ? undefined
      : { enterpriseCode, from: before.verdict, to: verdict, scoreBefore: before.score, score, codes: counted };
  return {
    replayed: { enterpriseCode, score, verdict, shell },
    flip,
    example: shell === undefined ? undefined : { codes: counted, shell },
  };
}
