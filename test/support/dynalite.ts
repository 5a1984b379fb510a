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
import { TABLE_DESIGNS, type TableDesign, type TableName } from '#shared/tables/table-designs.ts';

export interface Dynalite {
  readonly db: DynamoDBDocumentClient;
  /** http://127.0.0.1:port */
  readonly endpoint: string;
  /** Makes a table as it is designed, or as `design` says, and gives back the name it got once it takes writes. */
  readonly createTable: { (name: TableName): Promise<string>; (name: string, design: TableDesign): Promise<string> };
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
  return {
    db,
    endpoint,
    createTable: (name: string, design: TableDesign = designOf(name)) => createTable(client, name, design),
  };
}

const open = (): Server => {
  const create = createRequire(import.meta.url)('dynalite') as (options: { createTableMs: number }) => Server;
  return create({ createTableMs: CREATING_MS });
};

async function createTable(client: DynamoDBClient, name: string, design: TableDesign): Promise<string> {
  tables += 1;
  const TableName = `${name}-${tables}`;
  const { indexes = [] } = design;
  const attributes = new Set(
    [design, ...indexes].flatMap(({ partition, sort }) => (sort === undefined ? [partition] : [partition, sort])),
  );
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(design),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection:
            typeof index.projection === 'string'
              ? { ProjectionType: index.projection }
              : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projection] },
        })),
      }),
    }),
  );
  await waitUntilTableExists({ client, minDelay: 0.01, maxDelay: 0.2, maxWaitTime: 10 }, { TableName });
  return TableName;
}

const isDesigned = (name: string): name is TableName => name in TABLE_DESIGNS;
function designOf(name: string): TableDesign {
  if (!isDesigned(name)) throw new Error(`${name} has no design`);
  return TABLE_DESIGNS[name];
}

const keySchema = ({ partition, sort }: Pick<TableDesign, 'partition' | 'sort'>): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' as const }]),
];
