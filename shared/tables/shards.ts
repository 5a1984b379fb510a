/** The number of partitions of an index over all companies. */
export const SHARDS = 8;

/** Codes are spread by their last digits, which have no meaning. */
export const shardOf = (enterpriseCode: string): string =>
  String(Number(enterpriseCode.replaceAll('-', '').slice(-3)) % SHARDS);

export const allShards: readonly string[] = Array.from({ length: SHARDS }, (_, n) => String(n));
