import * as z from 'zod';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import { waitBeforeRetry } from '#shared/runtime/backoff.ts';

const BatchKey = z.record(z.string(), z.string());
type BatchKey = z.infer<typeof BatchKey>;
const Keys = z.array(BatchKey);

/** DynamoDB left keys unprocessed at every try, so the message goes back and is tried again. */
export class ReadsNotAnswered extends Error {
  override readonly name = 'ReadsNotAnswered';
}

const KEYS_A_REQUEST = 100;

/** Reads the items that exist, unordered. Keys must be distinct. @param isLatest whether the last writes must be read */
export async function batchGet(
  db: DynamoDBDocumentClient,
  table: string,
  keys: readonly BatchKey[],
  isLatest = true,
): Promise<Record<string, unknown>[]> {
  const pages = await inParallel(chunksOf(keys, KEYS_A_REQUEST), 4, async (chunk) => {
    const items: Record<string, unknown>[] = [];
    let left: BatchKey[] = chunk;
    for (let tried = 0; left.length > 0; tried += 1) {
      if (!(await waitBeforeRetry(tried))) throw new ReadsNotAnswered();
      const { Responses, UnprocessedKeys } = await db.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: isLatest } } }),
      );
      items.push(...(Responses?.[table] ?? []));
      left = Keys.parse(UnprocessedKeys?.[table]?.Keys ?? []);
    }
    return items;
  });
  return pages.flat();
}

/** Reads the companies' items by enterprise code; a company may have none. */
export function itemsOfCompanies<T extends { readonly enterpriseCode: string }>(
  db: DynamoDBDocumentClient,
  table: string,
  enterpriseCodes: readonly string[],
  parse: (item: Record<string, unknown>) => T,
): Promise<ReadonlyMap<string, T>> {
  const keys = enterpriseCodes.map((enterpriseCode) => ({ enterpriseCode }));
  return itemsByCompany(db, table, keys, parse);
}

/** Reads the items of those keys, by their companies. */
export async function itemsByCompany<T extends { readonly enterpriseCode: string }>(
  db: DynamoDBDocumentClient,
  table: string,
  keys: readonly BatchKey[],
  parse: (item: Record<string, unknown>) => T,
): Promise<ReadonlyMap<string, T>> {
  const items = await batchGet(db, table, keys);
  return new Map(items.map(parse).map((item) => [item.enterpriseCode, item]));
}
