import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { asOfIn } from '#test/support/world-facts/as-of.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';
import { type Flagging, replayWorld } from './lead/replay-world.ts';
import { withDailyFlows } from './lead/daily-flows.ts';
import { type Bench, median } from './result.ts';

const DAYS_KNOWN_LATER = 0;

/**
 * `npm run bench -- lead --world DIR [--known-by DAYS] [--daily]`: replays labelled worlds month by month, day by day
 * where banks tell days, and says how long others' money passed before the flag, and how many flags of honest companies
 * were taken back. `--known-by`: so many days after a period's end its totals are known, 0 unless given. `--daily`:
 * every bank reports days.
 */
export const bench: Bench = async ({ worlds = [], knownBy, daily = false }) => {
  if (worlds.length === 0) throw new Error('lead needs the folder of a labelled world: --world DIR');
  const later = Number(knownBy ?? DAYS_KNOWN_LATER);
  if (!Number.isInteger(later) || later < 0) throw new Error('--known-by takes whole days');
  const found: Flagging[] = [];
  const honestYears = new Map<string, number>();
  for (const world of worlds) {
    const companies = await worldFacts(world, await asOfIn(world));
    const replay = replayWorld(daily ? companies.map((one, n) => withDailyFlows(one, n)) : companies, later);
    found.push(...replay.flaggings);
    for (const [year, years] of Object.entries(replay.honestYears))
      honestYears.set(year, (honestYears.get(year) ?? 0) + years);
  }
  const shells = found.filter(({ watched }) => watched !== undefined);
  const seen = shells.filter(({ watched }) => watched?.seen === true);
  const honest = found.filter(({ watched }) => watched === undefined);
  return {
    ours: median(daysOf(seen)),
    peers: {},
    unit: 'days',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    shells: shells.length,
    flagged: shells.filter(({ flaggedOn }) => flaggedOn !== undefined).length,
    seen: lagOf(seen),
    unseen: lagOf(shells.filter(({ watched }) => watched?.seen !== true)),
    byDay: lagOf(seen.filter(({ watched }) => watched?.byDay === true)),
    ...lagsByKind(seen),
    honest: { flagged: honest.length, takenBack: honest.filter(({ takenBack }) => takenBack.length > 0).length },
    takenBackPercentAYear: takenBackPercent(honest, honestYears),
  };
};

/** The withdrawn flags of honest companies in a year, per hundred honest companies registered during it. */
function takenBackPercent(honest: readonly Flagging[], honestYears: ReadonlyMap<string, number>) {
  const days = honest.flatMap(({ takenBack }) => takenBack.map(({ on }) => on));
  const percent = (times: number, years: number) => Math.round((100_000 * times) / Math.max(1, years)) / 1000;
  const all = [...honestYears.values()].reduce((sum, years) => sum + years, 0);
  const byYear = [...honestYears].map(([year, years]): [string, number] => [
    year,
    percent(days.filter((on) => on.startsWith(year)).length, years),
  ]);
  return { ...Object.fromEntries(byYear), all: percent(days.length, all) };
}

/** For each kind of shell whose bank tells: the median days until the flag, and the share of the money gone by then. */
function lagsByKind(shells: readonly Flagging[]) {
  const kinds = [...Map.groupBy(shells, ({ kind }) => kind)];
  return {
    daysByKind: Object.fromEntries(kinds.map(([kind, some]) => [kind, median(daysOf(some))])),
    goneByKind: Object.fromEntries(kinds.map(([kind, some]) => [kind, goneOf(some)])),
  };
}

const lagOf = (shells: readonly Flagging[]) => ({
  shells: shells.length,
  flagged: daysOf(shells).length,
  medianDays: median(daysOf(shells)),
  gone: goneOf(shells),
});

const daysOf = (shells: readonly Flagging[]): number[] =>
  shells.flatMap(({ watched, flaggedOn }) =>
    watched && flaggedOn !== undefined ? [Math.max(0, daysBetween(watched.from, flaggedOn))] : [],
  );

/** The share of victims' money that had passed before the flag; the money of unflagged shells counts as passed. */
function goneOf(shells: readonly Flagging[]): number {
  let [gone, all] = [0, 0];
  for (const { watched, flaggedOn } of shells) {
    if (!watched) continue;
    for (const [month, amount] of Object.entries(watched.months)) {
      all += amount;
      gone += amount * (flaggedOn === undefined ? 1 : shareBefore(month, flaggedOn));
    }
  }
  return all === 0 ? 0 : Math.round((1000 * gone) / all) / 1000;
}

/** Money is spread evenly within a month. */
function shareBefore(month: string, day: IsoDate): number {
  const [first, last] = [`${month}-01`, periodEnd(month)];
  if (day >= last) return 1;
  return day < first ? 0 : daysBetween(first, addDays(day, 1)) / daysBetween(first, addDays(last, 1));
}
