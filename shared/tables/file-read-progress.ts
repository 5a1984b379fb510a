import * as z from 'zod';

const RowCounts = z.strictObject({
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  repaired: z.number(),
  companies: z.number(),
});
export type RowCounts = z.infer<typeof RowCounts>;

const Span = z.strictObject({ from: z.string(), to: z.string() });
/** A reading that began before spans were kept has the last day alone. */
const LastDay = z.string().transform((day) => ({ from: day, to: day }));
export const StoredSpans = z.record(z.string(), z.union([Span, LastDay]));

export const FileReadProgress = z.object({
  feed: z.string(),
  file: z.string(),
  /** Which drop of the file: its content and the place of its event. */
  version: z.string(),
  /** `stopped`: the file as a whole can't be trusted, and nothing of it counts until somebody says so. */
  state: z.enum(['reading', 'read', 'unreadable', 'stopped']),
  counts: RowCounts,
  covered: StoredSpans,
  /** Of flows: what its rows tell of credit by calendar month, whole đồng. */
  credit: z.record(z.string(), z.number()).optional(),
  startedAt: z.string(),
  /** The hash of its bytes, once they have been read to their end. */
  sha256: z.string().optional(),
  /** The judgement of the whole file, made once before its first row counts. */
  judgement: z
    .strictObject({
      rows: z.number(),
      signs: z.record(z.string(), z.enum(['.', ','])),
      zeroDoubt: z.enum(['few', 'many']).optional(),
      objection: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    })
    .optional(),
  /** Runs whose time ended before they had judged the file to its end; undefined once it is judged. */
  judgingRuns: z.number().optional(),
  /** A file of this name was read before: what it said, and this drop says otherwise, is taken back. */
  again: z.boolean().optional(),
  /** Who said that what can be read of a stopped file shall count, and why. */
  released: z.strictObject({ by: z.string(), why: z.string(), at: z.string() }).optional(),
});
/** How far a file has been read; `counts.read` rows are done and are not read again. */
export type FileReadProgress = z.infer<typeof FileReadProgress>;
