import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { EarlierBands } from '#infra/local/commands/back-test/earlier-bands.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import type { WorldCompany } from '#test/support/world-facts.ts';

/** A shell through which others' money went. */
export interface Watched {
  /** The first day of the first criminal money: a day where its bank tells days, else the month's first. */
  readonly from: IsoDate;
  readonly months: Readonly<Record<string, number>>;
  readonly seen: boolean;
  readonly byDay: boolean;
}

/** A company flagged on some day of the replay, or a shell that never was. */
export interface Flagging {
  readonly watched: Watched | undefined;
  readonly flaggedOn: IsoDate | undefined;
  /** Flagged once and not at the end. */
  readonly takenBack: boolean;
}

const FIRST_DAY = '2022-01-01';

/**
 * Every company's first flag in a replay at the end of each month; a shell whose banks tell days is asked each day of its first
 * criminal months, with what others showed at the month's beginning.
 * @param later so many days after a period's end its totals are known
 */
export function flaggings(companies: readonly WorldCompany[], later: number): Flagging[] {
  const all = withBands(companies);
  const first = new Map<string, IsoDate>();
  let standing = new Set<string>();
  for (const day of monthEnds(companies)) {
    const bands = bandsOn(day, all);
    standing = new Set();
    for (const [index, facts] of all.entries()) {
      const watched = watchedOf(companies[index]);
      const code = facts.enterpriseCode;
      if (watched?.byDay === true && !first.has(code)) {
        const flagged = daysOf(day).find((one) => isFlagged(facts, one, bands));
        if (flagged !== undefined) first.set(code, addDays(flagged, later));
      }
      if (!isFlagged(facts, day, bands)) continue;
      standing.add(code);
      if (!first.has(code)) first.set(code, addDays(day, later));
    }
  }
  return all.flatMap(({ enterpriseCode }, index): Flagging[] => {
    const [watched, flaggedOn] = [watchedOf(companies[index]), first.get(enterpriseCode)];
    const honest = companies[index]?.shell === false;
    if (honest ? flaggedOn === undefined : watched === undefined) return [];
    return [{ watched, flaggedOn, takenBack: flaggedOn !== undefined && !standing.has(enterpriseCode) }];
  });
}

/** The facts known on a day: a month that ends with it is known. */
function knownOn(facts: CompanyFacts, day: IsoDate): CompanyFacts | undefined {
  const then = factsAsOf(facts, addDays(day, 1));
  return then && { ...then, asOf: day };
}

function isFlagged(facts: CompanyFacts, day: IsoDate, bands: EarlierBands): boolean {
  const then = knownOn(facts, day);
  return then !== undefined && assess({ ...then, bands: bands.of(then) }).verdict === 'flagged';
}

function bandsOn(day: IsoDate, all: readonly CompanyFacts[]): EarlierBands {
  const bands = new EarlierBands();
  for (const facts of all) {
    const then = knownOn(facts, day);
    if (then) bands.add(then);
  }
  return bands;
}

function monthEnds(companies: readonly WorldCompany[]): IsoDate[] {
  const [asOf = FIRST_DAY] = companies.map(({ facts }) => facts.asOf);
  const begun = companies.flatMap(({ crime }) => (crime ? [`${crime.from}-01`] : [])).sort();
  const ends: IsoDate[] = [];
  for (let month = begun[0] ?? FIRST_DAY; month <= asOf; month = addMonths(month, 1))
    ends.push(addDays(addMonths(month, 1), -1));
  return ends.filter((day) => day <= asOf);
}

/** The days of the month that ends on this one. */
function daysOf(end: IsoDate): IsoDate[] {
  const days = Number(end.slice(8));
  return Array.from({ length: days }, (_, n) => `${end.slice(0, 8)}${String(n + 1).padStart(2, '0')}`);
}

function watchedOf(company: WorldCompany | undefined): Watched | undefined {
  if (!company?.crime) return undefined;
  const { crime, seen = false, facts } = company;
  const paces = facts.accounts.flatMap((account) => account.paces ?? []);
  const own = paces.filter(({ period, credit }) => period.startsWith(crime.from) && credit > 0).map(({ from }) => from);
  const [from = `${crime.from}-01`] = own.sort();
  return { from, months: crime.months, seen, byDay: paces.length > 0 };
}
