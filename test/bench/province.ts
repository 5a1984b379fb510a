import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { surveyProvince } from '#functions/survey-province/survey-province.ts';
import { logger } from '#shared/runtime/log.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { batchWrite } from '#shared/tables/batch-write.ts';
import { filesTable } from '#shared/tables/files.ts';
import { shardOf } from '#shared/tables/shards.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { writeProvince } from './embedded/province.ts';
import type { Bench } from './result.ts';

/** As many companies are really read, verified and assessed; the province has copies of them under other codes. */
const RUN = 200;
const COMPANIES = 10_000;

/**
 * What the work over a whole province keeps in memory at most, in MB above the memory before it, by the size of the
 * province, pages under work included: the real reads over tables in memory.
 */
export const bench: Bench = async ({ companies = COMPANIES }) => {
  logger.setLogLevel('SILENT');
  const run = await someCompanies();
  await copied(run, companies);
  const memory = watched(run.db);
  const assessments = assessmentsTable(memory.db, run.names.get('assessments') ?? '');
  const files = filesTable(run.db, run.names.get('files') ?? '');
  const seen = {
    async eachSample(visit: Parameters<typeof assessments.eachSample>[0]) {
      await assessments.eachSample(visit);
      memory.look();
    },
  };
  const works = {
    survey: () => surveyProvince({ assessments: seen, files, assess: async () => {}, now: () => run.clock.now }),
    report: () => assessments.countByState(),
    register: () => assessments.searched(),
    sweep: () => assessments.due('9999'),
  };
  const peakMB: Record<string, number> = {};
  const seconds: Record<string, number> = {};
  const requests: Record<string, number> = {};
  for (const [name, work] of Object.entries(works)) {
    const measured = await memory.during(work);
    peakMB[name] = Math.round(measured.peakBytes / 1e5) / 10;
    seconds[name] = Math.round(measured.milliseconds / 100) / 10;
    requests[name] = measured.requests;
  }
  return {
    ours: Math.max(...Object.values(peakMB)),
    peers: {},
    unit: 'MB',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    companies,
    peakMB,
    seconds,
    requests,
  };
};

async function someCompanies(): Promise<FlowRun> {
  const folder = temporaryFolder('province');
  try {
    writeProvince(folder, RUN);
    const run = await flow();
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.csv'),
    ))
      await run.drop(path, readFileSync(join(folder, path)));
    await run.settle();
    return run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the assessments again under other codes until there are as many. */
async function copied({ db, names }: FlowRun, companies: number): Promise<void> {
  const TableName = names.get('assessments') ?? '';
  const { Items: items = [] } = await db.send(new ScanCommand({ TableName }));
  for (let copy = 1; copy * items.length < companies; copy += 1) {
    const others = items.map((item, n) => {
      const enterpriseCode = String(10_000_000_000 + copy * items.length + n).slice(1);
      return { ...item, enterpriseCode, ...indexed(enterpriseCode, item) };
    });
    await batchWrite(db, TableName, others, ({ enterpriseCode }) => enterpriseCode);
  }
}

const indexed = (enterpriseCode: string, item: Readonly<Record<string, unknown>>) => ({
  dueShard: shardOf(enterpriseCode),
  dueAt: `${String(item['nextCheckOn'])}#${enterpriseCode}`,
});

/**
 * A client that looks at the memory at each tenth request. While work is measured it answers what the tables answered
 * before, from outside of the heap, because the tables of this process keep more with each request.
 */
function watched(tables: DynamoDBDocumentClient) {
  const answers = new Map<string, Buffer>();
  let [requests, peak] = [0, 0];
  const used = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  };
  const look = (): void => void (peak = Math.max(peak, used()));
  const send = async (command: { readonly input: object }): Promise<unknown> => {
    const asked = JSON.stringify(command.input);
    requests += 1;
    if (requests % 10 === 0) look();
    const known = answers.get(asked);
    if (known) return deserialize(known);
    const { Items, LastEvaluatedKey, Item } = (await tables.send(command as never)) as Record<string, unknown>;
    const answer = { Items, LastEvaluatedKey, Item };
    answers.set(asked, serialize(answer));
    return answer;
  };
  return {
    db: Object.assign(Object.create(tables) as DynamoDBDocumentClient, { send }),
    look,
    async during(work: () => Promise<unknown>) {
      await work();
      const before = used();
      [requests, peak] = [0, before];
      const started = performance.now();
      const kept = await work();
      const milliseconds = performance.now() - started;
      look();
      return { kept, requests, peakBytes: peak - before, milliseconds };
    },
  };
}
