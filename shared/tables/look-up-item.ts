import * as z from 'zod';

/** A look-up as it is kept: what was asked by its keyed hash, never the value itself. */
export const LookUpItem = z.strictObject({
  officer: z.string(),
  at: z.string(),
  /** Kind of what was asked. */
  what: z.string(),
  ref: z.string(),
  purpose: z.string(),
  /** The document or case that it was for, in the officer's words. */
  caseReference: z.string(),
  found: z.number(),
});
export type LookUp = z.infer<typeof LookUpItem>;
