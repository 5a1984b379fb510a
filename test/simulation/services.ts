import { buffer } from 'node:stream/consumers';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Readable } from 'node:stream';
import type { EndpointAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import type { InjectedFault } from './faults.ts';
import { ed25519KeyNamed } from '#infra/local/ed25519-key.ts';
import { TableError } from '#infra/local/tables/item.ts';
import type { SystemDesign } from './system.ts';
import type { ObjectsTwin } from './twins/objects.ts';
import type { QueuesTwin } from './twins/queues.ts';
import type { Command, LateTables } from './late-tables.ts';
import type { ServiceRequest } from './service-request.ts';

export interface Services {
  readonly design: SystemDesign;
  readonly tables: LateTables;
  readonly queues: QueuesTwin;
  readonly objects: ObjectsTwin;
  readonly received: { readonly id: string; readonly body: string }[];
  /** The answer of the bank's endpoint to a call in place of its usual one; undefined for the usual one. */
  readonly endpoint: (id: string) => EndpointAnswer | undefined;
}
type Ask = (asked: ServiceRequest) => Promise<unknown>;

const READS = new Set([
  'GetCommand',
  'BatchGetCommand',
  'QueryCommand',
  'ScanCommand',
  'GetObjectCommand',
  'GetQueueAttributesCommand',
]);
const BATCHES = new Set(['BatchGetCommand', 'BatchWriteCommand', 'SendMessageBatchCommand']);
const LATE_MS = 1500;
/** Two thirds of a batch are accepted. */
const TAKEN = 2 / 3;

const LOG_KEY = ed25519KeyNamed('simulation');

/** Puts the simulated world in the place of the SDK, at `send`. */
export function replaceSdk(ask: Ask, secretOf: (arn: string) => string): void {
  const by = (service: ServiceRequest['service']) =>
    async function send(command: {
      readonly input: Record<string, unknown>;
      readonly constructor: { readonly name: string };
    }) {
      const { input } = command;
      const { name } = command.constructor;
      const whole =
        service === 'objects' && name === 'PutObjectCommand' ? { ...input, Body: await bytesOf(input['Body']) } : input;
      return ask({
        service,
        name,
        input: whole,
        isWrite: !READS.has(name),
        isBatch: BATCHES.has(name),
        mayBeLate: service === 'tables' && READS.has(name) && !isConsistent(input),
      });
    };
  Object.assign(DynamoDBDocumentClient.prototype, { send: by('tables') });
  Object.assign(SQSClient.prototype, { send: by('queues') });
  Object.assign(S3Client.prototype, { send: by('objects') });
  Object.assign(SecretsManagerClient.prototype, {
    send: async ({ input }: { input: { SecretId: string } }) => ({ SecretString: secretOf(input.SecretId) }),
  });
  Object.assign(KMSClient.prototype, {
    send: async ({ input: { Message } }: { input: { Message?: Uint8Array } }) =>
      Message ? { Signature: LOG_KEY.sign(Message) } : { PublicKey: LOG_KEY.publicDer },
  });
  const bank = async (call: unknown) => {
    const asked = {
      service: 'bank',
      name: 'call',
      input: call,
      isWrite: true,
      isBatch: false,
      mayBeLate: false,
    } as const;
    return ask(asked).catch(() => ({ status: undefined, because: 'network' }));
  };
  Object.assign(globalThis, { [Symbol.for('haukiem.simulation.bank')]: bank });
}

/** Whether a reading asks for all writes before it. */
function isConsistent({ ConsistentRead, RequestItems }: Record<string, unknown>): boolean {
  if (typeof RequestItems !== 'object' || RequestItems === null) return ConsistentRead === true;
  return Object.values(RequestItems).every((one: { ConsistentRead?: boolean }) => one.ConsistentRead === true);
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (body instanceof Readable) return buffer(body);
  return Buffer.from(body as string | Uint8Array);
}

/** The service's answer; errors are the SDK's own. */
export function perform(
  { tables, queues, objects, received, endpoint }: Services,
  { service, name, input }: ServiceRequest,
  fault: InjectedFault,
): unknown {
  switch (service) {
    case 'tables':
      return fault === 'part of a batch refused'
        ? tablesInPart(tables, name, input)
        : askTables(tables, name, input, fault === 'reading late' ? LATE_MS : 0);
    case 'queues':
      return fault === 'part of a batch refused' ? queueInPart(queues, input) : askQueues(queues, name, input);
    case 'objects':
      return askObjects(objects, name, input, fault);
    case 'bank': {
      if (fault === 'endpoint fails') return { status: 503, retryAfter: undefined, date: undefined };
      const other = endpoint(input.id);
      if (other) return other;
      received.push({ id: input.id, body: input.body });
      return { status: 204, retryAfter: undefined, date: undefined };
    }
  }
}

function askTables(tables: LateTables, name: string, input: unknown, lagMs: number): unknown {
  try {
    return tables.send({ name, input }, lagMs);
  } catch (error) {
    if (error instanceof TableError && error.name === 'ConditionalCheckFailedException')
      throw new ConditionalCheckFailedException({ message: error.message, $metadata: {} });
    throw error;
  }
}

function tablesInPart(tables: LateTables, name: string, input: { RequestItems: Record<string, unknown> }): unknown {
  const [[table, asked] = ['', []]] = Object.entries(input.RequestItems);
  if (name === 'BatchWriteCommand') {
    const [taken, left] = split(asked as unknown[]);
    if (taken.length > 0) tables.send({ name, input: { RequestItems: { [table]: taken } } });
    return { UnprocessedItems: { [table]: left } };
  }
  const { Keys, ...rest } = asked as { Keys: unknown[] };
  const [taken, left] = split(Keys);
  const answered =
    taken.length > 0 ? tables.send({ name, input: { RequestItems: { [table]: { ...rest, Keys: taken } } } }) : {};
  return { Responses: {}, ...answered, UnprocessedKeys: { [table]: { ...rest, Keys: left } } };
}

function askQueues(
  queues: QueuesTwin,
  name: string,
  { QueueUrl, Entries, MaxNumberOfMessages }: Command['input'],
): unknown {
  switch (name) {
    case 'SendMessageBatchCommand':
      return queues.sendBatch(QueueUrl, Entries);
    case 'DeleteMessageBatchCommand':
      return queues.deleteBatch(QueueUrl, Entries);
    case 'GetQueueAttributesCommand':
      return { Attributes: queues.redrivePolicyOf(QueueUrl) };
    case 'ReceiveMessageCommand': {
      const received = queues.receive(QueueUrl, MaxNumberOfMessages);
      return { Messages: received.map(({ body: Body, receipt: ReceiptHandle }) => ({ Body, ReceiptHandle })) };
    }
    default:
      throw new Error(`${name} is not known here`);
  }
}

function queueInPart(
  queues: QueuesTwin,
  { QueueUrl, Entries }: { QueueUrl: string; Entries: { Id: string; MessageBody: string }[] },
) {
  const [taken, left] = split(Entries);
  const { Successful } = taken.length > 0 ? queues.sendBatch(QueueUrl, taken) : { Successful: [] };
  return { Successful, Failed: left.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })) };
}

const split = <T>(all: readonly T[]): [T[], T[]] => {
  const at = Math.min(Math.floor(all.length * TAKEN), all.length - 1);
  return [all.slice(0, at), all.slice(at)];
};

function askObjects(
  objects: ObjectsTwin,
  name: string,
  {
    Bucket,
    Key,
    Body,
    IfNoneMatch,
    VersionId,
  }: Readonly<Record<'Bucket' | 'Key', string>> & {
    readonly Body: Buffer;
    readonly IfNoneMatch?: string;
    readonly VersionId?: string;
  },
  fault: InjectedFault,
) {
  if (name === 'PutObjectCommand') {
    if (IfNoneMatch === '*' && objects.get(Bucket, Key))
      throw new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', message: 'there', $metadata: {} });
    return { ETag: '"simulated"', VersionId: objects.put(Bucket, Key, Body) };
  }
  if (name === DeleteObjectCommand.name) {
    objects.remove(Bucket, Key);
    return {};
  }
  if (name !== GetObjectCommand.name) throw new Error(`${name} is not known here`);
  const bytes = objects.get(Bucket, Key, VersionId);
  if (!bytes) throw new NoSuchKey({ message: 'not there', $metadata: {} });
  const stream = objects.stream(bytes, fault === 'stream broken off');
  return {
    Body: Object.assign(stream, {
      transformToString: async () => bytes.toString(),
      transformToByteArray: async () => new Uint8Array(bytes),
    }),
  };
}
