import * as z from 'zod';

const version = z.int().min(1).max(999);

/**
 * Which keys are in use while the key of references is changed, step by step: only the first writes and asks; the first
 * writes and both ask; the second writes and both ask, until all is re-keyed; the second writes and asks.
 */
export const HashKeyPlan = z
  .strictObject({ writes: version, asks: z.array(version).min(1).readonly() })
  .refine(({ writes, asks }) => asks.includes(writes), 'what is written must be asked for');
export interface HashKeyPlan extends Readonly<z.infer<typeof HashKeyPlan>> {}
