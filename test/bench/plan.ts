import { basename } from 'node:path';
import { fitChance, type ChanceExample } from '#infra/research/chance/fit-chance.ts';
import { examplesOf } from '#infra/research/chance/examples.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import { assessedIn } from '#test/support/insiders/judge-attack.ts';
import { asOfIn } from '#test/support/world-facts/as-of.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { byChance, byPlan, byWorklist, type Chooser, replay, type Replayed } from './plan/replay.ts';
import type { Bench } from './result.ts';

/**
 * `npm run bench -- plan --world DIR …`: eight weeks of questions over labelled worlds, each with a model of chances that
 * was fitted to the other worlds: the shells that no rule flags at the start and that are flagged after two and eight
 * weeks, by the week's plan, in the order of today's worklist, and by lot.
 */
export const bench: Bench = async ({ worlds = [] }) => {
  if (worlds.length < 2)
    throw new Error('plan needs the folders of two labelled worlds or more: --world DIR --world DIR');
  const read: { readonly name: string; readonly world: readonly WorldCompany[]; readonly examples: ChanceExample[] }[] =
    [];
  for (const folder of worlds) {
    const world = await worldFacts(folder, await asOfIn(folder));
    const assessed = assessedIn(world);
    const labels = new Map(
      world.map(({ facts, shell, crime }) => [facts.enterpriseCode, { shell, moneyFrom: crime?.from ?? NO_MONEY }]),
    );
    const companies = withBands(world).flatMap((facts) => {
      const assessment = assessed.get(facts.enterpriseCode)?.surveyed;
      return assessment ? [{ facts, assessment }] : [];
    });
    read.push({ name: basename(folder), world, examples: examplesOf(companies, labels) });
  }
  const rows: Record<string, Readonly<Record<string, number | string>>> = {};
  const all: Record<'plan' | 'worklist' | 'chance', Replayed[]> = { plan: [], worklist: [], chance: [] };
  for (const { name, world } of read) {
    const others = read.filter((one) => one.name !== name).flatMap(({ examples }) => examples);
    const choosers: Readonly<Record<keyof typeof all, Chooser>> = {
      plan: byPlan(fitChance(others, 'held out')),
      worklist: byWorklist,
      chance: byChance,
    };
    const got = {
      plan: replay(world, choosers.plan),
      worklist: replay(world, choosers.worklist),
      chance: replay(world, choosers.chance),
    };
    for (const way of WAYS) all[way].push(got[way]);
    rows[name] = rowOf(got.plan, got.worklist, got.chance);
  }
  const [plan, worklist, chance] = WAYS.map((way) => sumOf(all[way]));
  if (!plan || !worklist || !chance) throw new Error('nothing was replayed');
  rows['all'] = rowOf(plan, worklist, chance);
  console.table(rows);
  return {
    ours: share(plan.flaggedAfter.get(8), plan.hidden),
    peers: {
      worklist: share(worklist.flaggedAfter.get(8), plan.hidden),
      chance: share(chance.flaggedAfter.get(8), plan.hidden),
    },
    unit: 'share of the shells not flagged at the start that is flagged after 8 weeks',
    reachableShare: {
      2: share(plan.flaggedAfter.get(2), plan.reachable),
      8: share(plan.flaggedAfter.get(8), plan.reachable),
    },
    afterTwoWeeks: share(plan.flaggedAfter.get(2), plan.hidden),
    honestFlaggedPercent: Math.round((10_000 * plan.honestFlagged) / plan.honest) / 100,
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
  };
};

const NO_MONEY = '9999-12';
const WAYS = ['plan', 'worklist', 'chance'] as const;

const share = (part = 0, whole = 0): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000);

const rowOf = (plan: Replayed, worklist: Replayed, chance: Replayed) => ({
  hidden: plan.hidden,
  'with money': plan.withMoney,
  reachable: plan.reachable,
  'plan 2, 8 weeks': after(plan),
  'worklist 2, 8': after(worklist),
  'chance 2, 8': after(chance),
  'honest flagged': `${plan.honestFlagged}, ${worklist.honestFlagged}, ${chance.honestFlagged} of ${plan.honest}`,
  'honest asked': `${Math.round((1000 * plan.honestAsked) / plan.honest) / 10} %`,
  'not found, chosen': `${plan.visits.chosen.notFound} of ${plan.visits.chosen.made}`,
  'not found, drawn': `${plan.visits.drawn.notFound} of ${plan.visits.drawn.made}`,
});

const after = ({ flaggedAfter }: Replayed): string => `${flaggedAfter.get(2)}, ${flaggedAfter.get(8)}`;

function sumOf(all: readonly Replayed[]): Replayed {
  const sum = (count: (one: Replayed) => number) => all.reduce((total, one) => total + count(one), 0);
  const visits = (how: 'chosen' | 'drawn') => ({
    made: sum((one) => one.visits[how].made),
    notFound: sum((one) => one.visits[how].notFound),
  });
  return {
    hidden: sum(({ hidden }) => hidden),
    reachable: sum(({ reachable }) => reachable),
    withMoney: sum(({ withMoney }) => withMoney),
    flaggedAfter: new Map([2, 8].map((week) => [week, sum((one) => one.flaggedAfter.get(week) ?? 0)])),
    honestFlagged: sum(({ honestFlagged }) => honestFlagged),
    honest: sum(({ honest }) => honest),
    honestAsked: sum(({ honestAsked }) => honestAsked),
    visits: { chosen: visits('chosen'), drawn: visits('drawn') },
  };
}
