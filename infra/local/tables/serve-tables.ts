import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { TableError } from './item.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { TableRequest } from './table-request.ts';

/** A value as DynamoDB's JSON writes it: `{S: 'a'}`, `{N: '1'}`, bytes as base64. */
type AttributeValue = Readonly<Record<string, unknown>>;

/** Converts a native value to DynamoDB's form. Absent values are left out, as in the functions' document client. */
function toAttributeValue(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'bigint') return { N: value.toString() };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: value.toString() };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'object') return ofObject(value);
  throw new TypeError(`DynamoDB knows no such ${typeof value}`);
}

const ofObject = (value: object | null): AttributeValue => {
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(toAttributeValue) };
  if (value instanceof Set && [...value].every((one) => typeof one === 'string')) return { SS: [...value] };
  if (value instanceof Set || value instanceof Map)
    throw new TypeError('Of sets and maps tables hold sets of texts alone');
  return { M: toAttributes(value) };
};

export function toAttributes(item: object): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) attributes[name] = toAttributeValue(value);
  }
  return attributes;
}

/**
 * Converts an attribute value to a native one. It refuses a number that JavaScript cannot represent, because this
 * project writes none.
 */
export function fromAttributes(attributes: Readonly<Record<string, AttributeValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, fromAttributeValue(value)]));
}

function fromAttributeValue({ S, SS, N, BOOL, B, L, M }: AttributeValue): unknown {
  if (S !== undefined) return S;
  if (Array.isArray(SS)) return new Set(SS);
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (B !== undefined) return Uint8Array.from(Buffer.from(B as string, 'base64'));
  if (L !== undefined) return (L as readonly AttributeValue[]).map(fromAttributeValue);
  return M === undefined ? null : fromAttributes(M as Record<string, AttributeValue>);
}

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
