import * as z from 'zod';

export const NamedCompany = z.object({ enterpriseCode: z.string(), name: z.string() });
/** A company found by its name. */
export type NamedCompany = z.infer<typeof NamedCompany>;

/** Letters by which the index `name` is spread. */
const SHARD_LETTERS = 2;

/** Under which letters a name lies; none for a name of fewer. */
export const nameShardOf = (key: string): string | undefined =>
  key.length < SHARD_LETTERS ? undefined : key.slice(0, SHARD_LETTERS);
