import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import {
  CreateTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Names of a partition key and, where there is one, of a sort key. */
interface TestKey {
  readonly partition: string;
  readonly sort?: string;
}
/** A secondary index (all attributes projected). Every key is a string unless named in `numbers`. */
interface TestIndex extends TestKey {
  readonly name: string;
}
export interface Dynalite {
  readonly db: DynamoDBDocumentClient;
  /** http://127.0.0.1:port */
  readonly endpoint: string;
  /** Makes a table of its own, named after `name`, and gives back the name it got once it takes writes. */
  readonly createTable: (
    name: string,
    key: TestKey,
    indexes?: readonly TestIndex[],
    numbers?: readonly string[],
  ) => Promise<string>;
}

/** As in DynamoDB itself, a new table takes no writes at first. */
const CREATING_MS = 5;

let started: Promise<Dynalite> | undefined;
let tables = 0;

/** The one dynalite of this process, started on first use; it doesn't keep the process alive. */
export function dynalite(): Promise<Dynalite> {
  started ??= start();
  return started;
}

async function start(): Promise<Dynalite> {
  const server = open();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { db, endpoint, createTable: (...shape) => createTable(client, ...shape) };
}

const open = (): Server => {
  const create = createRequire(import.meta.url)('dynalite') as (options: { createTableMs: number }) => Server;
  return create({ createTableMs: CREATING_MS });
};

async function createTable(
  client: DynamoDBClient,
  name: string,
  key: TestKey,
  indexes: readonly TestIndex[] = [],
  numbers: readonly string[] = [],
): Promise<string> {
  tables += 1;
  const TableName = `${name}-${tables}`;
  const attributes = new Set(
    [key, ...indexes].flatMap(({ partition, sort }) => (sort ? [partition, sort] : [partition])),
  );
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(key),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({
        AttributeName,
        AttributeType: numbers.includes(AttributeName) ? 'N' : 'S',
      })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: 'ALL' },
        })),
      }),
    }),
  );
  await waitUntilTableExists({ client, minDelay: 0.01, maxDelay: 0.2, maxWaitTime: 10 }, { TableName });
  return TableName;
}

const keySchema = ({ partition, sort }: TestKey): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' as const }] : []),
];
