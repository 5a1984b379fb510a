import * as z from 'zod';

export const NamedCompany = z.object({ enterpriseCode: z.string(), name: z.string() });
/** A company found by its name. */
export type NamedCompany = z.infer<typeof NamedCompany>;

/** The number of first letters that make the partition of the index `name`. */
const SHARD_LETTERS = 2;

/** The partition of a name, or undefined for a shorter name. */
export const nameShardOf = (key: string): string | undefined =>
  key.length < SHARD_LETTERS ? undefined : key.slice(0, SHARD_LETTERS);
