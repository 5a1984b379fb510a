import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { clientsOf, credentialsFor } from '../clients.ts';
import type { RedrivePorts } from './redrive-receiver.ts';

/** What a run with `--serve` leaves while it lasts. */
const LocalRun = z.object({
  pid: z.int(),
  tables: z.object({ deliveries: z.string(), notices: z.string(), receivers: z.string() }),
  queues: z.object({ deliveries: z.string() }),
  endpoints: z.object({ dynamodb: z.string(), sqs: z.string(), s3: z.string(), secretsManager: z.string() }),
});

/** A deployed stack, by what its outputs give. `AWS_ENDPOINT_URL` and credentials are the SDK's own affair. */
const Deployed = z.object({
  DELIVERIES_TABLE: z.string(),
  NOTICES_TABLE: z.string(),
  RECEIVERS_TABLE: z.string(),
  DELIVERIES_QUEUE_URL: z.string(),
});

/** The run that is being served on this machine, else the deployed stack that the environment names; undefined where there is neither. */
export async function runningSystem(environment: NodeJS.ProcessEnv): Promise<RedrivePorts | undefined> {
  return (await localRun()) ?? deployedStack(environment);
}

async function localRun(): Promise<RedrivePorts | undefined> {
  const file = join(import.meta.dirname, '..', '..', '..', '.cache', 'local-run.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { pid, tables, queues, endpoints } = LocalRun.parse(JSON.parse(text));
  if (!isRunning(pid)) return undefined;
  return portsOf(clientsOf(endpoints, credentialsFor(true, {})), { ...tables, queueUrl: queues.deliveries });
}

/** A run that was killed leaves its file behind. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function deployedStack(environment: NodeJS.ProcessEnv): RedrivePorts | undefined {
  const named = Deployed.safeParse(environment);
  if (!named.success) return undefined;
  return portsOf(
    { dynamodb: new DynamoDBClient({}), sqs: new SQSClient({}) },
    {
      deliveries: named.data.DELIVERIES_TABLE,
      notices: named.data.NOTICES_TABLE,
      receivers: named.data.RECEIVERS_TABLE,
      queueUrl: named.data.DELIVERIES_QUEUE_URL,
    },
  );
}

function portsOf(
  { dynamodb, sqs }: { readonly dynamodb: DynamoDBClient; readonly sqs: SQSClient },
  names: {
    readonly deliveries: string;
    readonly notices: string;
    readonly receivers: string;
    readonly queueUrl: string;
  },
): RedrivePorts {
  const db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  return {
    notices: noticesTable(db, names.notices),
    deliveries: deliveriesTable(db, names.deliveries),
    receivers: receiversTable(db, names.receivers),
    deliver: queue(names.queueUrl, sqs),
    now: () => new Date(),
  };
}
