import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { bankOf, bankReceiver, POLICE } from '#shared/domain/notification/receiver.ts';
import { readSystem } from './system-file.ts';

/** The names of a deployed stack's resources, from its outputs. */
type Variable =
  | 'CALLERS_TABLE'
  | 'DELIVERIES_TABLE'
  | 'NOTICES_TABLE'
  | 'RECEIVERS_TABLE'
  | 'DELIVERIES_QUEUE_URL'
  | 'LOG_ENTRIES_QUEUE_URL';

export interface RunningSystem<V extends Variable> {
  readonly db: DynamoDBDocumentClient;
  readonly sqs: SQSClient;
  readonly named: Readonly<Record<V, string>>;
}

/**
 * Finds the deployed stack that the environment names, or otherwise the local run that is being served. A named stack
 * always goes first, so that a command never reaches a local run by mistake. The SDK itself reads `AWS_ENDPOINT_URL`
 * and the credentials. Undefined where there is neither.
 */
export async function findSystem<V extends Variable>(
  needed: readonly V[],
  environment: NodeJS.ProcessEnv,
): Promise<RunningSystem<V> | undefined> {
  return deployed(needed, environment) ?? localRun(environment);
}

async function localRun(environment: NodeJS.ProcessEnv): Promise<RunningSystem<Variable> | undefined> {
  const found = await readSystem(environment);
  if (!found) return undefined;
  const { db, sqs, tables, queues } = found;
  return {
    db,
    sqs,
    named: {
      CALLERS_TABLE: tables.callers,
      DELIVERIES_TABLE: tables.deliveries,
      NOTICES_TABLE: tables.notices,
      RECEIVERS_TABLE: tables.receivers,
      DELIVERIES_QUEUE_URL: queues.deliveries,
      LOG_ENTRIES_QUEUE_URL: queues.logEntries,
    },
  };
}

function deployed<V extends Variable>(
  needed: readonly V[],
  environment: NodeJS.ProcessEnv,
): RunningSystem<V> | undefined {
  const named = z
    .record(z.enum(needed), z.string())
    .safeParse(Object.fromEntries(needed.map((name) => [name, environment[name]])));
  return named.success
    ? { db: documentClient(new DynamoDBClient({})), sqs: new SQSClient({}), named: named.data }
    : undefined;
}

const documentClient = (dynamodb: DynamoDBClient) =>
  DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });

/** Reads a receiver from `police`, `bank#970436`, or the bank's id alone. */
export const receiverCalled = (id: string): string =>
  id === POLICE || bankOf(id) !== undefined ? id : bankReceiver(id);

/** Enters in the verifiable log what an operator did by a command. */
export async function logOperatorAct(
  says: LogEntry['says'],
  { sqs, named }: Pick<RunningSystem<'LOG_ENTRIES_QUEUE_URL'>, 'sqs' | 'named'>,
): Promise<void> {
  const at = new Date().toISOString();
  const entry = entryOf({ kind: 'operator-acted', at, by: 'operator', says }, { ...says, at });
  await queue<LogEntry>(named.LOG_ENTRIES_QUEUE_URL, sqs)([entry]);
}
