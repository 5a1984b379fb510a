import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { kindsOfUsage, type BilledUsage, usd } from './billing/prices.ts';
import { usageOf } from './billing/usage-of.ts';
import { sentAgainByHubs } from './embedded/hub-growth.ts';
import { FEEDS_BUT_REGISTRATIONS, writeProvince } from './embedded/province.ts';
import { type Phase, runFlow } from './embedded/run-flow.ts';
import type { Bench } from './result.ts';

const RUN = 1000;
const MORE = 50;
const SIZES = [10_000, 100_000, 1_000_000];

/**
 * US$ a million registrations by the size of the province, counted as `cost` counts them. 1,000 companies are really run,
 * hubs that grow with the province among them. The larger sizes are modelled from that run: what a company's own rows,
 * people, values and notices take is the same, files and index pages hold as many companies; what could grow is how often
 * the change of a hub's band sends its members to be assessed again. That is counted for hubs of each size by the real
 * bands, uncoalesced, and priced as the run's own assessments. Not in the ratio, but beside it: `oneMoreFile`, the cost of
 * each of 50 registrations that come in a file of their own into a standing province, really run at 1,000 and modelled by
 * the share of the province (`sweptByOneFile`) that the end of such a file sends to be assessed again.
 */
export const bench: Bench = async () => {
  const folder = temporaryFolder('growth');
  try {
    const inboxes = ['others', 'registrations', 'more'].map((name) => join(folder, name));
    const [others = '', registrations = '', more = ''] = inboxes;
    writeProvince(others, RUN + MORE, { feeds: FEEDS_BUT_REGISTRATIONS });
    const arrivals = writeProvince(registrations, RUN + MORE, { feeds: ['registrations'], to: RUN });
    writeProvince(more, RUN + MORE, { feeds: ['registrations'], from: RUN });
    const { phases, indexes } = await runFlow(inboxes, { recorded: true });
    const [before, whole, file] = phases;
    if (!before || !whole || !file) throw new Error('three phases were run');
    usageOf(before, indexes, before.files);
    const each = scaled(usageOf(whole, indexes, arrivals), 1 / RUN);
    const assessment = scaled(usageOf(assessing(whole), indexes, 0), 1 / assessmentsIn(whole));
    const oneMore = usd(scaled(usageOf(file, indexes, 1), 1 / MORE)) * 1e6;
    const swept = Math.max(0, assessmentsIn(file) - MORE * (assessmentsIn(whole) / RUN)) / RUN;
    const again = usd(scaled(usageOf(assessing(file), indexes, 0), 1 / assessmentsIn(file))) * 1e6;
    const byFile = [RUN, ...SIZES].map((size) => [
      String(size),
      round(oneMore + ((size - RUN) / MORE) * swept * again),
    ]);

    const atRun = usd(each) * 1e6;
    const modelled = SIZES.map((size) => {
      const extra = sentAgainByHubs(size) - sentAgainByHubs(RUN);
      return [String(size), atRun + extra * usd(assessment) * 1e6] as const;
    });
    const costs = [[String(RUN), atRun] as const, ...modelled];
    const figures = costs.map(([, cost]) => cost);
    return {
      ours: round(figures.at(-1) ?? Number.NaN),
      peers: {},
      ratio: round(Math.max(...figures) / Math.min(...figures)),
      unit: 'US$ a million',
      at: new Date().toISOString(),
      rssMB: Math.round(process.memoryUsage().rss / 1e6),
      bySize: Object.fromEntries(costs.map(([size, cost]) => [size, round(cost)])),
      really: RUN,
      assessmentsEach: round(assessmentsIn(whole) / RUN),
      oneMoreFile: Object.fromEntries(byFile),
      sweptByOneFile: round(swept),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const ASSESSES = /^AssessCompany/u;

const assessing = (phase: Phase): Phase => ({
  ...phase,
  invocations: phase.invocations.filter((one) => ASSESSES.test(one.function)),
  exchanges: phase.exchanges.filter(({ caller }) => caller !== undefined && ASSESSES.test(caller)),
  logBytes: 0,
});

const assessmentsIn = (phase: Phase): number =>
  assessing(phase).exchanges.filter(
    ({ action, ok, request }) => action === 'PutItem' && ok && request.includes('"assessmentId"'),
  ).length;

function scaled(usage: BilledUsage, by: number): BilledUsage {
  const made = { ...usage };
  for (const kind of kindsOfUsage) made[kind] *= by;
  return made;
}

const round = (value: number): number => Math.round(value * 100) / 100;
