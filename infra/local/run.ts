import type { PlannedQuestionLine } from '#shared/contracts/planned-question.ts';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { cacheFolder } from './cache-folder.ts';
import type { RunOptions } from './command-line.ts';
import { type Clients, clientsOf, credentialsFor } from './clients.ts';
import { REGION } from './region.ts';
import { deploy, type LocalDeployment, type EventSourceMapping } from './deploy.ts';
import { endpointVariables, startEngines } from './engines.ts';
import { findFiles, type RefusedFile } from './find-files.ts';
import { servicesOverPorts } from './in-process/services-over-ports.ts';
import { permissionsOf } from './permissions/permissions.ts';
import { followLog } from './rows-being-read.ts';
import { logOfNewRun } from './run-log.ts';
import { removeResources } from './create-resources.ts';
import { measureOffSentence, measuresOff } from './results/summary.ts';
import type { ProgressDisplay } from './screen.ts';
import { LOOPBACK } from './serve/listen.ts';
import { localIdentityProvider } from './serve/identity-provider.ts';
import { mailSink } from './serve/mail-sink.ts';
import { isDelivery, serve } from './serve/serve.ts';
import { sourcesOf } from './step-sources.ts';
import { synthesise } from './synthesise.ts';
import { readStack } from './template.ts';
import { workOff } from './work-off.ts';
import type { EventSources } from './event-sources.ts';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the person's browser. Without a browser it does nothing, because the screen also shows the address. */
function openBrowser(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}

/** The data of a finished run for the writer of its results. */
export interface FinishedRun {
  readonly db: DynamoDBDocumentClient;
  readonly s3: S3Client;
  /** Physical names by the names in the functions' environment: `companies` for `COMPANIES_TABLE`. */
  readonly tables: Readonly<Record<string, string>>;
  readonly buckets: Readonly<Record<string, string>>;
  readonly out: string;
  readonly leftAlone: readonly string[];
  /** Files of feeds that could not be dropped. */
  readonly refused: readonly RefusedFile[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly asOf: string;
  /** The codes of the measures that are on, separated by commas. */
  readonly measures: string;
  /** The file for the facts of all companies. */
  readonly snapshot?: string | undefined;
  /** The questions of earlier weeks. */
  readonly askedBefore: readonly PlannedQuestionLine[];
  readonly secrets: SecretsManagerClient;
  readonly settings: LocalDeployment['settings'];
}

export interface RunOutcome<Summary> {
  readonly summary: Summary;
  /** A Vietnamese sentence for each failure; empty in a successful run. */
  readonly failures: readonly string[];
}

interface RunContext<Summary> {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly screen: ProgressDisplay;
  readonly signal: AbortSignal;
  writeResults(run: FinishedRun): Promise<Summary>;
  /** Is called once the results are written; a serving run continues until the signal. */
  report(outcome: RunOutcome<Summary>): void;
}

/**
 * The whole embedded run: it starts the engines, makes the stack, drops the files, works through the queues, sends the
 * daily sweep and writes the results. Then it serves the desks and the API if asked to.
 */
export async function run<Summary>(call: RunOptions, context: RunContext<Summary>): Promise<void> {
  const { root, environment, screen, signal } = context;
  const startedAt = Date.now();
  const cache = cacheFolder();
  screen.step('Khởi động kho dữ liệu, hàng đợi và các hàm…');
  const [engines, synthesised, { files, leftAlone, refused }] = await Promise.all([
    startEngines(environment),
    synthesise(root, join(cache, 'cdk.out.local'), call, signal),
    findFiles(call.inbox),
  ]);
  const credentials = credentialsFor(engines.own, environment);
  const clients = clientsOf(engines.endpoints, credentials, servicesOverPorts(engines.ports()));
  const stack = readStack(synthesised.template, PSEUDO_PARAMETERS);
  const suffix = engines.own ? '' : `-${startedAt.toString(36)}`;
  const { log, beingRead } = followLog();
  const logFile = await logOfNewRun(environment, new Date(startedAt));
  log.pipe(createWriteStream(logFile));
  const mails = call.serve && (await mailSink(join(call.out, 'mail')));
  const variables = {
    ...(mails && { AWS_ENDPOINT_URL_SESV2: mails.url }),
    ...endpointVariables(engines.endpoints),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };

  // Mails name the desks’ address before anybody listens there
  for (const { id } of call.serve ? stack.resources('AWS::ApiGatewayV2::Api') : []) {
    stack.made(id, { ref: id, attributes: { ApiEndpoint: `http://${LOOPBACK}:${call.serve?.port}` } });
  }
  const people = call.serve && (await localIdentityProvider());
  if (people) {
    for (const { id } of stack.resources('AWS::Cognito::UserPool')) {
      stack.made(id, { ref: id, attributes: { ProviderURL: people.issuer } });
    }
  }

  const work = async (): Promise<void> => {
    const deployed = await deploy(stack, clients, { suffix, assetOf: synthesised.assetOf });
    for (const measure of measuresOff(configuredMeasures(deployed).split(',')))
      screen.step(measureOffSentence(measure));
    const permissions = permissionsOf(stack, deployed.queues);
    const sandboxes = { log, variables, permissions, ports: engines.ports };
    const pushes = call.serve?.receivers.some(({ url }) => url !== undefined) ?? false;
    const sources = sourcesOf(deployed, clients, sandboxes, pushes);
    const served =
      call.serve && people && (await serve({ ...call.serve, people, clients, deployed, sandboxes, suffix, logFile }));
    const counts = (mapping: EventSourceMapping) => !served || !isDelivery(deployed, mapping);
    screen.step(`Nạp ${files.length} tệp từ ${call.inbox}`);
    await workOff(
      { inbox: call.inbox, files, release: call.release ?? [], mapped: call.mapped ?? [] },
      { clients, deployed, sources, counts, screen, beingRead },
    );
    const going = served?.untilStopped(sources, signal);
    if (!served) await sources.close();
    screen.step(`Ghi kết quả vào ${call.out}`);
    context.report({
      summary: await context.writeResults(finishedRun(call, { clients, deployed, leftAlone, refused, startedAt })),
      failures: [
        ...(await deadLettersOf(clients.sqs, deployed, sources)),
        ...(await parkedIn(clients.documents, deployed)),
        ...permissions.refusals,
      ],
    });
    if (!served) return;
    screen.step(`API của nơi nhận: ${served.url}/v1/notices`);
    screen.step(`Bàn làm việc: mở ${served.url} trong trình duyệt rồi chọn một người mẫu (Ctrl-C để dừng)`);
    if (call.serve?.opensBrowser) openBrowser(served.url);
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
    mails?.close();
    await engines.stop();
  }
}

const configuredMeasures = ({ settings }: LocalDeployment): string => settings['MEASURES'] ?? '';

const finishedRun = (
  { out, asOf, snapshot, askedBefore = [] }: RunOptions,
  {
    clients,
    deployed,
    ...rest
  }: { readonly clients: Clients; readonly deployed: LocalDeployment } & Pick<
    FinishedRun,
    'leftAlone' | 'refused' | 'startedAt'
  >,
): FinishedRun => ({
  db: clients.documents,
  s3: clients.s3,
  tables: deployed.tables,
  buckets: deployed.buckets,
  out,
  ...rest,
  asOf,
  measures: configuredMeasures(deployed),
  snapshot,
  askedBefore,
  secrets: clients.secrets,
  settings: deployed.settings,
});

export const PSEUDO_PARAMETERS = {
  'AWS::Region': REGION,
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'haukiem-local',
};

/** Describes the messages that failed at every try, by their queue, with the last error of the function. */
export async function deadLettersOf(
  sqs: SQSClient,
  { mappings, queues }: LocalDeployment,
  sources: EventSources,
): Promise<string[]> {
  const sentences = mappings.map(async (mapping) => {
    const deadLetters = queues.find(({ arn }) => arn === mapping.queue.deadLettersArn);
    if (!deadLetters) return [];
    const counted = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: deadLetters.url, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    const dead = Number(counted.Attributes?.['ApproximateNumberOfMessages'] ?? 0);
    const error = sources.progress.get(mapping)?.error;
    const because = error === undefined ? '' : ` (${error})`;
    return dead === 0 ? [] : [`${dead} thông điệp không xử lý được ở ${mapping.target.name}${because}`];
  });
  return (await Promise.all(sentences)).flat();
}

/** Describes the parked messages; `parked.jsonl` has the reasons. */
async function parkedIn(db: DynamoDBDocumentClient, { tables }: LocalDeployment): Promise<string[]> {
  let parked = 0;
  for await (const { Count = 0 } of paginateScan({ client: db }, { TableName: tables['parked'], Select: 'COUNT' })) {
    parked += Count;
  }
  return parked === 0 ? [] : [`${parked} thông điệp không thể xử lý, xem parked.jsonl`];
}
