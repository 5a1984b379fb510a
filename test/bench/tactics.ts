import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '#shared/domain/risk/assess.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { commandLine } from '#test/support/command-line.ts';
import { type Plan, TACTIC_PLANS, planOf } from '#test/support/rule-readers/tactic-plans.ts';
import { withRuleReaders } from '#test/support/rule-readers/plant.ts';
import { withoutOptionalFeeds } from '#test/support/thinned-world.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

const SEEDS = [41, 42];
const SHARE = 0.02;
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'tactics.md');
const [BEGIN, END] = ['<!-- figures: npm run prove -- tactics --write -->', '<!-- end of figures -->'];

/** Each tactic is measured alone, because ties of one tactic would reveal shells of another. */
const TACTICS: readonly Plan[] = [
  planOf('pass on within minutes, keep nothing', { holdMinutes: [2, 15], keeps: [0, 4] }),
  ...TACTIC_PLANS,
  planOf('rent an account of a company that trades', { months: [1, 2], holdMinutes: [2, 20], rents: true }),
  planOf('buy a company with its history', {
    months: [1, 2],
    holdMinutes: [2, 20],
    ageDays: [800, 1500],
    bought: true,
  }),
  planOf('insure five and declare a third', { months: [6, 11], declares: [30, 40], insures: [5, 5] }),
];

/**
 * `npm run prove -- tactics [--write]`: how many shells of each tactic are caught; `--write` puts the table into
 * `docs/tactics.md`.
 */
async function main(isWritten: boolean): Promise<void> {
  const world = await worldFacts(REAL_PROVINCE, AS_OF);
  const rows = TACTICS.map((plan) => {
    const planted = SEEDS.flatMap((seed) => withRuleReaders(world, seed, SHARE, [plan]));
    const [withFeeds, without] = [caught(planted), caught(planted.map(withoutOptionalFeeds))];
    const reporting = `${withFeeds.reporting} of ${withFeeds.shells}`;
    return `| ${plan.name} | ${reporting} | ${percent(withFeeds)} | ${percent(without)} |`;
  });
  const table = [
    `Rule set ${RULE_SET.version}, seeds ${SEEDS.join(', ')}, half of the accounts silent.`,
    '',
    '| Tactic | Shells whose bank reports | Flagged (watched or flagged) with optional feeds | Without them |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
  console.log(table);
  if (!isWritten) return;
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the figures`);
  writeFileSync(PAGE, `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`);
}

interface Caught {
  /** Whether the shells' bank reports their flows. */
  readonly reporting: number;
  readonly shells: number;
  readonly flagged: number;
  readonly watched: number;
}

function caught(planted: readonly WorldCompany[]): Caught {
  const size = planted.length / SEEDS.length;
  const worlds = SEEDS.map((_, n) => planted.slice(n * size, (n + 1) * size));
  const shells = worlds.flatMap((companies) =>
    withBands(companies).flatMap((facts, n) => {
      const { shell = false, seen = false } = companies[n] ?? {};
      return shell ? [{ seen, verdict: assess(facts).verdict }] : [];
    }),
  );
  const verdicts = shells.map(({ verdict }) => verdict);
  const flagged = verdicts.filter((verdict) => verdict === 'flagged').length;
  return {
    shells: verdicts.length,
    reporting: shells.filter(({ seen }) => seen).length,
    flagged,
    watched: flagged + verdicts.filter((verdict) => verdict === 'watch').length,
  };
}

const percent = ({ shells, flagged, watched }: Caught): string =>
  `${Math.round((100 * flagged) / shells)} % (${Math.round((100 * watched) / shells)} %)`;

const { values } = commandLine('npm run prove -- tactics [--write]', {
  options: { write: { type: 'boolean', default: false } },
});
await main(values.write);
