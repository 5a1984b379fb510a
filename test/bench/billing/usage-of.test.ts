import { describe, expect, it } from 'vitest';
import { readStack } from '#infra/local/template.ts';
import type { Exchange } from '../embedded/recorder.ts';
import type { Phase } from '../embedded/run-flow.ts';
import { indexWrites } from './index-writes.ts';
import { itemBytes } from './item-size.ts';
import { usd } from './prices.ts';
import { usageOf } from './usage-of.ts';

const keys = (...names: string[]) => names.map((AttributeName) => ({ AttributeName }));
const STACK = readStack(
  {
    Resources: {
      Things: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: keys('id'),
          GlobalSecondaryIndexes: [
            { KeySchema: keys('shard', 'due'), Projection: { ProjectionType: 'KEYS_ONLY' } },
            { KeySchema: keys('feed', 'id'), Projection: { ProjectionType: 'ALL' } },
            {
              KeySchema: keys('morning', 'id'),
              Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['awaits'] },
            },
          ],
        },
      },
    },
  },
  {},
);

const exchange = (service: Exchange['service'], action: string, asked: unknown, answered: unknown = {}): Exchange => ({
  service,
  action,
  caller: 'AFunction',
  path: '/',
  request: Buffer.from(JSON.stringify(asked)),
  reply: Buffer.from(JSON.stringify(answered)),
  ok: true,
  sentAt: 0,
  answeredAt: 1,
});
const put = (item: Record<string, string>, units: number): Exchange =>
  exchange(
    'dynamodb',
    'PutItem',
    { TableName: 'Things', Item: Object.fromEntries(Object.entries(item).map(([name, S]) => [name, { S }])) },
    { ConsumedCapacity: { CapacityUnits: units } },
  );
const usage = (exchanges: readonly Exchange[], rest: Partial<Phase> = {}) =>
  usageOf({ files: 1, seconds: 1, invocations: [], logBytes: 0, ...rest, exchanges }, indexWrites(STACK), 1);

describe('the bill of a run', () => {
  it('the bill measures items by the size rules of DynamoDB', () => {
    expect(itemBytes({ id: { S: 'bốn' } })).toBe(2 + 5);
    expect(itemBytes({ n: { N: '-1234.5' }, b: { B: Buffer.alloc(9).toString('base64') }, t: { BOOL: true } })).toBe(
      1 + 4 + (1 + 9) + (1 + 1),
    );
    expect(itemBytes({ l: { L: [{ S: 'ab' }] }, m: { M: { k: { S: 'v' } } } })).toBe(1 + 3 + 3 + (1 + 3 + 3));
  });

  it('the bill has a write of an index where the indexed part of an item changes', () => {
    const first = { id: '1', shard: '0', due: 'may', what: 'a' };
    expect(usage([put(first, 1)]).writeUnits).toBe(2);
    expect(usage([put(first, 1), put({ ...first, what: 'b' }, 1)]).writeUnits).toBe(3);
    expect(usage([put(first, 1), put({ ...first, due: 'june' }, 1)]).writeUnits).toBe(5);
    expect(usage([put({ id: '1' }, 1)]).writeUnits).toBe(1);
    const awaiting = { id: '1', morning: '0', awaits: 'x', what: 'a' };
    expect(usage([put(awaiting, 1), put({ ...awaiting, what: 'b' }, 1)]).writeUnits).toBe(3);
    expect(usage([put(awaiting, 1), put({ ...awaiting, awaits: 'y' }, 1)]).writeUnits).toBe(4);
    const held = { id: '1', feed: 'police', what: 'x'.repeat(1500) };
    expect(usage([put(held, 2)]).writeUnits).toBe(4);
    expect(usage([put(held, 2), put({ ...held, what: 'y'.repeat(1500) }, 2)]).writeUnits).toBe(8);
  });

  it('a refused write is billed by the size of its item, and a read by what it consumed', () => {
    const refused = { ...put({ id: '1', what: 'x'.repeat(2500) }, 0), ok: false };
    expect(usage([refused]).writeUnits).toBe(3);
    const read = exchange('dynamodb', 'BatchGetItem', {}, { ConsumedCapacity: [{ CapacityUnits: 2.5 }] });
    expect(usage([read]).readUnits).toBe(2.5);
  });

  it('a queue request is billed for each 64 kB, and an empty receive is billed too', () => {
    const asked = { QueueUrl: 'http://q/1' };
    const long = exchange('sqs', 'SendMessageBatch', { ...asked, body: 'x'.repeat(70_000) });
    const poller = { caller: undefined };
    const empty = { ...exchange('sqs', 'ReceiveMessage', asked), ...poller };
    const full = { ...exchange('sqs', 'ReceiveMessage', asked, { Messages: [{ ReceiptHandle: 'r' }] }), ...poller };
    const looked = { ...exchange('sqs', 'GetQueueAttributes', asked), ...poller };
    expect(usage([long, empty, full, looked]).queueRequests).toBe(3);
    expect(usage([long, full]).keyRequests).toBe(2);
  });

  it('memory is billed for its time at its share of a processor', () => {
    const one = { function: 'AFunction', memoryMegabytes: 1769, processorMilliseconds: 1024 };
    expect(usage([], { invocations: [one] }).gigabyteSeconds).toBeCloseTo(1.769);
    const half = { ...one, memoryMegabytes: 884.5 };
    expect(usage([], { invocations: [half] }).gigabyteSeconds).toBeCloseTo(1.769);
    expect(usd(usage([], { invocations: [one] }))).toBeCloseTo(
      1.769 * 0.000_013_333_4 + 0.2e-6 + (0.7 * 420) / 1024 ** 3,
      9,
    );
  });
});
