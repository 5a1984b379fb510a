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
 * recall, order, honest companies that are flagged, and of each kind of shell how many are flagged of how many: where a bank tells of
 * others' money, where all banks are silent, and where no such money has come yet.
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
  const found = flagged.filter(({ company }) => company.shell);
  const kinds = [
    ...Map.groupBy(
      all.filter(({ company }) => company.shell),
      ({ company: { kind } }) => kind,
    ),
  ];
  const overlaps = found.flatMap(({ company, window }) => overlapOf(company, window) ?? []);
  return {
    P: rounded(precision),
    R: rounded(recall),
    AP: rounded(averagePrecision),
    honest: honest.length,
    wave: `${honest.filter(({ company }) => OF_THE_WAVE.test(company.why)).length} of ${world.filter(({ why }) => OF_THE_WAVE.test(why)).length}`,
    overlap: rounded(overlaps.reduce((sum, one) => sum + one, 0) / Math.max(1, overlaps.length)),
    ...Object.fromEntries(
      (['told', 'silent', 'not begun'] as const).map((what) => {
        const some = kinds.map(
          ([kind, ofKind]) => [kind, ofKind.filter(({ company }) => toldOf(company) === what)] as const,
        );
        const shares = some
          .filter(([, { length }]) => length > 0)
          .map(([kind, those]) => `${kind} ${those.filter((one) => found.includes(one)).length}/${those.length}`);
        return [what, shares.join(', ')];
      }),
    ),
  };
}

/**
 * Whether a bank tells a month of others' money, every bank is silent about it, or no such money has come yet, so that
 * only the company's papers can show anything.
 */
function toldOf({ crime, told, facts: { accounts } }: WorldCompany): 'told' | 'silent' | 'not begun' {
  if (!crime) return 'not begun';
  const isTold = accounts.some(({ flows }) => flows.some(({ period }) => crime.months[period] !== undefined));
  return (told ?? isTold) ? 'told' : 'silent';
}

/** The months that the window and the crime share, of those of either up to the last that banks report; undefined where none tells. */
function overlapOf(company: WorldCompany, window: CrimeWindow | undefined) {
  const { crime, facts } = company;
  if (!crime || toldOf(company) !== 'told') return undefined;
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
