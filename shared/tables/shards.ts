import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { queryAll } from './query-all.ts';

/** How many partitions an index over all companies or notices is spread across. */
const SHARDS = 8;

/** Codes are spread by their last digits, which carry no meaning. */
export const shardOfCode = (enterpriseCode: string): string =>
  String(Number(enterpriseCode.replaceAll('-', '').slice(-3)) % SHARDS);

/** Ids are hashes: any character of theirs spreads them. */
export const shardOfId = (id: string): string => String((id.codePointAt(0) ?? 0) % SHARDS);

/** Every item that a query finds in an index so spread, in order within each shard alone; its condition names the partition `:shard`. */
export async function queryShards(
  db: DynamoDBDocumentClient,
  { ExpressionAttributeValues, ...input }: QueryCommandInput,
): Promise<Record<string, unknown>[]> {
  const shards = Array.from({ length: SHARDS }, (_, shard) =>
    queryAll(db, { ...input, ExpressionAttributeValues: { ...ExpressionAttributeValues, ':shard': String(shard) } }),
  );
  return (await Promise.all(shards)).flat();
}
