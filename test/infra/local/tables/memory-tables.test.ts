import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useInProcessTables } from '#infra/local/in-process/clients.ts';
import { putIf } from '#shared/tables/conditional-write.ts';
import { answerOverPort } from '#infra/local/in-process/answer.ts';
import { askOverPort } from '#infra/local/in-process/ask.ts';
import { MemoryTables } from '#infra/local/tables/memory-tables.ts';
import { serveTables } from '#infra/local/tables/serve-tables.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { EXPRESSION_FORMS, expressionForm, tableCall } from '#test/support/table-calls.ts';
import { createTable, DESIGN, documents, outcome, saidBy, settings } from './asked-table.ts';

let server: Server;
let ports: readonly MessagePort[] = [];
/** Opens in-memory tables over HTTP and over a port. */
let far: DynamoDBDocumentClient;
let near: DynamoDBDocumentClient;
let real: Awaited<ReturnType<typeof dynalite>>;

beforeAll(async () => {
  const engine = new MemoryTables();
  server = serveTables(engine).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  answerOverPort(port2, (operation, request) => engine.run(operation, request));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  far = documents(new DynamoDBClient({ ...settings, endpoint }));
  near = useInProcessTables(documents(new DynamoDBClient({ ...settings, endpoint })), askOverPort(port1));
  real = await dynalite();
});
afterAll(async () => {
  for (const port of ports) port.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('the tables of an embedded run', () => {
  it('the tables of an embedded run answer random calls as dynalite does, over HTTP and over a port', async () => {
    const calls = fc.array(tableCall, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(calls, async (asked) => {
        const name = await real.createTable('memory', DESIGN);
        const ours = [
          { db: far, table: await createTable(far) },
          { db: near, table: await createTable(near) },
        ];
        for (const make of asked) {
          const said = await outcome(() => real.db.send(make(name) as PutCommand));
          for (const { db, table } of ours) {
            const own = await outcome(() => db.send(make(table) as PutCommand));
            expect({ asked: make(table).input, said: own }).toEqual({ asked: make(table).input, said });
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the random calls have every form of a condition that is written in the tables', () => {
    const root = join(import.meta.dirname, '..', '..', '..', '..');
    const written = globSync('shared/tables/*.ts', { cwd: root }).flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /(?:when|KeyConditionExpression|FilterExpression): '([^']+)'/gu,
        ),
      ].map(([, expression = '']) => expression),
    );
    const ranges = ['=', '<', '<=', '>', '>='].map((is) => `#key0 = :key0 AND #key1 ${is} :key1`);
    // A query is written by its key, of which queryOf makes these
    const ofKeys = [
      '#key0 = :key0',
      ...ranges,
      '#key0 = :key0 AND begins_with(#key1, :key1)',
      '#key0 = :key0 AND #key1 BETWEEN :key1 AND :to',
    ];
    expect(written.length).toBeGreaterThan(25);
    expect([...written, ...ofKeys].filter((expression) => !EXPRESSION_FORMS.has(expressionForm(expression)))).toEqual(
      [],
    );
  });

  it('the tables of an embedded run sort keys by their bytes, with characters beyond the first plane last, and filter a page after its limit', async () => {
    const sorts = ['\uFFFD', '\u{1F600}', '\u{10000}', 'z', 'ế', 'a\u{1F600}b', 'a\uE000'];
    const name = await real.createTable('order', DESIGN);
    const table = await createTable(near);
    for (const s of sorts) {
      const Item = { p: 'x', s, ...(s === 'z' && { left: true }) };
      await real.db.send(new PutCommand({ TableName: name, Item }));
      await near.send(new PutCommand({ TableName: table, Item }));
    }
    const order = async (db: DynamoDBDocumentClient, TableName: string) => {
      const query = { TableName, KeyConditionExpression: 'p = :p', ExpressionAttributeValues: { ':p': 'x' } };
      return (await db.send(new QueryCommand(query))).Items?.map(({ s }) => s);
    };
    expect(await order(near, table)).toEqual(await order(real.db, name));
    // What a filter leaves out counts for the limit of a page
    const page = async (db: DynamoDBDocumentClient, TableName: string) => {
      const query = { TableName, KeyConditionExpression: 'p = :p', ExpressionAttributeValues: { ':p': 'x' }, Limit: 2 };
      const filter = { FilterExpression: 'attribute_not_exists(#left)', ExpressionAttributeNames: { '#left': 'left' } };
      const { Items, Count, ScannedCount, LastEvaluatedKey } = await db.send(new QueryCommand({ ...query, ...filter }));
      return { Items, Count, ScannedCount, LastEvaluatedKey };
    };
    expect(await page(near, table)).toEqual(await page(real.db, name));
  });

  it('the tables of an embedded run end a page at a megabyte, of a query and of a scan, and lose and repeat nothing', async () => {
    const table = await createTable(near);
    for (let n = 0; n < 60; n += 1)
      await near.send(
        new PutCommand({ TableName: table, Item: { p: `${n % 2}`, s: `${n}`, text: 'x'.repeat(60_000) } }),
      );
    const query = { TableName: table, KeyConditionExpression: 'p = :p', ExpressionAttributeValues: { ':p': '1' } };
    const pages: number[] = [];
    for await (const { Items = [] } of paginateQuery({ client: near }, query)) pages.push(Items.length);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.reduce((sum, one) => sum + one)).toBe(30);
    const seen = new Set<unknown>();
    let scanned = 0;
    for await (const { Items = [] } of paginateScan({ client: far }, { TableName: table })) {
      scanned += 1;
      for (const { p, s } of Items) seen.add(`${p} ${s}`);
    }
    expect(scanned).toBeGreaterThan(2);
    expect(seen.size).toBe(60);
  });

  it('the tables of an embedded run page through an index of a table without a sort key, each item once', async () => {
    const table = 'no-sort';
    await near.send(
      new CreateTableCommand({
        TableName: table,
        AttributeDefinitions: ['p', 'group'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byGroup',
            KeySchema: [
              { AttributeName: 'group', KeyType: 'HASH' },
              { AttributeName: 'p', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      }),
    );
    for (const p of ['a', 'b', 'c', 'd', 'e'])
      await near.send(new PutCommand({ TableName: table, Item: { p, group: 'g', n: 1 } }));
    await near.send(new PutCommand({ TableName: table, Item: { p: 'c', n: 2 } }));
    const query = {
      TableName: table,
      IndexName: 'byGroup',
      KeyConditionExpression: '#group = :g',
      ExpressionAttributeNames: { '#group': 'group' },
      ExpressionAttributeValues: { ':g': 'g' },
    };
    const seen: unknown[] = [];
    for await (const { Items = [] } of paginateQuery({ client: near, pageSize: 1 }, query)) seen.push(...Items);
    expect(seen).toEqual(['a', 'b', 'd', 'e'].map((p) => ({ p, group: 'g' })));
  });

  it('the tables of an embedded run refuse an item over 400 KB, a key that is no text, an unknown table, and unknown parameters', async () => {
    const table = await createTable(near);
    const put = (Item: Record<string, unknown>, TableName = table) =>
      outcome(() => near.send(new PutCommand({ TableName, Item })));
    expect(await put({ p: 'a', s: 'b', text: 'ế'.repeat(140_000) })).toBe('ValidationException');
    expect(await put({ p: 'a', s: 'b', text: 'e'.repeat(400_000) })).toEqual(saidBy({}));
    expect(await put({ p: 1, s: 'b' })).toBe('ValidationException');
    expect(await put({ p: 'a', s: 'b' }, 'nobody')).toBe('ResourceNotFoundException');
    const update = {
      TableName: table,
      Key: { p: 'a', s: 'b' },
      UpdateExpression: 'SET n = n + :one',
      ExpressionAttributeValues: { ':one': 1 },
    };
    expect(await outcome(() => near.send(new UpdateCommand(update)))).toBe('ValidationException');
    const projected = {
      TableName: table,
      KeyConditionExpression: 'p = :p',
      ProjectionExpression: 'n',
      ExpressionAttributeValues: { ':p': 'a' },
    };
    expect(await outcome(() => near.send(new QueryCommand(projected)))).toBe('ValidationException');
  });

  it('the tables of an embedded run keep sets of texts and add to them', async () => {
    const table = await createTable(near);
    const add = (db: DynamoDBDocumentClient, ...texts: string[]) =>
      db.send(
        new UpdateCommand({
          TableName: table,
          Key: { p: 'a', s: 'b' },
          UpdateExpression: 'ADD texts :texts',
          ExpressionAttributeValues: { ':texts': new Set(texts) },
          ReturnValues: 'ALL_NEW',
        }),
      );
    await add(near, 'x');
    const { Attributes } = await add(far, 'x', 'y');
    expect(Attributes).toEqual({ p: 'a', s: 'b', texts: new Set(['x', 'y']) });
  });

  it('the tables of an embedded run refuse a condition with the error that conditional writes expect', async () => {
    const table = await createTable(near);
    const condition = { when: 'attribute_not_exists(p)' };
    expect(await putIf(near, table, { p: 'once', s: 'a' }, {}, condition)).toBe(true);
    expect(await putIf(near, table, { p: 'once', s: 'a' }, {}, condition)).toBe(false);
  });
});
