import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchGet, ReadsNotAnswered } from '#shared/tables/batch-get.ts';
import { batchWrite, WritesNotTaken } from '#shared/tables/batch-write.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1' }));
const db = mockClient(client);
const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n) }));
const puts = (count: number) => items(count).map((Item) => ({ PutRequest: { Item } }));
const write = (some: readonly { readonly id: string }[]) => batchWrite(client, 'table', some, ({ id }) => id);

/** The result, with the total time of the pauses. */
async function afterPauses<T>(work: Promise<T>): Promise<{ outcome: PromiseSettledResult<T>; pausedMs: number }> {
  const startedAt = Date.now();
  const settled = Promise.allSettled([work]);
  await vi.runAllTimersAsync();
  const [outcome] = await settled;
  return { outcome, pausedMs: Date.now() - startedAt };
}
/** The total of seven pauses that begin at about 50 ms and double. */
const LONGEST = { atLeastMs: 25 * 127, atMostMs: 75 * 127 };

beforeEach(() => {
  db.reset();
  vi.useFakeTimers();
});

afterEach(() => void vi.useRealTimers());

describe('writing in batches', () => {
  it('a batch write sends unprocessed items again until DynamoDB has taken all of them', async () => {
    db.on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { table: puts(1) } })
      .resolves({});
    await afterPauses(write(items(3)));
    const sizes = db.commandCalls(BatchWriteCommand).map(({ args }) => args[0].input.RequestItems?.['table']?.length);
    expect(sizes).toEqual([3, 1]);
  });

  it('a batch write fails where DynamoDB never takes an item', async () => {
    db.on(BatchWriteCommand).resolves({ UnprocessedItems: { table: puts(1) } });
    const { outcome, pausedMs } = await afterPauses(write(items(1)));
    expect(outcome).toEqual({ status: 'rejected', reason: new WritesNotTaken() });
    expect(db.commandCalls(BatchWriteCommand)).toHaveLength(8);
    expect(pausedMs).toBeGreaterThanOrEqual(LONGEST.atLeastMs);
    expect(pausedMs).toBeLessThanOrEqual(LONGEST.atMostMs);
  });

  it('a batch write has one item for one key', async () => {
    db.on(BatchWriteCommand).resolves({});
    await write([...items(2), ...items(1)]);
    expect(db.commandCalls(BatchWriteCommand)[0]?.args[0].input).toEqual({ RequestItems: { table: puts(2) } });
  });
});

describe('reading in batches', () => {
  it('a batch read requests unprocessed keys again', async () => {
    db.on(BatchGetCommand)
      .resolvesOnce({ Responses: { table: [{ id: '0' }] }, UnprocessedKeys: { table: { Keys: [{ id: '1' }] } } })
      .resolves({ Responses: { table: [{ id: '1' }] } });
    const { outcome } = await afterPauses(batchGet(client, 'table', items(2)));
    expect(outcome).toEqual({ status: 'fulfilled', value: [{ id: '0' }, { id: '1' }] });
  });

  it('a batch read fails where a key is never answered', async () => {
    db.on(BatchGetCommand).resolves({ UnprocessedKeys: { table: { Keys: [{ id: '0' }] } } });
    const { outcome } = await afterPauses(batchGet(client, 'table', items(1)));
    expect(outcome).toEqual({ status: 'rejected', reason: new ReadsNotAnswered() });
    expect(db.commandCalls(BatchGetCommand)).toHaveLength(8);
  });
});
