import { join } from 'node:path';
import { readCommandLine } from '#infra/local/command-line.ts';
import { startEngines } from '#infra/local/engines.ts';
import { writeResults } from '#infra/local/results/write-results.ts';
import { type RunOutcome, run } from '#infra/local/run.ts';
import { progressDisplay } from '#infra/local/screen.ts';
import { type Faults, lossyProxy, NO_FAULTS } from '#test/support/lossy-proxy.ts';

/** All kinds of faults between functions and engines. @param rate the share of answers to writes that are lost */
export const wireOf = (rate: number): Faults => ({
  answerLost: rate,
  askedInVain: rate / 2,
  throttled: rate / 2,
  partly: rate,
  twice: rate / 2,
  cutOff: rate / 3,
  // Each one delays its messages by seconds
  notReceived: rate / 5,
  short: rate,
});

/** The same faults, frequent enough that one run of the sample has hundreds. */
export const BAD_WIRE: Faults = wireOf(0.1);

/** The name in the credentials of the runner, which makes tables, queues and buckets. */
const RUNNER = 'local';

const root = join(import.meta.dirname, '..', '..');

/** The result of a run over a faulty network: the failures as sentences, and the number of each fault. */
export interface WireRun {
  readonly failures: readonly string[];
  readonly befell: Readonly<Record<keyof Faults, number>>;
}

interface Folders {
  readonly inbox: string;
  readonly out: string;
}

/** Runs `npm start` on an inbox with engines of its own, which it asks without a network. @returns the failures */
export const runWithoutWire = (folders: Folders): Promise<readonly string[]> => runIn(process.env, folders);

async function runIn(environment: NodeJS.ProcessEnv, { inbox, out }: Folders) {
  const failures: string[] = [];
  const options = readCommandLine(
    ['--inbox', inbox, '--out', out, '--as-of', '2025-12-31'],
    { root, cwd: root },
    new Date(),
  );
  await run(options, {
    root,
    environment,
    screen: progressDisplay(process.stderr),
    signal: new AbortController().signal,
    writeResults,
    report: (outcome: RunOutcome<string>) => failures.push(...outcome.failures),
  });
  return failures;
}

/**
 * Runs `npm start` on an inbox, with network faults between the functions and the engines.
 * @param others the variables with the addresses of other engines than those of `npm start`
 */
export async function runOverWire(
  folders: Folders,
  faults: Faults,
  seed: number,
  others: NodeJS.ProcessEnv = {},
): Promise<WireRun> {
  const engines = await startEngines(others);
  const { dynamodb, sqs, s3, secretsManager, kms } = engines.endpoints;
  // The runner itself drops files into the inbox bucket; functions write into the other one
  const isOurs = (path: string) => !path.startsWith('/haukiem-local-inbox') && !path.includes('inbox');
  const proxies = await Promise.all([
    lossyProxy(dynamodb, faults, seed),
    lossyProxy(sqs, faults, seed + 1),
    lossyProxy(s3, faults, seed + 2, isOurs),
  ]);
  const [tables, queues, objects] = proxies;
  const environment = {
    ...process.env,
    AWS_ACCESS_KEY_ID: RUNNER,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: tables.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    AWS_ENDPOINT_URL_S3: objects.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager,
    AWS_ENDPOINT_URL_KMS: kms,
  };
  const failures: string[] = [];
  try {
    failures.push(...(await runIn(environment, folders)));
  } finally {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
    await engines.stop();
  }
  const befell = { ...NO_FAULTS };
  for (const proxy of proxies)
    for (const name of Object.keys(befell) as (keyof Faults)[]) befell[name] += proxy.befell[name];
  return { failures, befell };
}
