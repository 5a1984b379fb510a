import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { bundleSteps } from '#test/simulation/bundle.ts';
import { Chance } from '#test/simulation/chance.ts';
import { tick } from '#test/simulation/until.ts';
import { drop } from '#test/simulation/dropping.ts';
import { api } from '#test/simulation/receivers.ts';
import type { Stage } from '#test/simulation/play.ts';
import { composer, setStage } from '#test/simulation/stage.ts';
import { AS_OF } from '#test/simulation/scenario.ts';
import { type SystemDesign, systemDesign } from '#test/simulation/system.ts';
import { holdTime } from '#test/simulation/virtual.ts';
import { World } from '#test/simulation/world.ts';
import { StoredResult } from '#shared/tables/assessment-item.ts';
import { accounts, code, flows, identities, registrations } from '#test/support/sample-feeds.ts';
import type { Bench } from './result.ts';

const prod = stageConfig('prod');

const CACHE = join(import.meta.dirname, '..', '..', '.cache');
const SECOND_MS = 1000;
const A_DAY_MS = 86_400 * SECOND_MS;
const SETTLED_WITHIN_MINUTES = 30;

const COMPANY = { code: code(1), person: 'Trần Văn Mượn', document: '033085000123', registeredOn: '15/10/2025' };
const ACCOUNT = { bank: '970436', accountNumber: '0001112223' };

/**
 * The facts before the alert: a young company, its representative's police record, and an account that somebody else
 * uses.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'registrations/1.csv': registrations(COMPANY),
  'identities/1.csv': identities(`${COMPANY.document},CCCD,${COMPANY.person},12/03/1985,Nam,BINH_THUONG,,,`),
  'accounts/970436/1.csv': accounts(
    `970436,${ACCOUNT.accountNumber},${COMPANY.code},CÔNG TY TNHH MẪU,${COMPANY.person},${COMPANY.document},0912345678,20/10/2025,1`,
  ),
};

/** The flows of one day, week or month in which 900 million came in and 890 left within minutes. */
const passedIn = (period: string) => (world: World) =>
  drop(world, {
    key: 'accounts/970436/flows.csv',
    text: flows(`970436,${ACCOUNT.accountNumber},${period},900000000,890000000,60,4`),
  });

const reported = (world: World) =>
  api(world, 'bank#970436', 'POST', '/v1/suspicious-accounts', { body: { ...ACCOUNT, code: 3, on: '2025-12-30' } });

/** The ways in which a bank reports soon, each with the finding that must follow. */
const ALERTS = {
  day: { comes: passedIn('2025-12-30'), finding: 'PASS_THROUGH' },
  week: { comes: passedIn('2025-W52'), finding: 'PASS_THROUGH' },
  report: { comes: reported, finding: 'LISTED_BY_BANK' },
} as const;

/**
 * Measures the minutes from a bank's alert to the verdict, to the flag, which waits for a survey where the evidence is of
 * one sender, and from there to the notices, with the deployed functions on a virtual clock, the queues' delays, Lambda's longest wait for a fuller batch, and production's settling
 * time. `ours` is the slowest way.
 */
export const bench: Bench = async () => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  mkdirSync(CACHE, { recursive: true });
  const bundles = mkdtempSync(join(CACHE, 'alert-path-'));
  try {
    await bundleSteps(bundles);
    const { settlingSeconds, coalescing } = prod;
    const design = withWindows(await systemDesign(bundles, { settlingSeconds, coalescing, rulesClock: AS_OF }));
    const stage = setStage();
    const figures: Record<string, Record<string, number>> = {};
    for (const [name, alert] of Object.entries(ALERTS))
      figures[name] = await minutesOf(alert, design, { stage, bundles });
    return {
      ours: Math.max(...Object.values(figures).map(({ toVerdict = Number.NaN }) => toVerdict)),
      peers: {},
      unit: 'min to the verdict',
      at: new Date().toISOString(),
      rssMB: Math.round(process.memoryUsage().rss / 1e6),
      ...figures,
    };
  } finally {
    rmSync(bundles, { recursive: true });
  }
};

/** Lambda may wait this long for a fuller batch, and here it always does. */
const withWindows = (design: SystemDesign): SystemDesign => ({
  ...design,
  queues: design.queues.map((queue) => {
    const reader = design.steps.find(({ reads }) => reads?.queue === queue.url);
    return { ...queue, delaySeconds: queue.delaySeconds + (reader?.reads?.windowSeconds ?? 0) };
  }),
});

async function minutesOf(
  { comes, finding }: (typeof ALERTS)[keyof typeof ALERTS],
  design: SystemDesign,
  { stage, bundles }: { readonly stage: Stage; readonly bundles: string },
): Promise<Record<string, number>> {
  let verdictAt: number | undefined;
  let flaggedAt: number | undefined;
  const noticesAt = new Map<unknown, number>();
  const world: World = new World({
    design,
    chance: new Chance(0, { most: 0 }),
    temper: 0,
    compose: composer({ bundles, sound: bundles }, design),
    watch: (table, _, after) => {
      if (after === undefined) return;
      if (table.includes('TablesAssessmentsTable')) {
        const { verdict, findings } = StoredResult.parse(after);
        if (JSON.stringify(findings).includes(finding)) verdictAt ??= world.now();
        if (verdict === 'flagged') flaggedAt ??= world.now();
      }
      const { receiver } = after;
      if (table.includes('TablesNoticesTable') && !noticesAt.has(receiver)) noticesAt.set(receiver, world.now());
    },
  });
  stage.world = world;
  holdTime(world);
  try {
    for (const [key, text] of Object.entries(KNOWN)) drop(world, { key, text });
    await world.settle();
    tick(world);
    await world.settle();
    world.pass(A_DAY_MS);
    const cameAt = world.now();
    if (verdictAt !== undefined || noticesAt.size > 0) throw new Error(`flagged before ${finding} was reported`);
    world.arrivals.push(async () => void (await comes(world)));
    await world.settle();
    // What settles waits by the clock of each minute
    for (let minute = 0; minute < SETTLED_WITHIN_MINUTES; minute += 1) {
      world.pass(60 * SECOND_MS);
      tick(world, (queueUrl) => queueUrl.includes('due-deliveries'));
      await world.settle();
    }
    return figuresOf(cameAt, { verdictAt, flaggedAt }, noticesAt);
  } finally {
    holdTime(undefined);
    stage.world = undefined;
  }
}

interface JudgedAt {
  readonly verdictAt: number | undefined;
  readonly flaggedAt: number | undefined;
}

/** @throws {Error} where the alert led to no verdict */
function figuresOf(cameAt: number, { verdictAt, flaggedAt }: JudgedAt, noticesAt: ReadonlyMap<unknown, number>) {
  if (verdictAt === undefined) throw new Error('the alert led to no verdict');
  const fromThere = (receiver: string, name: string) => {
    const at = noticesAt.get(receiver);
    return at === undefined ? {} : { [name]: minutes(at - (flaggedAt ?? verdictAt)) };
  };
  return {
    toVerdict: minutes(verdictAt - cameAt),
    ...(flaggedAt !== undefined && { toFlag: minutes(flaggedAt - cameAt) }),
    ...fromThere('police', 'fromThereToPolice'),
    ...fromThere('bank#970436', 'fromThereToBank'),
  };
}

const minutes = (milliseconds: number): number => Math.round(milliseconds / 6 / SECOND_MS) / 10;
