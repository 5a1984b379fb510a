import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Call } from './call.ts';
import { clientsOf, credentialsFor } from './clients.ts';
import { deploy, type Mapping } from './deploy.ts';
import { dropFiles } from './drop-files.ts';
import { endpointVariables, startEngines } from './engines.ts';
import { eventSources, MOST_SANDBOXES } from './event-sources.ts';
import { deadLettersOf, parkedIn } from './failures.ts';
import { findFiles } from './find-files.ts';
import { sandbox } from './lambda.ts';
import { progressSentence } from './progress-sentence.ts';
import { removeResources } from './remove-resources.ts';
import type { Screen } from './screen.ts';
import { isDelivery, serve } from './serve/serve.ts';
import { synthesise } from './synthesise.ts';
import { readStack } from './template.ts';

/** What a finished run leaves for whoever writes its results. */
export interface FinishedRun {
  readonly db: DynamoDBDocumentClient;
  readonly s3: S3Client;
  /** Physical names by what the functions' environment calls them: `COMPANIES_TABLE` is `companies`. */
  readonly tables: Record<string, string>;
  readonly buckets: Record<string, string>;
  readonly out: string;
  readonly leftAlone: string[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly asOf: string;
  /** Codes of the measures that are on, by commas. */
  readonly measures: string;
  readonly snapshot?: string;
}

export interface Outcome<Summary> {
  readonly summary: Summary;
  /** One Vietnamese sentence for each thing that failed; empty in a sound run. */
  readonly failures: readonly string[];
}

interface Surroundings<Summary> {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly screen: Screen;
  readonly signal: AbortSignal;
  writeResults(run: FinishedRun): Promise<Summary>;
  /** Told once the results are written; a run that serves goes on until the signal. */
  report(outcome: Outcome<Summary>): void;
}

/** The whole embedded run: engines, stack, files, queues until quiet, the daily sweep, results; then it serves if it is asked to. */
export async function run<Summary>(call: Call, surroundings: Surroundings<Summary>): Promise<void> {
  const { root, environment, screen, signal } = surroundings;
  const startedAt = Date.now();
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });

  screen.step('Khởi động kho dữ liệu, hàng đợi và các hàm…');
  const [engines, synthesised, { files, leftAlone }] = await Promise.all([
    startEngines(environment),
    synthesise(root, join(cache, 'cdk.out.local'), call.asOf, signal),
    findFiles(call.inbox),
  ]);
  const credentials = credentialsFor(engines.own, environment);
  const clients = clientsOf(engines.endpoints, credentials);
  const stack = readStack(synthesised.template, PSEUDO_PARAMETERS);
  const suffix = engines.own ? '' : `-${startedAt.toString(36)}`;
  const log = createWriteStream(environment['HAUKIEM_LOG'] ?? join(cache, 'local-run.log'));
  const variables = {
    ...endpointVariables(engines.endpoints),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };

  const work = async (): Promise<void> => {
    const deployed = await deploy(stack, clients, { suffix, assetOf: synthesised.assetOf });
    const sandboxes = { log, variables };
    const sources = eventSources(clients.sqs, deployed.mappings, ({ target }) => sandbox(target, sandboxes), {
      most: (mapping) => (isDelivery(deployed, mapping) ? MOST_ENDPOINTS : MOST_SANDBOXES),
      // What is to be delivered has settled already: it doesn't wait for what others are deciding meanwhile.
      waits: (mapping) => !isDelivery(deployed, mapping),
    });
    const served = call.serve && (await serve({ ...call.serve, clients, deployed, sandboxes, cache, suffix }));
    const counts = (mapping: Mapping) => !served || !isDelivery(deployed, mapping);
    const ticker = setInterval(() => screen.now(progressSentence(sources.progress, deployed.queueUrls)), 200);
    try {
      screen.step(`Nạp ${files.length} tệp từ ${call.inbox}`);
      const bucket = deployed.buckets['inbox'] ?? '';
      await dropFiles(clients, { inbox: call.inbox, files, bucket }, deployed.announcements);
      await sources.drain(counts);
      for (const { queueUrl, input } of deployed.schedules) {
        await clients.sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: input }));
      }
      await sources.drain(counts);
      screen.now(progressSentence(sources.progress, deployed.queueUrls));
    } finally {
      clearInterval(ticker);
    }
    const going = served?.untilStopped(sources, signal);
    if (!served) await sources.close();
    screen.step(`Ghi kết quả vào ${call.out}`);
    const db = DynamoDBDocumentClient.from(clients.dynamodb);
    const summary = await surroundings.writeResults({
      db,
      s3: clients.s3,
      tables: { ...deployed.tables },
      buckets: { ...deployed.buckets },
      out: call.out,
      leftAlone: [...leftAlone],
      startedAt,
      asOf: call.asOf,
      measures: deployed.settings['MEASURES'] ?? '',
      ...(call.snapshot !== undefined && { snapshot: call.snapshot }),
    });
    surroundings.report({
      summary,
      failures: [...(await deadLettersOf(clients.sqs, deployed, sources)), ...(await parkedIn(db, deployed))],
    });
    if (!served) return;
    screen.step(`API của nơi nhận: ${served.url} (Ctrl-C để dừng)`);
    try {
      await going;
    } finally {
      await served.close();
    }
  };

  try {
    await Promise.race([work(), engines.broken]);
  } finally {
    if (!engines.own) await removeResources(stack, clients);
    log.end();
    await engines.stop();
  }
}

/** A dead endpoint keeps one sandbox waiting. */
const MOST_ENDPOINTS = 8;
export const PSEUDO_PARAMETERS = {
  'AWS::Region': 'ap-southeast-1',
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'haukiem-local',
};
