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

/** Writes all items or throws; unprocessed items are sent again after growing pauses. Keys must be distinct. */
export async function batchWrite(
  db: DynamoDBDocumentClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  await inParallel(chunksOf(requests, ITEMS_A_REQUEST), REQUESTS_AT_ONCE, async (chunk) => {
    let left: WriteRequest[] = chunk;
    for (let tried = 0; left.length > 0; tried += 1) {
      if (!(await waitBeforeRetry(tried))) throw new WritesNotTaken();
      const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
    }
  });
}

/** Keeps one put for each key, because facts have keys made from their content and the same key means the same item. */
export function putRequests<I extends Record<string, unknown>>(
  items: readonly I[],
  key: (item: I) => string,
): WriteRequest[] {
  return [...new Map(items.map((item) => [key(item), item])).values()].map((Item) => ({ PutRequest: { Item } }));
}
