import { join } from 'node:path';
import type { StageConfig } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import type { Clients } from '#infra/local/clients.ts';
import { deploy } from '#infra/local/deploy.ts';
import { PSEUDO_PARAMETERS } from '#infra/local/run.ts';
import { readStack } from '#infra/local/template.ts';
import { synthesise } from '#test/infra/synthesised.ts';
import { AS_OF } from './scenario.ts';
import type { QueueDesign } from './twins/queues.ts';
import type { TableLayout } from '#infra/local/tables/memory-table.ts';
import { designOf, type TableToCreate } from '#infra/local/tables/table-to-create.ts';

/** A function and the queue that it reads. */
export interface StepDesign {
  readonly folder: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly reads?: {
    readonly queue: string;
    readonly arn: string;
    readonly batchSize: number;
    /** The longest time for which Lambda may wait for more messages. */
    readonly windowSeconds: number;
    readonly atOnce: number;
  };
}
/** The stack as it is synthesised, in plain data. */
export interface SystemDesign {
  readonly tables: Readonly<Record<string, TableLayout>>;
  readonly queues: readonly QueueDesign[];
  readonly steps: readonly StepDesign[];
  /** The message of each schedule, and the queue that it goes to. */
  readonly schedules: readonly { readonly queueUrl: string; readonly input: string }[];
  readonly inbox: string;
  readonly evidence: string;
  readonly log: string;
}

const SETTINGS: Partial<StageConfig> = { settlingSeconds: 60, rulesClock: AS_OF };
/** A sweep reads indexes. Here they are late as in a deployed stage, so that sweeps wait as they do there. */
const SWEEPS_WAIT_SECONDS = stageConfig('dev').coalescing.delaySeconds;

/**
 * Reads the tables, queues, functions and their variables from the synthesised stack, by the code of the local run.
 * @param bundles the folder to which the steps were bundled
 * @param settings the settings that differ from the local stage
 */
export async function systemDesign(bundles: string, settings: Partial<StageConfig> = SETTINGS): Promise<SystemDesign> {
  const config = { ...stageConfig('local'), ...settings };
  const { all, of } = synthesise(config);
  const folders = new Map(
    of('AWS::Lambda::Function').map(([, { Properties, Metadata }]) => [
      String(Properties['Code'].S3Key),
      String(Metadata['Haukiem::Function']),
    ]),
  );
  const made = recorder();
  const deployed = await deploy(readStack({ Resources: all }, PSEUDO_PARAMETERS), made.clients, {
    suffix: '',
    assetOf: (s3Key) => join(bundles, folders.get(s3Key) ?? ''),
  });
  const folderOf = (module: string) => module.split('/').at(-2) ?? '';
  return {
    tables: made.tables,
    queues: deployed.queues.map(({ url, arn, deadLettersArn }) => ({
      url,
      arn,
      visibilitySeconds: made.seconds(url, 'VisibilityTimeout', 30),
      delaySeconds: url.endsWith('-sweeps') ? SWEEPS_WAIT_SECONDS : made.seconds(url, 'DelaySeconds', 0),
      ...(deadLettersArn !== undefined && { deadLetters: { arn: deadLettersArn, afterReceives: made.receives(url) } }),
    })),
    steps: deployed.functions.map(({ module, timeoutSeconds, environment }) => {
      const mapping = deployed.mappings.find(({ target }) => target.module === module);
      return {
        folder: folderOf(module),
        timeoutSeconds,
        environment,
        ...(mapping && {
          reads: {
            queue: mapping.queue.url,
            arn: mapping.queue.arn,
            batchSize: mapping.batchSize,
            windowSeconds: mapping.windowSeconds,
            atOnce: mapping.maximumConcurrency,
          },
        }),
      };
    }),
    schedules: deployed.schedules.map(({ queueUrl, input }) => ({ queueUrl, input })),
    inbox: deployed.buckets['inbox'] ?? '',
    evidence: deployed.buckets['evidence'] ?? '',
    log: deployed.buckets['log'] ?? '',
  };
}

/** Clients that record what a deployment would create, and create nothing. */
function recorder() {
  const tables: Record<string, TableLayout> = {};
  const queues = new Map<string, Record<string, string>>();
  const urlOf = (name: string) => `http://sqs.simulated/000000000000/${name}`;
  const answers: Record<string, (input: Record<string, string & Record<string, string>>) => unknown> = {
    CreateTableCommand: (input) => {
      tables[String(input['TableName'])] = designOf(input as unknown as TableToCreate);
      return {};
    },
    DescribeTableCommand: () => ({ Table: { TableStatus: 'ACTIVE' } }),
    CreateQueueCommand: ({ QueueName = '', Attributes }) => {
      queues.set(urlOf(QueueName), Object.assign({}, Attributes));
      return { QueueUrl: urlOf(QueueName) };
    },
    GetQueueAttributesCommand: ({ QueueUrl = '' }) => ({
      Attributes: { QueueArn: `arn:aws:sqs:ap-southeast-1:000000000000:${QueueUrl.split('/').at(-1) ?? ''}` },
    }),
    SetQueueAttributesCommand: ({ QueueUrl = '', Attributes }) => {
      Object.assign(queues.get(QueueUrl) ?? {}, Attributes);
      return {};
    },
    CreateBucketCommand: () => ({}),
    CreateKeyCommand: ({ Description = '' }) => ({ KeyMetadata: { KeyId: Description, Arn: Description } }),
    CreateSecretCommand: ({ Name = '' }) => ({
      ARN: `arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:${Name}`,
    }),
  };
  const send = async (command: { readonly input: never }) => {
    const answer = answers[command.constructor.name];
    if (!answer) throw new Error(`${command.constructor.name} is not known here`);
    return answer(command.input);
  };
  const client = { send };
  const clients = {
    dynamodb: client,
    sqs: client,
    s3: client,
    secrets: client,
    kms: client,
    endpoints: { sqs: 'http://sqs.simulated' },
  } as unknown as Clients;
  return {
    tables,
    clients,
    seconds: (url: string, attribute: string, otherwise: number) => Number(queues.get(url)?.[attribute] ?? otherwise),
    receives: (url: string) => Number(JSON.parse(queues.get(url)?.['RedrivePolicy'] ?? '{}').maxReceiveCount ?? 5),
  };
}
