import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchGet, ReadsNotAnswered } from '#shared/tables/batch-get.ts';
import { batchWrite, putRequests, WritesNotTaken } from '#shared/tables/batch-write.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1' }));
const db = mockClient(client);
const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n) }));
const puts = (count: number) => putRequests(items(count), ({ id }) => id);

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
    const [first] = puts(1);
    db.on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { table: first ? [first] : [] } })
      .resolves({});
    await afterPauses(batchWrite(client, 'table', puts(3)));
    const sizes = db.commandCalls(BatchWriteCommand).map(({ args }) => args[0].input.RequestItems?.['table']?.length);
    expect(sizes).toEqual([3, 1]);
  });

  it('a batch write fails where DynamoDB never takes an item', async () => {
    db.on(BatchWriteCommand).resolves({ UnprocessedItems: { table: puts(1) } });
    const { outcome, pausedMs } = await afterPauses(batchWrite(client, 'table', puts(1)));
    expect(outcome).toEqual({ status: 'rejected', reason: new WritesNotTaken() });
    expect(db.commandCalls(BatchWriteCommand)).toHaveLength(8);
    expect(pausedMs).toBeGreaterThanOrEqual(LONGEST.atLeastMs);
    expect(pausedMs).toBeLessThanOrEqual(LONGEST.atMostMs);
  });

  it('a batch write has one item for one key', () => {
    expect(
      putRequests(
        [
          { id: 'a', n: 1 },
          { id: 'a', n: 2 },
        ],
        ({ id }) => id,
      ),
    ).toEqual([{ PutRequest: { Item: { id: 'a', n: 2 } } }]);
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
