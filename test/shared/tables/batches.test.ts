import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchGet, ReadsNotAnswered } from '#shared/tables/batch-get.ts';
import { batchWrite, putsOf, WritesNotTaken } from '#shared/tables/batch-write.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1' }));
const db = mockClient(client);
const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n) }));
const puts = (count: number) => putsOf(items(count), ({ id }) => id);

beforeEach(() => {
  db.reset();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => vi.restoreAllMocks());

describe('writing in batches', () => {
  it('sends again what DynamoDB hands back, until all is taken', async () => {
    const [first] = puts(1);
    db.on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { table: first ? [first] : [] } })
      .resolves({});
    await batchWrite(client, 'table', puts(3));
    const sizes = db.commandCalls(BatchWriteCommand).map(({ args }) => args[0].input.RequestItems?.['table']?.length);
    expect(sizes).toEqual([3, 1]);
  });

  it('fails where DynamoDB takes a write never', async () => {
    db.on(BatchWriteCommand).resolves({ UnprocessedItems: { table: puts(1) } });
    await expect(batchWrite(client, 'table', puts(1))).rejects.toThrow(WritesNotTaken);
  });

  it('writes one item for one key', () => {
    expect(
      putsOf(
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
  it('asks again for keys that were handed back', async () => {
    db.on(BatchGetCommand)
      .resolvesOnce({ Responses: { table: [{ id: '0' }] }, UnprocessedKeys: { table: { Keys: [{ id: '1' }] } } })
      .resolves({ Responses: { table: [{ id: '1' }] } });
    expect(await batchGet(client, 'table', items(2))).toEqual([{ id: '0' }, { id: '1' }]);
  });

  it('fails where a key is answered never', async () => {
    db.on(BatchGetCommand).resolves({ UnprocessedKeys: { table: { Keys: [{ id: '0' }] } } });
    await expect(batchGet(client, 'table', items(1))).rejects.toThrow(ReadsNotAnswered);
  });
});
