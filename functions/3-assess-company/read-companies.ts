import type { Measure } from '#shared/domain/risk/measure.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import type { ProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { RealClock, RulesClock } from '#shared/runtime/clock.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import type { LinkList, Links } from '#shared/tables/links.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import type { Verification, Verifications } from '#shared/tables/verifications.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';

export interface ReadCompaniesPorts {
  readonly assessments: Pick<Assessments, 'latest'>;
  readonly links: Pick<Links, 'lists'>;
  readonly verifications: Pick<Verifications, 'of'>;
  readonly files: Pick<Files, 'coverage' | 'profile'>;
  readonly measures: ReadMeasures;
  /** Has the states of drops looked up anew. */
  readonly renewDrops: () => void;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/** What is read at once for all companies of a batch. */
export interface CompaniesAsRead {
  readonly assessed: ReadonlyMap<string, AssessedCompany>;
  readonly lists: ReadonlyMap<string, LinkList>;
  readonly asOf: IsoDate;
  readonly measures: readonly Measure[];
  readonly coverage: ProvinceCoverage;
  /** The profile of the whole province; undefined until the first survey of the province. */
  readonly profile: ProvinceProfile | undefined;
  readonly verifications: ReadonlyMap<string, Verification>;
}

/**
 * Reads the assessments of companies, and only then what the next ones are made from, so that whoever writes the next
 * revision has facts at least as new as those of the revision that it replaces. Of companies that are neither assessed
 * nor verified nothing else is read: banks and offices send rows of many before they are registered.
 */
export async function readCompanies(
  enterpriseCodes: readonly string[],
  { assessments, links, verifications, files, measures, renewDrops, rulesClock, now }: ReadCompaniesPorts,
): Promise<CompaniesAsRead> {
  const codes = [...new Set(enterpriseCodes)];
  const assessed = await assessments.latest(codes);
  renewDrops();
  const verified = await verifications.of(codes);
  const known = codes.filter((code) => assessed.has(code) || verified.has(code));
  const [lists, inForce, coverage, surveyed] = await Promise.all([
    links.lists(known),
    measures(),
    readCoverage(files, now),
    files.profile(),
  ]);
  const read = { measures: inForce, coverage, profile: surveyed?.profile, verifications: verified };
  return { assessed, lists, asOf: rulesClock.today(), ...read };
}
