import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { readCompanies } from '#infra/research/snapshot-companies.ts';
import type { LabelledExample } from './calibrate.ts';
import { EarlierBands } from './earlier-bands.ts';

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
