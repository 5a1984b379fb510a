import * as z from 'zod';

/** The source of a fact; for repeated facts it is the last reading. It is no part of a fact's key. */
export const ProvenanceItem = z.strictObject({
  /** The file, as `<feed>/<file>`. */
  file: z.string(),
  row: z.number(),
  sheet: z.string().optional(),
  /** The version of the file's drop. */
  version: z.string(),
});
