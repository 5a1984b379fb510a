import * as z from 'zod';
import { FEED_FOLDERS } from './feeds/feed-record.ts';

const count = z.int().nonnegative();

const RepairGroup = z.strictObject({
  /** The key of the column. */
  field: z.string(),
  /** One Vietnamese sentence. */
  why: z.string(),
  count: z.int().positive(),
  firstRow: z.int().positive(),
  /** The first of them, numbers masked. */
  current: z.string(),
  proposed: z.string(),
});
/** Many cells of one column that were repaired for one reason. */
export type RepairGroup = z.infer<typeof RepairGroup>;

/** The receipt of one inbox file (biên nhận): every row of it is accepted or rejected, none is dropped. */
export const Receipt = z
  .strictObject({
    /** The object's name under its feed's folder. */
    file: z.string(),
    feed: z.enum(FEED_FOLDERS),
    /** The SHA-256 of the file's bytes, in hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    read: count,
    accepted: count,
    rejected: count,
    /** The number of cells repaired while reading. */
    repaired: count,
    /** Where a column's cells needed the same repair again and again: one entry for column and reason. */
    repairedAlike: z.array(RepairGroup).optional(),
    unknownColumns: z.array(z.string()),
    /** Sheets of a workbook whose headings fit no row of this feed. */
    skippedSheets: z.array(z.string()).optional(),
    companies: count.optional(),
    /** Codes of companies whose registration, or change, is dated after the day the rules look back from: kept, not assessed yet. */
    registeredLater: z.array(z.string()).optional(),
    /** Why the file can't be read at all, or not to its end, or is stopped as one. `message` is Vietnamese. */
    error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    /** Who released the rest of a stopped file, and why. */
    released: z.strictObject({ by: z.string(), why: z.string(), at: z.string() }).optional(),
  })
  .refine((receipt) => receipt.read === receipt.accepted + receipt.rejected, 'read = accepted + rejected');
export type Receipt = z.infer<typeof Receipt>;

/** Columns of `<file>.rejected.csv`, in order. */
export const REJECTED_COLUMNS = ['row', 'column', 'code', 'message', 'value'] as const;
