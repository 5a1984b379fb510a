import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING } from '#infra/bundle.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * The pattern by which a bundle shows that it contains an SDK client, and the code of a bare handler for that client.
 */
const CLIENTS = {
  dynamodb: {
    mark: 'com.amazonaws.dynamodb',
    imports: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));`,
    uses: `await db.send(new QueryCommand({ TableName: process.env.PARKED_TABLE, KeyConditionExpression: 'queue = :q', ExpressionAttributeValues: { ':q': 'none' } }));`,
  },
  sqs: {
    mark: 'com.amazonaws.sqs',
    imports: `import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
export const queue = new SQSClient({});
export const send = (Entries) => queue.send(new SendMessageBatchCommand({ QueueUrl: '', Entries }));`,
    uses: '',
  },
  s3: {
    mark: 'com.amazonaws.s3',
    imports: `import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
export const store = new S3Client({});
export const open = (Bucket, Key) => store.send(new GetObjectCommand({ Bucket, Key }));
export const put = (params) => new Upload({ client: store, params }).done();`,
    uses: '',
  },
  secrets: {
    mark: 'com.amazonaws.secretsmanager',
    imports: `import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
const secrets = new SecretsManagerClient({});
if (process.env.HASH_SECRET_ARN) await secrets.send(new GetSecretValueCommand({ SecretId: process.env.HASH_SECRET_ARN }));`,
    uses: '',
  },
} as const;

/**
 * Bundles, as functions are bundled, a handler with the SDK clients of `code` and nothing else: it reads the secret where
 * the function does, and asks one question of a table for its event. @returns the module's path
 */
export async function bareHandler(code: string, outfile: string): Promise<string> {
  const clients = Object.values(CLIENTS).filter(({ mark }) => code.includes(mark));
  const contents = [
    ...clients.map(({ imports }) => imports),
    'export const handler = async () => {',
    ...clients.map(({ uses }) => uses),
    '};',
  ].join('\n');
  const { outExtension: _, ...bundling } = BUNDLING;
  await build({ ...bundling, outfile, stdin: { contents, resolveDir: ROOT, loader: 'js' } });
  return outfile;
}
