import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { fromAttributes, toAttributes } from './attribute-values.ts';
import { TableError } from './item.ts';
import type { MemoryTables, TableRequest } from './memory-tables.ts';

const JSON_1_0 = 'application/x-amz-json-1.0';

/** Serves in-memory tables by DynamoDB's protocol, for callers that reach them by an address. */
export const serveTables = (tables: MemoryTables): Server =>
  createServer((request, response) => void answer(tables, request, response));

async function answer(tables: MemoryTables, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': JSON_1_0, 'x-amzn-requestid': 'local' });
    response.end(JSON.stringify(body));
  };
  try {
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
    const asked = eachItem(JSON.parse(await text(request)), fromAttributes) as TableRequest;
    say(200, eachItem(tables.run(operation, asked), toAttributes));
  } catch (error) {
    const name = error instanceof TableError ? error.name : 'SerializationException';
    const message = error instanceof Error ? error.message : '';
    say(400, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message });
  }
}

type ItemChange = (item: never) => object;

/** The fields of requests and answers that hold an item, a key or values. */
const ITEMS: ReadonlySet<string> = new Set([
  'Item',
  'Key',
  'Attributes',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
  'LastEvaluatedKey',
]);
/** The fields that contain, at any depth, lists or maps of items. */
const AROUND: ReadonlySet<string> = new Set(['RequestItems', 'Responses', 'UnprocessedItems', 'UnprocessedKeys']);
const LISTS: ReadonlySet<string> = new Set(['Items', 'Keys']);

/** Copies a request or an answer with each of its items converted. */
function eachItem(body: object, change: ItemChange): object {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (ITEMS.has(name)) return [name, change(value as never)];
      if (LISTS.has(name)) return [name, (value as never[]).map(change)];
      return [name, AROUND.has(name) ? eachTable(value as Record<string, unknown>, change) : value];
    }),
  );
}

/** A map by table, whose values are items, requests or keys. */
const eachTable = (tables: Readonly<Record<string, unknown>>, change: ItemChange): object =>
  Object.fromEntries(
    Object.entries(tables).map(([name, of]) => [
      name,
      Array.isArray(of) ? of.map(entry(change)) : eachItem(of as object, change),
    ]),
  );

const entry =
  (change: ItemChange) =>
  (one: { readonly PutRequest?: object; readonly DeleteRequest?: object }): object => {
    if (one.PutRequest) return { PutRequest: eachItem(one.PutRequest, change) };
    if (one.DeleteRequest) return { DeleteRequest: eachItem(one.DeleteRequest, change) };
    return change(one as never);
  };
