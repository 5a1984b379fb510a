import * as z from 'zod';
import { OfficerDecision } from '#shared/contracts/receipt.ts';

const RowCounts = z.strictObject({
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  repaired: z.number(),
  companies: z.number(),
});
export type RowCounts = z.infer<typeof RowCounts>;

const Span = z.strictObject({ from: z.string(), to: z.string() });
/** A reading that began before spans were stored has only the last day. */
const LastDay = z.string().transform((day) => ({ from: day, to: day }));
export const StoredSpans = z.record(z.string(), z.union([Span, LastDay]));

const SampledRow = z.strictObject({
  /** The place of the row's content in the order by which samples are taken. */
  order: z.number(),
  /** Keyed references of the row's content without subject and time, and of its subject. */
  rest: z.string(),
  subject: z.string(),
  /** The day or period. */
  time: z.string(),
});
const RowSample = z.strictObject({
  /** All rows below this order are in the sample, except those whose content several rows have. */
  until: z.number(),
  rows: z.array(SampledRow),
  /** The number of the file's rows that could be in the sample. */
  count: z.number().optional(),
  /** The first and the last day or period of the file; undefined where a row has none or the file was not read to its end. */
  span: Span.optional(),
  /** The drop whose rows these are. */
  version: z.string().optional(),
});
/** A sample of a file's rows, by which a corrected file is recognised. */
export type RowSample = z.infer<typeof RowSample>;

export const FileReadProgress = z.object({
  feed: z.string(),
  file: z.string(),
  /** The drop of the file, by its content and its event's sequencer. */
  version: z.string(),
  /** The state of the reading. `stopped` means that the whole file is doubted and no row counts until somebody decides. */
  state: z.enum(['reading', 'read', 'unreadable', 'stopped']),
  counts: RowCounts,
  covered: StoredSpans,
  /** For flows, the credit in its rows by calendar month, in whole đồng. */
  credit: z.record(z.string(), z.number()).optional(),
  startedAt: z.string(),
  /** When the reading ended. A slow reader of the same drop may write rows for a while after it. */
  endedAt: z.string().optional(),
  /** Until this instant, readers of earlier drops of the name may write rows, so that the drop is read again after it. */
  othersUntil: z.string().optional(),
  /** The hash of the file's bytes, once all were read. */
  sha256: z.string().optional(),
  /** The columns that were not read because their headings are unknown, as one Vietnamese sentence. */
  unreadColumns: z.string().optional(),
  /** The judgement of the whole file, which is made once before its first row counts. */
  judgement: z
    .strictObject({
      rows: z.number(),
      signs: z.record(z.string(), z.enum(['.', ','])),
      zeroDoubt: z.enum(['few', 'many']).optional(),
      objection: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    })
    .optional(),
  /** The number of runs whose time ended before they had judged the whole file; undefined once it is judged. */
  judgingRuns: z.number().optional(),
  /** Whether a file of this name was read before, so that contradicted facts of it are deleted. */
  again: z.boolean().optional(),
  /** Set where an earlier drop of this name had rejected rows, which are listed beside its receipt. */
  listedBefore: z.literal(true).optional(),
  /** Set where the reading began only because facts of another file were deleted. Without `again` it looks for no facts of other drops. */
  restores: z.literal(true).optional(),
  /** The person who decided that the readable rows of a stopped file count, with their reason. */
  released: OfficerDecision.optional(),
  /** The person who decided that no row of the file counts, after it had been read. Its state is `stopped`. */
  leftOut: OfficerDecision.optional(),
  /** The rows of the last drop that was not stopped. */
  sample: RowSample.optional(),
  /** The samples of the drops before that one which no later one has replaced, the latest first. */
  earlier: z.array(RowSample).optional(),
  /** Set where facts of earlier drops of this name are taken back, whether the file mentions them or not. */
  replacesEarlier: OfficerDecision.optional(),
  /** The drops that it replaces; undefined for all earlier ones. */
  replaces: z.array(z.string()).optional(),
});
/** The progress of reading a file; `counts.read` rows are done and are not read again. */
export type FileReadProgress = z.infer<typeof FileReadProgress>;
