import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { ANSWER_IN_TIME } from '#shared/clients/answer-in-time.ts';
import { useInProcessQueues, useInProcessTables } from './in-process/clients.ts';
import { retriesForAMinute } from '#shared/clients/retries.ts';
import type { InProcessServices } from './in-process/services.ts';
import type { Endpoints } from './engines.ts';
import { REGION } from './region.ts';

export interface Clients {
  /** The client by which tables are made. */
  readonly dynamodb: DynamoDBClient;
  /** The client by which items are read and written. */
  readonly documents: DynamoDBDocumentClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly kms: KMSClient;
  readonly endpoints: Endpoints;
}

/** The runner's own clients. Its engines check no credentials; another endpoint gets those of the environment. */
export function clientsOf(endpoints: Endpoints, credentials: Credentials, nearby: InProcessServices = {}): Clients {
  const to = (endpoint: string) => ({
    endpoint,
    region: REGION,
    credentials,
    retryStrategy: retriesForAMinute,
    requestHandler: ANSWER_IN_TIME,
  });
  const dynamodb = new DynamoDBClient(to(endpoints.dynamodb));
  return {
    dynamodb,
    documents: useInProcessTables(DynamoDBDocumentClient.from(dynamodb), nearby.tables),
    sqs: useInProcessQueues(
      new SQSClient({ ...to(endpoints.sqs), useQueueUrlAsEndpoint: false, cacheMiddleware: true }),
      nearby.queues,
    ),
    s3: new S3Client({ ...to(endpoints.s3), forcePathStyle: true }),
    secrets: new SecretsManagerClient(to(endpoints.secretsManager)),
    kms: new KMSClient(to(endpoints.kms)),
    endpoints,
  };
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The embedded engines get invented credentials, and never the machine's real ones. */
export function credentialsFor(own: boolean, environment: NodeJS.ProcessEnv): Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (own || !accessKeyId || !secretAccessKey) return { accessKeyId: 'local', secretAccessKey: 'local' };
  return { accessKeyId, secretAccessKey };
}
