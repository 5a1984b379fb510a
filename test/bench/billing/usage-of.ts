import * as z from 'zod';
import type { Exchange } from '../embedded/recorder.ts';
import type { MeasuredInvocation, Phase } from '../embedded/run-flow.ts';
import type { IndexWrites } from './index-writes.ts';
import { type StoredAttributes, itemBytes, writeUnitsOf } from './item-size.ts';
import { NOTHING, type BilledUsage } from './prices.ts';

const QUEUE_CHUNK = 64 * 1024;
/** Lambda's own lines of an invocation: START, END and REPORT with its trace. */
const LOG_BYTES_AN_INVOCATION = 420;

/**
 * Computes the billed usage of a recorded phase. Units are DynamoDB's own counts from the local engine, with indexes
 * added; a queue request is counted for each 64 kB. Left out are empty receives of Lambda's pollers (some US$ a month
 * and queue, however few the registrations), storage, backups, cold starts, traces, the senders' uploads, and what the
 * receivers' endpoints answer.
 * @param arrivals the number of separate arrivals, minutes apart; each user of a queue or table fetches its data key
 * once for each
 */
export function usageOf(phase: Phase, indexes: IndexWrites, arrivals: number): BilledUsage {
  const exchanges = phase.exchanges.filter(isBilled);
  const dynamodb = exchanges
    .filter(({ service }) => service === 'dynamodb')
    .map((exchange) => units(exchange, indexes));
  const ofStore = (method: string) =>
    exchanges.filter(({ service, action, caller }) => service === 's3' && action === method && caller).length;
  return {
    ...NOTHING,
    writeUnits: sum(dynamodb.map(({ writes }) => writes)),
    readUnits: sum(dynamodb.map(({ reads }) => reads)),
    queueRequests: sum(exchanges.filter(({ service }) => service === 'sqs').map(queueRequests)),
    keyRequests: arrivals * new Set(exchanges.flatMap(keyUse)).size,
    objectPuts: ofStore('PUT') + ofStore('POST'),
    objectGets: ofStore('GET'),
    invocations: phase.invocations.length,
    gigabyteSeconds: sum(phase.invocations.map(gigabyteSeconds)),
    logGigabytes: (phase.logBytes + phase.invocations.length * LOG_BYTES_AN_INVOCATION) / 1024 ** 3,
  };
}

/** Lambda gives a function this much memory with each whole processor. */
const MEGABYTES_A_PROCESSOR = 1769;

/** Waiting overlaps with the other messages of the batch, of which 16 run at a time, but processor time does not. */
const gigabyteSeconds = ({ memoryMegabytes, processorMilliseconds }: MeasuredInvocation): number =>
  ((memoryMegabytes / 1024) * processorMilliseconds * Math.max(1, MEGABYTES_A_PROCESSOR / memoryMegabytes)) / 1000;

/** The runner's counts of queues are not billed. */
const isBilled = ({ service, action, caller, reply }: Exchange): boolean => {
  if (caller !== undefined || service !== 'sqs') return true;
  return (
    action === 'DeleteMessageBatch' || action === 'SendMessage' || (action === 'ReceiveMessage' && hasMessages(reply))
  );
};

const hasMessages = (reply: Buffer): boolean => reply.includes('"ReceiptHandle"');

const queueRequests = ({ action, request, reply }: Exchange): number =>
  Math.max(1, Math.ceil((action === 'ReceiveMessage' ? reply : request).length / QUEUE_CHUNK));

const Asked = z.object({
  TableName: z.string().optional(),
  QueueUrl: z.string().optional(),
  Item: z.record(z.string(), z.unknown()).optional(),
  UpdateExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  RequestItems: z.record(z.string(), z.unknown()).default({}),
});
const Puts = z.array(
  z.object({ PutRequest: z.object({ Item: z.record(z.string(), z.unknown()) }).optional() }).loose(),
);
const Capacity = z.object({ CapacityUnits: z.number() });
const Consumed = z.object({ ConsumedCapacity: z.union([Capacity.transform((one) => [one]), z.array(Capacity)]) });

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);

/** The units that one request to a table is billed. */
export function units(exchange: Exchange, indexes: IndexWrites): { reads: number; writes: number } {
  const asked = Asked.parse(JSON.parse(exchange.request.toString()));
  const consumed = consumedOf(exchange);
  if (READS.has(exchange.action)) return { reads: consumed ?? 1, writes: 0 };
  // A condition that does not hold is billed as the write that it refused.
  if (!exchange.ok) return { reads: 0, writes: asked.Item ? writeUnitsOf(itemBytes(asked.Item)) : 1 };
  const table = asked.TableName ?? '';
  const base = consumed ?? 1;
  const ofIndexes = asked.UpdateExpression
    ? indexes.ofUpdate(table, wordsOf(asked.UpdateExpression, asked.ExpressionAttributeNames), base)
    : sum(putRequests(asked).map(([name, item]) => indexes.ofPut(name, item)));
  return { reads: 0, writes: base + ofIndexes };
}

function consumedOf({ ok, reply }: Exchange): number | undefined {
  if (!ok) return undefined;
  const reported = Consumed.safeParse(JSON.parse(reply.toString()));
  return reported.success ? sum(reported.data.ConsumedCapacity.map(({ CapacityUnits }) => CapacityUnits)) : undefined;
}

const putRequests = ({ TableName, Item, RequestItems }: z.infer<typeof Asked>): [string, StoredAttributes][] => [
  ...(TableName !== undefined && Item ? [[TableName, Item] satisfies [string, StoredAttributes]] : []),
  ...Object.entries(RequestItems).flatMap(([table, requests]) =>
    Puts.parse(requests).flatMap(({ PutRequest }): [string, StoredAttributes][] =>
      PutRequest ? [[table, PutRequest.Item]] : [],
    ),
  ),
];

const wordsOf = (expression: string, names: Readonly<Record<string, string>>): string[] =>
  (expression.match(/#?\w+/gu) ?? []).map((word) => names[word] ?? word);

/** The users of data keys: each function for each of its queues and tables, and the poller for its queue. */
function keyUse({ service, request, caller = 'poller' }: Exchange): string[] {
  if (service === 'sqs') return [`${caller} ${Asked.parse(JSON.parse(request.toString())).QueueUrl}`];
  if (service === 's3') return [`${caller} s3`];
  if (service !== 'dynamodb') return [];
  const { TableName, RequestItems } = Asked.parse(JSON.parse(request.toString()));
  return [...(TableName === undefined ? [] : [TableName]), ...Object.keys(RequestItems)].map((t) => `${caller} ${t}`);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
