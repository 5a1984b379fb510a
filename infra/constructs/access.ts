import { Aws, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { StepQueue } from './step-queue.ts';
import type { StoredTable } from './stored-table.ts';

/**
 * A resource that an environment variable names, with the function's permissions on it. Both are stated together, so
 * that neither is forgotten.
 */
export interface Access {
  readonly value: string;
  readonly statements: readonly PolicyStatement[];
  /** The accepted cdk-nag findings about the resource, each with the reason. */
  readonly acknowledged?: readonly { readonly id: string; readonly reason: string }[];
}

export type TableCall =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'Scan'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem';
const WRITES: ReadonlySet<TableCall> = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);

const READ_KEY = ['kms:Decrypt', 'kms:DescribeKey'];
/** DynamoDB re-encrypts a table's key on behalf of the writer. */
const WRITE_KEY = [...READ_KEY, 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
const PUT_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];
const NAMED_BY_REPORT = 'Objects are named after what they report on; the prefix is all that is known of them.';

/**
 * Grants exactly the calls that a function's code makes of a table and of its indexes; a test compares both.
 * @throws {Error} where the table has no such index
 */
export function tableAccess(
  stored: StoredTable,
  named: readonly TableCall[],
  indexes: readonly string[] = [],
  scanned: readonly string[] = [],
): Access {
  const { table, design, encryptionKey } = stored;
  const missing = [...indexes, ...scanned].find((index) => !design.indexes?.some(({ name }) => name === index));
  if (missing !== undefined) throw new Error(`${table.node.path} has no index ${missing}`);
  return {
    value: table.tableName,
    statements: [
      ...(named.length > 0 ? [allow(named.map(callOf), table.tableArn)] : []),
      ...indexes.map((index) => allow([callOf('Query')], `${table.tableArn}/index/${index}`)),
      ...scanned.map((index) => allow([callOf('Scan')], `${table.tableArn}/index/${index}`)),
      useKey(encryptionKey, named.some((call) => WRITES.has(call)) ? WRITE_KEY : READ_KEY, 'dynamodb'),
    ],
  };
}

const callOf = (call: TableCall): string => `dynamodb:${call}`;

export function sendAccess({ queue, encryptionKey }: StepQueue): Access {
  const send = allow(['sqs:SendMessage'], queue.queueArn);
  return { value: queue.queueUrl, statements: [send, useKey(encryptionKey, PUT_KEY, 'sqs')] };
}

/**
 * Grants counting the messages of the queues and of their dead letters. The variable's value is the queues' names without
 * the stack's, separated by commas, because their addresses would not fit into a function's 4 kB of environment.
 */
export function watchAccess(queues: readonly StepQueue[]): Access {
  const arns = queues.flatMap(({ queue, deadLetters }) => [queue.queueArn, deadLetters.queueArn]);
  return { value: namesOf(queues), statements: [allow(['sqs:GetQueueAttributes'], ...arns)] };
}

/** Grants sending to each of the queues. The variable's value is their names, as with `watchAccess`. */
export function sendToAllAccess(queues: readonly StepQueue[]): Access {
  const keys = new Set(queues.map(({ encryptionKey }) => encryptionKey));
  return {
    value: namesOf(queues),
    statements: [
      allow(['sqs:SendMessage'], ...queues.map(({ queue }) => queue.queueArn)),
      ...[...keys].map((key) => useKey(key, PUT_KEY, 'sqs')),
    ],
  };
}

/** Grants counting, and sending dead letters and parked messages back to their queues. */
export function repairAccess(queues: readonly StepQueue[]): Access {
  const take = ['sqs:ReceiveMessage', 'sqs:DeleteMessage'];
  return {
    value: namesOf(queues),
    statements: [
      ...watchAccess(queues).statements,
      ...sendToAllAccess(queues).statements,
      allow(take, ...queues.map(({ deadLetters }) => deadLetters.queueArn)),
    ],
  };
}

const namesOf = (queues: readonly StepQueue[]) => queues.map(({ reading }) => reading.name).join(',');

/**
 * Grants reading every object. With the right to list, S3 answers "not there" for a missing object instead of "not
 * allowed".
 */
export function readAccess(bucket: Bucket): Access {
  const get = allow(['s3:GetObject'], bucket.arnForObjects('*'));
  const list = allow(['s3:ListBucket'], bucket.bucketArn);
  const statements = [get, list, useKey(keyOf(bucket), ['kms:Decrypt'], 's3')];
  return { value: bucket.bucketName, statements, acknowledged: [objectsOf(bucket, '', 'Senders name the objects.')] };
}

/** Grants reading every version of every object, so that whoever was told of one reads exactly that one. */
export function readVersionsAccess(bucket: Bucket): Access {
  const access = readAccess(bucket);
  return { ...access, statements: [...access.statements, allow(['s3:GetObjectVersion'], bucket.arnForObjects('*'))] };
}

/** Grants reading objects under `prefix` by their names; listing is not allowed. */
export function readAccessUnder(bucket: Bucket, prefix: string): Access {
  const get = allow(['s3:GetObject'], bucket.arnForObjects(`${prefix}*`));
  const statements = [get, useKey(keyOf(bucket), ['kms:Decrypt'], 's3')];
  return { value: bucket.bucketName, statements, acknowledged: [objectsOf(bucket, prefix, NAMED_BY_REPORT)] };
}

/** Grants writing objects under `prefix`, also in parts. */
export function writeAccess(bucket: Bucket, prefix: string): Access {
  const put = allow(['s3:AbortMultipartUpload', 's3:PutObject'], bucket.arnForObjects(`${prefix}*`));
  const statements = [put, useKey(keyOf(bucket), PUT_KEY, 's3')];
  return { value: bucket.bucketName, statements, acknowledged: [objectsOf(bucket, prefix, NAMED_BY_REPORT)] };
}

/** Grants putting objects under `prefix`, and taking them away from there. */
export function moveAccessUnder(bucket: Bucket, prefix: string): Access {
  const { value, statements, acknowledged = [] } = writeAccess(bucket, prefix);
  const move = allow(['s3:DeleteObject', 's3:GetObject'], bucket.arnForObjects(`${prefix}*`));
  return { value, statements: [...statements, move], acknowledged };
}

/**
 * Grants writing objects directly under `prefix`, also in parts, but not into the folders below it, which belong to other
 * senders.
 */
export function writeAccessIn(bucket: Bucket, prefix: string): Access {
  const access = writeAccess(bucket, prefix);
  const deny = new PolicyStatement({
    effect: Effect.DENY,
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(`${prefix}*/*`)],
  });
  return { ...access, statements: [...access.statements, deny] };
}

/** Grants writing and removing objects under `prefix`, so that nothing of an earlier file stays beside a later one. */
export function replaceAccess(bucket: Bucket, prefix: string): Access {
  const access = writeAccess(bucket, prefix);
  const remove = allow(['s3:DeleteObject'], bucket.arnForObjects(`${prefix}*`));
  return { ...access, statements: [...access.statements, remove] };
}

/** Grants writing and reading objects under `prefix`, so that an existing object is not written again. */
export function readWriteAccessUnder(bucket: Bucket, prefix: string): Access {
  const access = writeAccess(bucket, prefix);
  return { ...access, statements: [...access.statements, allow(['s3:GetObject'], bucket.arnForObjects(`${prefix}*`))] };
}

/**
 * Grants reading and writing every object. With the right to list, S3 answers "not there" for a missing object instead
 * of "not allowed".
 */
export function readWriteAccess(bucket: Bucket): Access {
  const both = allow(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], bucket.arnForObjects('*'));
  const list = allow(['s3:ListBucket'], bucket.bucketArn);
  const statements = [both, list, useKey(keyOf(bucket), PUT_KEY, 's3')];
  return { value: bucket.bucketName, statements, acknowledged: [objectsOf(bucket, '', NAMED_BY_REPORT)] };
}

export function secretAccess(secret: Secret): Access {
  const get = allow(['secretsmanager:GetSecretValue'], secret.secretArn);
  return { value: secret.secretArn, statements: [get, useKey(keyOf(secret), ['kms:Decrypt'], 'secretsmanager')] };
}

/** Grants signing by a key, and reading its public part. */
export const signAccess = (key: Key): Access => ({
  value: key.keyArn,
  statements: [allow(['kms:GetPublicKey', 'kms:Sign'], key.keyArn)],
});

/** An operator puts one secret for each receiver under `prefix`: `{"secrets": ["whsec_…"]}`; the table names it. */
export const alsoReadsSecretsOf = (access: Access, stored: StoredTable, prefix: string): Access =>
  withSecrets(access, stored, prefix, { actions: ['secretsmanager:GetSecretValue'], key: ['kms:Decrypt'] });

/** Gives a receiver another secret, and reads one to answer a repeated request with the same key. */
export const alsoChangesSecretsOf = (access: Access, stored: StoredTable, prefix: string): Access =>
  withSecrets(access, stored, prefix, {
    actions: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
    key: PUT_KEY,
  });

function withSecrets(
  access: Access,
  { table, encryptionKey }: StoredTable,
  prefix: string,
  { actions, key }: { readonly actions: string[]; readonly key: string[] },
): Access {
  const { stackName, region } = Stack.of(table);
  const tail = `:secret:${stackName}/${prefix}/*`;
  const arn = `arn:${Aws.PARTITION}:secretsmanager:${region}:${Aws.ACCOUNT_ID}${tail}`;
  return {
    ...access,
    statements: [...access.statements, allow(actions, arn), useKey(encryptionKey, key, 'secretsmanager')],
    acknowledged: [
      {
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:secretsmanager:${region}:<AWS::AccountId>${tail}]`,
        reason: 'Receivers come and go without a deployment; the prefix is theirs alone.',
      },
    ],
  };
}

/** Joins several accesses to one resource under one variable, because a function has only 4 kB of environment. */
export const joinAccess = (first: Access, ...others: readonly Access[]): Access => ({
  value: first.value,
  statements: [first, ...others].flatMap(({ statements }) => statements),
  acknowledged: [first, ...others].flatMap(({ acknowledged = [] }) => acknowledged),
});

function objectsOf(bucket: Bucket, prefix: string, reason: string) {
  const { defaultChild } = bucket.node;
  const logicalId = defaultChild instanceof CfnBucket ? Stack.of(bucket).getLogicalId(defaultChild) : '';
  return { id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`, reason };
}

/** @throws {Error} where AWS's own key would encrypt it */
function keyOf({ node, encryptionKey }: Bucket | Secret): IKey {
  if (!encryptionKey) throw new Error(`${node.path} has no key of ours`);
  return encryptionKey;
}

const allow = (actions: string[], ...resources: string[]) => new PolicyStatement({ actions, resources });

/** The key decrypts only what the named service stores. */
const useKey = (key: IKey, actions: string[], service: string) =>
  new PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com` } },
  });
