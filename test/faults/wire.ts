import { join } from 'node:path';
import { readCall } from '#infra/local/call.ts';
import { startEngines } from '#infra/local/engines.ts';
import { writeResults } from '#infra/local/results/write-results.ts';
import { type RunOutcome, run } from '#infra/local/run.ts';
import { screen } from '#infra/local/screen.ts';
import { type Faults, lossyProxy } from '#test/support/lossy-proxy.ts';

/** All kinds of faults between functions and engines, with high probabilities. */
export const BAD_WIRE: Faults = { answerLost: 0.3, askedInVain: 0.15, throttled: 0.15, partly: 0.3, twice: 0.15 };

const root = join(import.meta.dirname, '..', '..');

/** The result of a run over a faulty network: the failures as sentences, and the number of each fault. */
export interface WireRun {
  readonly failures: readonly string[];
  readonly befell: Readonly<Record<keyof Faults, number>>;
}

/** Runs `npm start` on an inbox, with network faults between the functions and the engines. */
export async function runOverWire(
  folders: { readonly inbox: string; readonly out: string },
  faults: Faults,
  seed: number,
): Promise<WireRun> {
  const engines = await startEngines({});
  const { dynamodb, sqs, s3, secretsManager } = engines.endpoints;
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
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: tables.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    AWS_ENDPOINT_URL_S3: objects.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager,
  };
  const failures: string[] = [];
  try {
    const call = readCall(
      ['--inbox', folders.inbox, '--out', folders.out, '--as-of', '2025-12-31'],
      { root, cwd: root },
      new Date(),
    );
    await run(call, {
      root,
      environment,
      screen: screen(process.stderr),
      signal: new AbortController().signal,
      writeResults,
      report: (outcome: RunOutcome<string>) => failures.push(...outcome.failures),
    });
  } finally {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
    await engines.stop();
  }
  const befell = { answerLost: 0, askedInVain: 0, throttled: 0, partly: 0, twice: 0 };
  for (const proxy of proxies)
    for (const name of Object.keys(befell) as (keyof Faults)[]) befell[name] += proxy.befell[name];
  return { failures, befell };
}
