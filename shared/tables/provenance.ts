import * as z from 'zod';

/** Where a fact was read: of facts with one content the last reading. It is no part of a fact's key. */
export const ProvenanceItem = z.strictObject({
  /** `<feed>/<file>`. */
  file: z.string(),
  row: z.number(),
  sheet: z.string().optional(),
  /** Which drop of the file. */
  version: z.string(),
});
