import * as z from 'zod';

const version = z.int().min(1).max(999);

/**
 * The keys in use at each step of a change of keys: the first is used for writing and reading; the first for writing
 * and both for reading; the second for writing and both for reading until everything is re-keyed; the second for both.
 */
export const HashKeyPlan = z
  .strictObject({ writes: version, asks: z.array(version).min(1).readonly() })
  .refine(({ writes, asks }) => asks.includes(writes), 'what is written must be asked for');
export interface HashKeyPlan extends Readonly<z.infer<typeof HashKeyPlan>> {}
