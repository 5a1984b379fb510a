import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { bankOf, bankReceiver, POLICE } from '#shared/domain/notification/receiver.ts';
import { readFile } from 'node:fs/promises';
import { HashKeyPlan } from '#shared/runtime/hash-key-plan.ts';
import { TABLE_NAMES } from '#shared/tables/table-designs.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { fileOfServedRun } from '#infra/local/served-runs.ts';
import { REGION } from '#infra/local/region.ts';

/**
 * The file that a run with `--serve` keeps while it lasts, and that `npm run deploy` writes for a deployed stack, without
 * endpoints.
 */
const SystemFile = z.object({
  tables: z.record(z.enum(TABLE_NAMES), z.string()),
  queues: z
    .object({
      files: z.string(),
      registrations: z.string(),
      companies: z.string(),
      deliveries: z.string(),
      logEntries: z.string(),
      sweeps: z.string(),
    })
    .catchall(z.string()),
  hashSecret: z.string(),
  buckets: z.object({ inbox: z.string(), evidence: z.string(), log: z.string() }),
  /** The addresses of the receivers' API and of its tokens. */
  api: z.string(),
  tokens: z.string(),
  /** The pool of the API's clients; only a deployed stack has one. */
  callersPool: z.string().optional(),
  /** The file of the functions' log; only a served run has one. */
  log: z.string().optional(),
  /** The `hashKeys` of the stage as it was last deployed, without which `rekey` refuses to change keys. */
  hashKeys: HashKeyPlan.optional(),
  endpoints: z.record(z.string(), z.string()).default({}),
});

/** A line of a command's usage. */
export const SYSTEM_USAGE =
  'Với hệ thống đã triển khai: đặt HAUKIEM_SYSTEM thành tệp mà npm run deploy đã ghi (.cache/deployed/*.json).';

/**
 * The system that a command works on, with clients for it: the one that `HAUKIEM_SYSTEM` names, or the only served run.
 * @throws {UserFacingError} where there is neither
 */
export async function readSystem(environment: NodeJS.ProcessEnv) {
  const file = await fileOfServedRun(environment);
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UserFacingError(`Không thấy hệ thống đang chạy: hãy mở npm start -- … --serve CỔNG. ${SYSTEM_USAGE}`);
  const { endpoints, ...names } = SystemFile.parse(JSON.parse(text));
  const to = (service: string) => {
    const endpoint = endpoints[service];
    const own = { region: REGION, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    return endpoint === undefined ? {} : { ...own, endpoint };
  };
  const dynamodb = new DynamoDBClient(to('dynamodb'));
  return {
    ...names,
    sqs: new SQSClient({ ...to('sqs'), useQueueUrlAsEndpoint: false }),
    secrets: new SecretsManagerClient(to('secretsManager')),
    s3: new S3Client({ ...to('s3'), forcePathStyle: true }),
    dynamodb,
    db: DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } }),
  };
}
export type ReadSystem = Awaited<ReturnType<typeof readSystem>>;

/** Reads a receiver from `police`, `bank#970436`, or the bank's id alone. */
export const receiverCalled = (id: string): string =>
  id === POLICE || bankOf(id) !== undefined ? id : bankReceiver(id);

/** Enters in the verifiable log what an operator did by a command. */
export async function logOperatorAct(
  says: LogEntry['says'],
  { sqs, queues }: Pick<ReadSystem, 'sqs' | 'queues'>,
): Promise<void> {
  const at = new Date().toISOString();
  const entry = entryOf({ kind: 'operator-acted', at, by: 'operator', says }, { ...says, at });
  await queue<LogEntry>(queues.logEntries, sqs)([entry]);
}
