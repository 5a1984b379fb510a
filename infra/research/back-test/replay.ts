import { assess } from '#shared/domain/risk/assess.ts';
import { type IsoDate, addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import type { LabelledExample } from './calibrate.ts';
import { EarlierBands } from './earlier-bands.ts';
import type { ReplayedVerdict } from './metrics.ts';
import { readCompanies } from '../snapshot-companies.ts';

/** Makes an example of a company by the facts known the day before the decision on it. */
type KnownBefore = (
  snapshot: CompanyFacts,
  decidedOn: IsoDate,
  shell: boolean,
  ruleSet: RuleSet,
) => LabelledExample | undefined;

/**
 * Facts that follow from a decision must not be used to fit it: an account, for example, is listed because the police
 * confirmed. A company is therefore read as it was the day before, and the values that it shares as at the beginning of
 * that half-year.
 */
export async function knownBefore(
  path: string,
  decided: Iterable<{ readonly on?: IsoDate | undefined }>,
  asOf: IsoDate,
): Promise<KnownBefore> {
  const days = [...decided].flatMap(({ on }) => (on !== undefined && on <= asOf ? [halfYearStart(on)] : []));
  const bands = new Map([...new Set(days)].map((day) => [day, new EarlierBands()]));
  if (bands.size > 0)
    await readCompanies(path, (snapshot) => {
      for (const [day, earlier] of bands) {
        const then = factsAsOf(snapshot, day);
        if (then) earlier.add(then);
      }
    });
  return (snapshot, decidedOn, shell, ruleSet) => {
    const then = factsAsOf(snapshot, addDays(decidedOn, -1));
    if (!then) return undefined;
    const earlier = bands.get(halfYearStart(decidedOn))?.of(then) ?? [];
    const { findings } = assess({ ...then, bands: earlier }, { ruleSet, listsLeast: true });
    return { codes: findings.filter(({ weight }) => weight !== 0).map(({ code }) => code), shell };
  };
}

const halfYearStart = (on: IsoDate): IsoDate => `${on.slice(0, 4)}-${on.slice(5, 7) <= '06' ? '01' : '07'}-01`;

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
