import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { failedMessages, collectBatch, sqsEvent } from '#infra/local/batch.ts';
import { clientsOf } from '#infra/local/clients.ts';
import { deploy, type LocalFunction, type EventSourceMapping } from '#infra/local/deploy.ts';
import { uploadToInbox } from '#infra/local/upload-to-inbox.ts';
import { endpointVariables, startEngines } from '#infra/local/engines.ts';
import { eventSources } from '#infra/local/event-sources.ts';
import { servicesOverPorts } from '#infra/local/in-process/services-over-ports.ts';
import { findFiles } from '#infra/local/find-files.ts';
import { scanTable } from '#infra/local/results/scan.ts';
import { writeResults } from '#infra/local/results/write-results.ts';
import { PSEUDO_PARAMETERS } from '#infra/local/run.ts';
import { type Sandbox, sandbox } from '#infra/local/sandbox.ts';
import { synthesise } from '#infra/local/synthesise.ts';
import { readStack } from '#infra/local/template.ts';
import { useInProcessTables } from '#infra/local/in-process/clients.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { filesTable } from '#shared/tables/files.ts';
import { noticeOf } from '#shared/tables/notice-item.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { warmSandboxes } from './warm-sandboxes.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
const AS_OF = '2025-12-31';
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;
const Outputs = z.object({ Outputs: z.record(z.string(), z.object({ Value: z.unknown() })) });
const LogLine = z.object({ code: z.string() });

/** Environment variables that a function has otherwise than its template says. */
export type ChangedEnvironment = Readonly<Record<string, string>>;
/** Every table is another than there is: DynamoDB refuses the call, and no further try would help. */
export const TABLES_DOWN: ChangedEnvironment = Object.fromEntries(
  Object.keys(TABLE_DESIGNS).map((name) => [
    `${name.replaceAll(/(?=[A-Z])/gu, '_').toUpperCase()}_TABLE`,
    'no-such-table',
  ]),
);
/** The SDK goes to the host of a queue's own URL. */
export const REPLIES_DOWN: ChangedEnvironment = {
  REPLIES_QUEUE_URL: `${NOWHERE}/000000000000/replies`,
  AWS_MAX_ATTEMPTS: '1',
};

/** @returns a folder that has this one file under that feed */
export function inboxWith(feed: string, name: string, content: string): string {
  const inbox = temporaryFolder('inbox');
  mkdirSync(join(inbox, feed));
  writeFileSync(join(inbox, feed, name), content);
  return inbox;
}

export type EmbeddedSystem = Awaited<ReturnType<typeof embeddedSystem>>;

/** The synthesised stack of stage `local` on the embedded engines, with each function as its template deploys it. */
export async function embeddedSystem() {
  const [engines, { template, assetOf }] = await Promise.all([
    startEngines({}),
    synthesise(
      ROOT,
      join(ROOT, '.cache', 'cdk.out.local'),
      { asOf: AS_OF, policy: 'local' },
      new AbortController().signal,
    ),
  ]);
  const services = servicesOverPorts(engines.ports());
  const clients = clientsOf(engines.endpoints, { accessKeyId: 'local', secretAccessKey: 'local' }, services);
  const stack = readStack(template, PSEUDO_PARAMETERS);
  const deployed = await deploy(stack, clients, { suffix: '', assetOf });
  const { sqs } = clients;
  const marshallOptions = { removeUndefinedValues: true };
  const db = useInProcessTables(DynamoDBDocumentClient.from(clients.dynamodb, { marshallOptions }), services.tables);
  const variables = {
    ...endpointVariables(engines.endpoints),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  let logged = '';
  const log = new Writable({ write: (chunk, _, done) => ((logged += String(chunk)), done()) });

  const kept = warmSandboxes((target) => sandbox(target, { log, variables, ports: engines.ports }));
  /** What is deployed otherwise asks over the network, where it can miss what it asks. */
  const open = (target: LocalFunction, otherwise: ChangedEnvironment = {}): Sandbox =>
    Object.keys(otherwise).length === 0
      ? kept.of(target)
      : sandbox({ ...target, environment: { ...target.environment, ...otherwise } }, { log, variables });
  const mappingOf = (queueUrl: string): EventSourceMapping => {
    const found = deployed.mappings.find(({ queue }) => queue.url === queueUrl);
    if (!found) throw new Error(`no function reads ${queueUrl}`);
    return found;
  };
  const deadLettersOf = ({ queue }: EventSourceMapping): string =>
    deployed.queues.find(({ arn }) => arn === queue.deadLettersArn)?.url ?? '';
  /** Visible, in flight and delayed. */
  const waitingIn = async (QueueUrl: string): Promise<number> => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...COUNTS] }),
    );
    return COUNTS.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  };
  const say = async (QueueUrl: string, MessageBody: string): Promise<void> => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  };

  return {
    clients,
    db,
    tables: {
      notices: noticesTable(db, deployed.tables['notices'] ?? ''),
      assessments: assessmentsTable(db, deployed.tables['assessments'] ?? ''),
      files: filesTable(db, deployed.tables['files'] ?? ''),
      verifications: verificationsTable(db, deployed.tables['verifications'] ?? ''),
      parked: parkedTable(db, deployed.tables['parked'] ?? ''),
    },
    allNotices: () => scanTable(db, deployed.tables['notices'] ?? '', { parse: noticeOf }),
    async idsInForce(): Promise<string[]> {
      const notices = await this.allNotices();
      return notices.flatMap(({ state, noticeId }) => (state === 'in_force' ? [noticeId] : [])).sort();
    },
    queueUrl: (name: string): string =>
      deployed.queues.find(({ id }) => new RegExp(`Queues${name}Queue`, 'iu').test(id))?.url ?? '',
    stack,
    deployed,
    template,
    /** One call of a function, as its template deploys it or otherwise. */
    async call(target: LocalFunction, event: unknown, otherwise: ChangedEnvironment = {}): Promise<unknown> {
      const opened = open(target, otherwise);
      try {
        return await opened.invoke(event);
      } finally {
        await opened.close();
      }
    },
    mappingOf,
    deadLettersOf,
    waitingIn,
    say,
    /** What a child process needs to reach the engines, as an operator's shell has it of a deployed stack. */
    shell: { ...variables, AWS_REGION: 'ap-southeast-1' },
    output: (name: string): string => String(stack.resolve(Outputs.parse(template).Outputs[name]?.Value)),
    functionNamed: (name: string): LocalFunction => {
      const found = deployed.functions.find((one) => one.name === name);
      if (!found) throw new Error(`no function ${name}`);
      return found;
    },
    /** How many lines with that code the functions have written. */
    lines: (code: string): number =>
      logged.split('\n').filter((line) => {
        if (!line.startsWith('{')) return false;
        const parsed = LogLine.safeParse(JSON.parse(line));
        return parsed.success && parsed.data.code === code;
      }).length,

    async drop(inbox: string): Promise<void> {
      const { files } = await findFiles(inbox);
      await uploadToInbox(clients, { inbox, files, bucket: deployed.buckets['inbox'] ?? '' }, deployed.announcements);
    },

    /** Works through the queues whose functions are at work, each as its template says or otherwise. */
    async drain(
      atWork: (mapping: EventSourceMapping) => boolean = () => true,
      otherwise: (mapping: EventSourceMapping) => ChangedEnvironment = () => ({}),
    ): Promise<void> {
      const mappings = deployed.mappings.filter(atWork);
      // The cores are busy with other tests, and each further sandbox would load its bundle again
      const sources = eventSources(sqs, mappings, (mapping) => open(mapping.target, otherwise(mapping)), {
        most: () => 1,
      });
      await sources.drain();
      await sources.close();
    },

    /** The queue's function fails on whatever waits there until SQS has put all of it with the dead letters. */
    async failUntilDead(mapping: EventSourceMapping, otherwise: ChangedEnvironment): Promise<void> {
      const failing = open(mapping.target, otherwise);
      const back = ({ ReceiptHandle }: Message) =>
        sqs.send(
          new ChangeMessageVisibilityCommand({ QueueUrl: mapping.queue.url, ReceiptHandle, VisibilityTimeout: 0 }),
        );
      const gone = ({ ReceiptHandle }: Message) =>
        sqs.send(new DeleteMessageCommand({ QueueUrl: mapping.queue.url, ReceiptHandle }));
      while ((await waitingIn(mapping.queue.url)) > 0) {
        const messages = await collectBatch(sqs, mapping);
        if (messages.length === 0) continue;
        const answer = await failing.invoke(sqsEvent(messages, mapping.queue.arn)).catch(() => undefined);
        const failed = answer === undefined ? messages : failedMessages(messages, answer);
        await Promise.all(messages.map((message) => (failed.includes(message) ? back(message) : gone(message))));
      }
      await failing.close();
    },

    /** The files of a run's results, as `npm start` writes them. @returns their folder */
    async results(): Promise<string> {
      const out = temporaryFolder('operator');
      await writeResults({
        db,
        s3: clients.s3,
        tables: deployed.tables,
        buckets: deployed.buckets,
        out,
        leftAlone: [],
        refused: [],
        startedAt: Date.now(),
        asOf: AS_OF,
        measures: deployed.settings['MEASURES'] ?? '',
        askedBefore: [],
        secrets: clients.secrets,
        settings: deployed.settings,
      });
      return out;
    },

    async stop(): Promise<void> {
      await kept.close();
      await engines.stop();
    },
  };
}
