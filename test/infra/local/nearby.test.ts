import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { putIf } from '#shared/tables/conditional-write.ts';
import { TABLES_NEARBY } from '#shared/runtime/tables-nearby.ts';
import { askTables } from '#infra/local/nearby/ask-tables.ts';
import { fromAttributes, toAttributes } from '#infra/local/nearby/attribute-values.ts';
import { nearTables } from '#infra/local/nearby/near-tables.ts';

describe('tables nearby', () => {
  let server: Server;
  let ports: readonly MessagePort[] = [];
  let far: DynamoDBDocumentClient;
  let near: DynamoDBDocumentClient;

  beforeAll(async () => {
    const tables = nearTables();
    server = tables.server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
    far = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    const { port1, port2 } = new MessageChannel();
    ports = [port1, port2];
    tables.answer(port2);
    Reflect.set(globalThis, TABLES_NEARBY, askTables(port1));
    near = documentClient();
    Reflect.deleteProperty(globalThis, TABLES_NEARBY);
    for (const TableName of ['far', 'near'])
      await client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: ['p', 's'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema: [
            { AttributeName: 'p', KeyType: 'HASH' },
            { AttributeName: 's', KeyType: 'RANGE' },
          ],
        }),
      );
  });
  afterAll(async () => {
    for (const port of ports) port.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** What both ways answer, each on a table of its own; a fault by its name. */
  const both = async (ask: (db: DynamoDBDocumentClient, TableName: string) => Promise<object>) => {
    const answer = (db: DynamoDBDocumentClient, table: string) =>
      ask(db, table).then(
        (said) => JSON.parse(JSON.stringify({ ...said, $metadata: undefined }).replaceAll(`"${table}"`, '"table"')),
        (error: unknown) => (error instanceof Error ? error.name : error),
      );
    const [one, other] = [await answer(far, 'far'), await answer(near, 'near')];
    expect(other).toEqual(one);
    return other;
  };
  const item = (s: string, rest: object = {}) => ({ p: 'a', s, ...rest });

  it('the local tables answer as over the network: writes, conditions, pages, batches and faults', async () => {
    const rest = { n: 1.5, list: [1, 'a', null, { x: true }], bytes: Uint8Array.of(1, 2, 255), gone: undefined, e: '' };
    await both((db, TableName) => db.send(new PutCommand({ TableName, Item: item('1', rest) })));
    const get = (s: string) =>
      both((db, TableName) => db.send(new GetCommand({ TableName, Key: item(s), ConsistentRead: true })));
    expect(await get('1')).toMatchObject({ Item: { n: 1.5, list: [1, 'a', null, { x: true }] } });
    expect(await get('none')).toEqual({});
    const unless = { ConditionExpression: 'attribute_not_exists(p)' };
    expect(await both((db, TableName) => db.send(new PutCommand({ TableName, Item: item('1'), ...unless })))).toBe(
      'ConditionalCheckFailedException',
    );
    await both((db, TableName) =>
      db.send(
        new UpdateCommand({
          TableName,
          Key: item('1'),
          UpdateExpression: 'SET n = n + :one, #x = :x REMOVE e',
          ExpressionAttributeNames: { '#x': 'x' },
          ExpressionAttributeValues: { ':one': 1, ':x': { deep: ['y'] } },
          ReturnValues: 'ALL_NEW',
        }),
      ),
    );
    await both((db, TableName) =>
      db.send(
        new BatchWriteCommand({
          RequestItems: {
            [TableName]: [
              ...Array.from({ length: 20 }, (_, n) => ({ PutRequest: { Item: item(`b${n + 10}`, { n }) } })),
              { DeleteRequest: { Key: item('1') } },
            ],
          },
        }),
      ),
    );
    await both((db, TableName) =>
      db.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [item('b11'), item('nothing')] } } })),
    );
    const query = (ExclusiveStartKey?: Record<string, unknown>) =>
      both((db, TableName) =>
        db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'p = :p AND begins_with(s, :s)',
            ExpressionAttributeValues: { ':p': 'a', ':s': 'b' },
            Limit: 8,
            ExclusiveStartKey,
          }),
        ),
      );
    const first = await query();
    expect(first.Items).toHaveLength(8);
    expect((await query(first.LastEvaluatedKey)).Items).toHaveLength(8);
    await both((db, TableName) => db.send(new DeleteCommand({ TableName, Key: item('b10'), ReturnValues: 'ALL_OLD' })));
    expect(await both((db, TableName) => db.send(new PutCommand({ TableName, Item: { p: 1, s: 'x' } })))).toBe(
      'ValidationException',
    );
    expect(
      await both((db, TableName) =>
        db.send(new PutCommand({ TableName, Item: item('big', { t: 'x'.repeat(410_000) }) })),
      ),
    ).toBe('ValidationException');
    expect(await both((db) => db.send(new GetCommand({ TableName: 'no-such-table', Key: item('1') })))).toBe(
      'ResourceNotFoundException',
    );
  });

  it('the local tables refuse a condition with the error that conditional writes know', async () => {
    const condition = { when: 'attribute_not_exists(p)' };
    expect(await putIf(near, 'near', item('once') as never, {}, condition)).toBe(true);
    expect(await putIf(near, 'near', item('once') as never, {}, condition)).toBe(false);
  });
});

describe('an attribute value', () => {
  it('a value in the form of DynamoDB comes back as it was', () => {
    const text = fc.string({ unit: 'grapheme' });
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array(),
        fc.array(tie('any')),
        fc.dictionary(
          text.filter((name) => name !== '__proto__'),
          tie('any'),
          { noNullPrototype: true },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        expect(fromAttributes(JSON.parse(JSON.stringify(toAttributes({ one }))))).toEqual({ one });
      }),
    );
  });
});
