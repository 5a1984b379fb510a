import { hkdfSync } from 'node:crypto';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  waitUntilTableExists,
  DeleteTableCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { CreateSecretCommand, GetSecretValueCommand, DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  DeleteQueueCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Clients } from './clients.ts';
import { REGION } from './region.ts';
import type { Stack } from './template.ts';

/** The errors of a service that has the resource already, and of one that no longer has it. */
const EXISTS_ALREADY = ['ResourceInUseException', 'BucketAlreadyOwnedByYou', 'ResourceExistsException'];
const GONE_ALREADY = [
  'ResourceNotFoundException',
  'NotFoundException',
  'KMSInvalidStateException',
  'NoSuchBucket',
  'QueueDoesNotExist',
];

/**
 * Creates a resource, and is undefined if it exists already. Each run has names of its own, so an earlier try of the same
 * call created it, and its answer was lost.
 */
const createIfMissing = <T>(call: Promise<T>): Promise<T | undefined> => unless(EXISTS_ALREADY, call);

/** Removes a resource. If it is missing, an earlier try of the same call removed it, and its answer was lost. */
const removeIfPresent = (call: Promise<unknown>): Promise<unknown> => unless(GONE_ALREADY, call);

async function unless<T>(names: readonly string[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  }
}

export interface LocalQueue {
  readonly id: string;
  readonly url: string;
  readonly arn: string;
  /** The queue for messages that failed too often; absent in a dead-letter queue itself. */
  readonly deadLettersArn?: string;
}

const Named = z
  .object({ TableName: z.string(), BucketName: z.string(), QueueName: z.string(), Name: z.string() })
  .partial();
const TableShape = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
});
const QueueShape = z.object({
  VisibilityTimeout: z.coerce.string().optional(),
  DelaySeconds: z.coerce.string().optional(),
  MessageRetentionPeriod: z.coerce.string().optional(),
});
const Redrive = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() });
const Generated = z.object({
  PasswordLength: z.number().default(32),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

/**
 * Creates tables with their indexes, queues with their redrive, buckets, secrets and keys that sign, and records in the template the
 * values that represent each resource.
 */
export async function createResources(stack: Stack, clients: Clients, suffix: string): Promise<LocalQueue[]> {
  const name = (id: string, given: string | undefined) => `${given ?? id}${suffix}`;
  const [queues] = await Promise.all([
    createQueues(stack, clients, name),
    createTables(stack, clients, name),
    createBuckets(stack, clients, name),
    createSecrets(stack, clients, name),
    createSigningKeys(stack, clients, name),
  ]);
  return queues;
}

type Name = (id: string, given: string | undefined) => string;

async function createTables(stack: Stack, { dynamodb }: Clients, name: Name): Promise<void> {
  const tables = [...stack.resources('AWS::DynamoDB::Table'), ...stack.resources('AWS::DynamoDB::GlobalTable')];
  const create = async ({ id, properties }: (typeof tables)[number]) => {
    const resolved = stack.resolve(properties);
    const TableName = name(id, Named.parse(resolved).TableName);
    const shape = TableShape.parse(resolved) as Pick<CreateTableCommandInput, 'KeySchema'>;
    await createIfMissing(
      dynamodb.send(new CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', ...shape })),
    );
    await waitUntilTableExists({ client: dynamodb, minDelay: 0.02, maxDelay: 1, maxWaitTime: 120 }, { TableName });
    stack.made(id, { ref: TableName, attributes: { Arn: arn('dynamodb', `table/${TableName}`) } });
  };
  await Promise.all(tables.map(create));
}

async function createQueues(stack: Stack, { sqs, endpoints }: Clients, name: Name): Promise<LocalQueue[]> {
  const create = async ({ id, properties }: ReturnType<Stack['resources']>[number]) => {
    const { RedrivePolicy: _later, ...now } = properties;
    const resolved = stack.resolve(now);
    const QueueName = name(id, Named.parse(resolved).QueueName);
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName, Attributes: QueueShape.parse(resolved) as Record<string, string> }),
    );
    const known = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    const queueArn = known.Attributes?.['QueueArn'] ?? '';
    // The SDK sends requests to the host of a queue's URL, so the host is replaced by the endpoint's.
    const url = new URL(new URL(QueueUrl).pathname, endpoints.sqs).href;
    stack.made(id, { ref: url, attributes: { Arn: queueArn, QueueName, QueueUrl: url } });
    return { id, url, arn: queueArn };
  };
  const declared = stack.resources('AWS::SQS::Queue');
  const queues = await Promise.all(declared.map(create));
  const redrive = async (queue: LocalQueue): Promise<LocalQueue> => {
    const policy = declared.find(({ id }) => id === queue.id)?.properties['RedrivePolicy'];
    if (policy === undefined) return queue;
    const RedrivePolicy = Redrive.parse(stack.resolve(policy));
    const Attributes = { RedrivePolicy: JSON.stringify(RedrivePolicy) };
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: queue.url, Attributes }));
    return { ...queue, deadLettersArn: RedrivePolicy.deadLetterTargetArn };
  };
  return Promise.all(queues.map(redrive));
}

async function createBuckets(stack: Stack, { s3 }: Clients, name: Name): Promise<void> {
  const create = async ({ id, properties }: ReturnType<Stack['resources']>[number]) => {
    const given = Named.parse(stack.resolve({ BucketName: properties['BucketName'] })).BucketName;
    const Bucket = name(id, given)
      .toLowerCase()
      .replaceAll(/[^a-z0-9.-]/gu, '-')
      .slice(0, 63);
    await createIfMissing(s3.send(new CreateBucketCommand({ Bucket })));
    stack.made(id, { ref: Bucket, attributes: { Arn: `arn:aws:s3:::${Bucket}` } });
  };
  await Promise.all(stack.resources('AWS::S3::Bucket').map(create));
}

/**
 * Derives each secret from its name in the template. References and the notice ids made from them are therefore the
 * same in every run of the same facts, so that two runs can be compared. The secrets protect nothing here, because the
 * results lie beside them in plain text.
 */
async function createSecrets(stack: Stack, { secrets }: Clients, name: Name): Promise<void> {
  const create = async ({ id, properties }: ReturnType<Stack['resources']>[number]) => {
    const resolved = z.looseObject({ SecretString: z.string().optional() }).parse(stack.resolve(properties));
    const Name = name(id, Named.parse(resolved).Name);
    const SecretString = resolved.SecretString ?? generate(id, Generated.parse(resolved['GenerateSecretString'] ?? {}));
    const made = await createIfMissing(secrets.send(new CreateSecretCommand({ Name, SecretString })));
    const { ARN = '' } = made ?? (await secrets.send(new GetSecretValueCommand({ SecretId: Name })));
    stack.made(id, { ref: ARN, attributes: { Id: ARN } });
  };
  await Promise.all(stack.resources('AWS::SecretsManager::Secret').map(create));
}

/** Keys that encrypt are not made, because nothing is encrypted here. */
const signingKeys = (stack: Stack) =>
  stack.resources('AWS::KMS::Key').filter(({ properties }) => properties['KeyUsage'] === 'SIGN_VERIFY');

async function createSigningKeys(stack: Stack, { kms }: Clients, name: Name): Promise<void> {
  const create = async ({ id }: ReturnType<Stack['resources']>[number]) => {
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        Description: name(id, undefined),
        KeySpec: 'ECC_NIST_EDWARDS25519',
        KeyUsage: 'SIGN_VERIFY',
      }),
    );
    stack.made(id, { ref: KeyMetadata?.KeyId ?? '', attributes: { Arn: KeyMetadata?.Arn ?? '' } });
  };
  await Promise.all(signingKeys(stack).map(create));
}

function generate(
  id: string,
  { PasswordLength, SecretStringTemplate, GenerateStringKey }: z.infer<typeof Generated>,
): string {
  const derived = Buffer.from(hkdfSync('sha256', id, 'haukiem', 'a local run', PasswordLength));
  const value = derived.toString('base64url').slice(0, PasswordLength);
  if (!SecretStringTemplate || !GenerateStringKey) return value;
  return JSON.stringify({ ...JSON.parse(SecretStringTemplate), [GenerateStringKey]: value });
}

const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:000000000000:${resource}`;

/** Removes what a run created on another endpoint, citizens' data first of all. */
export async function removeResources(stack: Stack, { dynamodb, sqs, s3, secrets, kms }: Clients): Promise<void> {
  const refs = (...types: string[]) =>
    types.flatMap((type) => stack.resources(type)).map(({ id }) => String(stack.resolve({ Ref: id })));
  const emptyAndDelete = async (Bucket: string) => {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
      const Objects = Contents.map(({ Key }) => ({ Key }));
      if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    }
    await s3.send(new DeleteBucketCommand({ Bucket }));
  };
  // All are tried, whatever becomes of one
  const removed = await Promise.allSettled([
    ...refs('AWS::S3::Bucket').map((bucket) => removeIfPresent(emptyAndDelete(bucket))),
    ...refs('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((TableName) =>
      removeIfPresent(dynamodb.send(new DeleteTableCommand({ TableName }))),
    ),
    ...refs('AWS::SQS::Queue').map((QueueUrl) => removeIfPresent(sqs.send(new DeleteQueueCommand({ QueueUrl })))),
    ...refs('AWS::SecretsManager::Secret').map((SecretId) =>
      removeIfPresent(secrets.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }))),
    ),
    ...signingKeys(stack).map(({ id }) =>
      removeIfPresent(
        kms.send(new ScheduleKeyDeletionCommand({ KeyId: String(stack.resolve({ 'Fn::GetAtt': [id, 'Arn'] })) })),
      ),
    ),
  ]);
  const failed = removed.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
