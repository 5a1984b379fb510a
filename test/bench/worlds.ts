import { basename } from 'node:path';
import { metricsOf } from '#infra/research/back-test/metrics.ts';
import { addMonths } from '#shared/domain/vietnamese/dates.ts';
import { type CrimeWindow, crimeWindowOf } from '#shared/domain/risk/crime-window.ts';
import { assessedIn } from '#test/support/insiders/judge-attack.ts';
import { asOfIn } from '#test/support/world-facts/as-of.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';
import type { Bench } from './result.ts';

/** The honest companies that were households until the lump-sum tax ended. */
const OF_THE_WAVE = /^hkd:/u;

/**
 * `npm run bench -- worlds --world DIR …`: the verdicts on labelled worlds from their files, without the queues: precision,
 * recall, order, honest companies that are flagged, and of each kind of shell how many are flagged of how many.
 */
export const bench: Bench = async ({ worlds = [] }) => {
  if (worlds.length === 0) throw new Error('worlds needs the folder of a labelled world: --world DIR');
  const figures: Record<string, Readonly<Record<string, number | string>>> = {};
  for (const folder of worlds) figures[basename(folder)] = figuresOf(await worldFacts(folder, await asOfIn(folder)));
  console.table(figures);
  const recalls = Object.values(figures).map(({ R }) => Number(R));
  return {
    ours: Math.min(...recalls),
    peers: {},
    unit: 'lowest recall',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
  };
};

function figuresOf(world: readonly WorldCompany[]): Readonly<Record<string, number | string>> {
  const got = assessedIn(world);
  const all = world.map((company) => {
    const { score = 0, verdict = 'clear', findings = [] } = got.get(company.facts.enterpriseCode)?.surveyed ?? {};
    const window = crimeWindowOf({ ...company.facts, bands: [] }, { verdict, findings });
    return { company, score, verdict, window };
  });
  const { precision, recall, averagePrecision } = metricsOf(
    all.map(({ company: { facts, shell }, score, verdict }) => ({
      enterpriseCode: facts.enterpriseCode,
      shell,
      score,
      verdict,
    })),
    all.length,
  );
  const flagged = all.filter(({ verdict }) => verdict === 'flagged');
  const honest = flagged.filter(({ company }) => !company.shell);
  const kinds = Map.groupBy(
    world.filter(({ shell }) => shell),
    ({ kind, told }) => (told === undefined ? kind : `${kind} ${told ? 'told' : 'silent'}`),
  );
  const found = flagged.filter(({ company }) => company.shell);
  const overlaps = found.flatMap(({ company, window }) => overlapOf(company, window) ?? []);
  return {
    P: rounded(precision),
    R: rounded(recall),
    AP: rounded(averagePrecision),
    honest: honest.length,
    wave: `${honest.filter(({ company }) => OF_THE_WAVE.test(company.why)).length} of ${world.filter(({ why }) => OF_THE_WAVE.test(why)).length}`,
    overlap: rounded(overlaps.reduce((sum, one) => sum + one, 0) / Math.max(1, overlaps.length)),
    kinds: [...kinds]
      .map(([kind, some]) => `${kind} ${found.filter(({ company }) => some.includes(company)).length}/${some.length}`)
      .join(', '),
  };
}

/**
 * The months that the window and the crime share, of those of either, as far as banks can have told them; undefined where
 * others' money is not known to have run, or no bank tells of it.
 */
function overlapOf({ crime, seen, told = seen, facts }: WorldCompany, window: CrimeWindow | undefined) {
  if (!crime || told !== true) return undefined;
  const until = Object.values(facts.coverage.flows).reduce((last, { to }) => (to > last ? to : last), '');
  const real = Object.keys(crime.months).filter((month) => month <= until);
  if (real.length === 0) return undefined;
  const said: string[] = [];
  if (window)
    for (let day = window.from; day <= window.to; day = addMonths(`${day.slice(0, 7)}-01`, 1))
      said.push(day.slice(0, 7));
  const both = real.filter((month) => said.includes(month)).length;
  return both / (real.length + said.length - both);
}

const rounded = (share = 0): number => Math.round(1000 * share) / 1000;
