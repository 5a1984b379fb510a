import { BatchWriteCommand, type BatchWriteCommandInput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import { waitBeforeRetry } from '#shared/runtime/backoff.ts';

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

/** DynamoDB left items unprocessed at every try, so the message goes back and is tried again. */
export class WritesNotTaken extends Error {
  override readonly name = 'WritesNotTaken';
}

const ITEMS_A_REQUEST = 25;
const REQUESTS_AT_ONCE = 8;

/**
 * Writes all items or throws; unprocessed items are sent again after growing pauses. Of two items with the same key one is
 * written, because facts have keys made from their content and the same key means the same item.
 */
export async function batchWrite<I extends Record<string, unknown>>(
  db: DynamoDBDocumentClient,
  table: string,
  items: readonly I[],
  keyOf: (item: I) => string,
): Promise<void> {
  const requests = [...new Map(items.map((item) => [keyOf(item), { PutRequest: { Item: item } }])).values()];
  await inParallel(chunksOf(requests, ITEMS_A_REQUEST), REQUESTS_AT_ONCE, async (chunk) => {
    let left: WriteRequest[] = chunk;
    for (let tried = 0; left.length > 0; tried += 1) {
      if (!(await waitBeforeRetry(tried))) throw new WritesNotTaken();
      const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
    }
  });
}
