import { createRequire } from 'node:module';
import { DynamoDBClient, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { useInProcessTables } from '#infra/local/in-process/clients.ts';
import { TABLE_DESIGNS, TABLE_NAMES, type TableDesign, type TableName } from '#shared/tables/table-designs.ts';
import { toAttributes } from '#infra/local/tables/serve-tables.ts';
import { TableError } from '#infra/local/tables/item.ts';
import type { TableLayout } from '#infra/local/tables/memory-table.ts';
import { MemoryTables } from '#infra/local/tables/memory-tables.ts';
import type { TableRequest } from '#infra/local/tables/table-request.ts';

/** Tables for a test, in memory here; `dynalite()` is another. */
export interface TestDatabase {
  readonly db: DynamoDBDocumentClient;
  /** Makes a table as it is designed and gives back the name it got. */
  readonly createTable: (name: TableName) => Promise<string>;
}

let started: TestDatabase | undefined;
let tables = 0;

/**
 * The tables of an embedded run, in this process: a call costs a small part of what dynalite asks for it.
 * `test/infra/local/tables/memory-tables.test.ts` holds their answers to dynalite's. Dynalite itself checks each expression
 * once, because it knows the reserved words and each name or value that nothing uses.
 */
export function memoryDatabase(): TestDatabase {
  started ??= start();
  return started;
}

/** A new table of each design, by the names of the designs. */
export async function memoryTables() {
  const { db, createTable } = memoryDatabase();
  const made = await Promise.all(TABLE_NAMES.map(async (name) => [name, await createTable(name)] as const));
  return { db, tables: Object.fromEntries(made) as Record<TableName, string> };
}

function start(): TestDatabase {
  const engine = new MemoryTables();
  const client = new DynamoDBClient({
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
  });
  const db = useInProcessTables(DynamoDBDocumentClient.from(client), async (operation, request) => {
    checkExpressions(request);
    // A caller may change what it gave or got: over the network it would have a copy
    return copied(answerOf(engine, operation, request));
  });
  return {
    db,
    createTable: async (name) => {
      tables += 1;
      const TableName = `${name}-${tables}`;
      engine.add(TableName, layoutOf(TABLE_DESIGNS[name]));
      return TableName;
    },
  };
}

/** What tables answer: bytes, lists and records. `structuredClone` takes many times as long for them. */
function copied<T>(value: T): T;
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(copied);
  if (value instanceof Set) return new Set(value);
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) copy[name] = copied(one);
  return copy;
}

/** @throws {object} the fault as it comes over a port: a name and a message, of which the client makes the SDK's error */
function answerOf(engine: MemoryTables, operation: string, request: TableRequest): object {
  try {
    return engine.run(operation, request);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const { name, message } = error;
    throw { name, message };
  }
}

const layoutOf = ({ partition, sort, indexes = [] }: TableDesign): TableLayout => ({
  partition,
  sort,
  indexes: Object.fromEntries(
    indexes.map(({ name, projection, ...keys }) => [
      name,
      { ...keys, projected: projection === 'ALL' ? undefined : projection === 'KEYS_ONLY' ? [] : projection },
    ]),
  ),
});

const { validateExpressions } = createRequire(import.meta.url)('dynalite/validations') as {
  readonly validateExpressions: (request: object) => string | undefined;
};
const known = new Set<string>();

/** @throws {DynamoDBServiceException} in dynalite's words, where DynamoDB would refuse the expressions */
function checkExpressions(request: TableRequest): void {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values, ...rest } = request;
  const { ConditionExpression, KeyConditionExpression, UpdateExpression, FilterExpression } = rest;
  const texts = [ConditionExpression, KeyConditionExpression, UpdateExpression, FilterExpression, names];
  const key = JSON.stringify([texts, values && Object.entries(values).map(([name, value]) => [name, typeof value])]);
  if (known.has(key)) return;
  const message = validateExpressions({
    ...(ConditionExpression !== undefined && { ConditionExpression }),
    ...(KeyConditionExpression !== undefined && { KeyConditionExpression }),
    ...(UpdateExpression !== undefined && { UpdateExpression }),
    ...(FilterExpression !== undefined && { FilterExpression }),
    ...(names && { ExpressionAttributeNames: names }),
    ...(values && { ExpressionAttributeValues: toAttributes(values) }),
  });
  if (message !== undefined)
    throw new DynamoDBServiceException({ name: 'ValidationException', message, $fault: 'client', $metadata: {} });
  known.add(key);
}
