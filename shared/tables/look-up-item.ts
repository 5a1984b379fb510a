import * as z from 'zod';

/** A stored look-up, with a keyed hash of the value and never the value itself. */
export const LookUpItem = z.strictObject({
  officer: z.string(),
  at: z.string(),
  /** The kind of the value. */
  what: z.string(),
  ref: z.string(),
  purpose: z.string(),
  /** The document or case that the look-up was for, in the officer's words. */
  caseReference: z.string(),
  found: z.number(),
});
export type LookUp = z.infer<typeof LookUpItem>;
