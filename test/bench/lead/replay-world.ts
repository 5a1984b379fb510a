import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { EarlierProvince } from './earlier-province.ts';

/** A shell company through which victims' money passed. */
export interface Watched {
  /** The first day of criminal money: the exact day where the bank reports days, otherwise the first of the month. */
  readonly from: IsoDate;
  readonly months: Readonly<Record<string, number>>;
  readonly seen: boolean;
  readonly byDay: boolean;
}

/** A withdrawn flag, with the findings of both assessments. */
export interface TakenBack {
  readonly enterpriseCode: string;
  readonly kind: string;
  readonly on: IsoDate;
  readonly found: Assessment;
  readonly foundThen: Assessment;
}

/** A company flagged on some day of the replay, or a shell that never was. */
export interface Flagging {
  readonly kind: string;
  readonly watched: Watched | undefined;
  readonly flaggedOn: IsoDate | undefined;
  readonly takenBack: readonly TakenBack[];
}

export interface WorldReplay {
  readonly flaggings: readonly Flagging[];
  /** Honest companies that were registered in each month, added up and divided by twelve, by year. */
  readonly honestYears: Readonly<Record<string, number>>;
}

/**
 * Assesses every company at the end of each month, by what was known on that day; a shell whose banks tell days on each
 * day of the month until it is flagged, with what others showed at the end of the month before.
 * @param later so many days after a period's end its totals are known
 */
export function replayWorld(companies: readonly WorldCompany[], later: number): WorldReplay {
  const province = new EarlierProvince(companies);
  const first = new Map<number, IsoDate>();
  const takenBack = new Map<number, TakenBack[]>();
  const standing = new Map<number, Assessment>();
  const honestYears: Record<string, number> = {};
  let before: ReturnType<EarlierProvince['on']> | undefined;
  for (const day of monthEnds(companies)) {
    const today = province.on(day);
    for (const [index, company] of companies.entries()) {
      if (before && !first.has(index) && watchedOf(company)?.byDay === true) {
        const flagged = daysOf(day).find((one) => before?.assess(index, one)?.verdict === 'flagged');
        if (flagged !== undefined) first.set(index, addDays(flagged, later));
      }
      const found = today.assess(index, day);
      if (!found) continue;
      if (!company.shell) honestYears[day.slice(0, 4)] = (honestYears[day.slice(0, 4)] ?? 0) + 1 / 12;
      const flag = standing.get(index);
      if (found.verdict === 'flagged') {
        standing.set(index, found);
        if (!first.has(index)) first.set(index, addDays(day, later));
      } else if (flag) {
        standing.delete(index);
        const { enterpriseCode } = company.facts;
        const one = { enterpriseCode, kind: company.kind, on: day, found: flag, foundThen: found };
        takenBack.set(index, [...(takenBack.get(index) ?? []), one]);
      }
    }
    before = today;
  }
  const flaggings = companies.flatMap((company, index): Flagging[] => {
    const [watched, flaggedOn] = [watchedOf(company), first.get(index)];
    if (company.shell ? watched === undefined : flaggedOn === undefined) return [];
    return [{ kind: company.kind, watched, flaggedOn, takenBack: takenBack.get(index) ?? [] }];
  });
  return { flaggings, honestYears };
}

/** The replay begins a year before the first criminal month, because honest companies may be flagged from their first rows on. */
function monthEnds(companies: readonly WorldCompany[]): IsoDate[] {
  const [asOf = '2025-12-31'] = companies.map(({ facts }) => facts.asOf);
  const begun = companies.flatMap(({ crime }) => (crime ? [`${crime.from}-01`] : [])).sort();
  const ends: IsoDate[] = [];
  for (let month = addMonths(begun[0] ?? asOf, -12); month <= asOf; month = addMonths(month, 1))
    ends.push(addDays(addMonths(month, 1), -1));
  return ends.filter((day) => day <= asOf);
}

/** The days of the month that ends on this one. */
function daysOf(end: IsoDate): IsoDate[] {
  const days = Number(end.slice(8));
  return Array.from({ length: days }, (_, n) => `${end.slice(0, 8)}${String(n + 1).padStart(2, '0')}`);
}

function watchedOf(company: WorldCompany): Watched | undefined {
  const { crime, seen = false, facts } = company;
  if (!crime) return undefined;
  const paces = facts.accounts.flatMap((account) => account.paces ?? []);
  const own = paces.filter(({ period, credit }) => period.startsWith(crime.from) && credit > 0).map(({ from }) => from);
  const [from = `${crime.from}-01`] = own.sort();
  return { from, months: crime.months, seen, byDay: paces.length > 0 };
}
