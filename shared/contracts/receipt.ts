import * as z from 'zod';
import { ConfirmedHeading } from './feeds/confirmed-heading.ts';
import { FEED_FOLDERS } from './feeds/feed-record.ts';
import { contentId } from '#shared/runtime/content-id.ts';

const count = z.int().nonnegative();

/** An officer's decision about a file: the user, the reason, and the ISO instant. */
export const OfficerDecision = z.strictObject({ by: z.string(), why: z.string(), at: z.string() });

const RepairGroup = z.strictObject({
  /** The key of the column. */
  field: z.string(),
  /** The reason as one Vietnamese sentence. */
  why: z.string(),
  count: z.int().positive(),
  firstRow: z.int().positive(),
  /** The first repaired value, with masked numbers. */
  current: z.string(),
  proposed: z.string(),
});
/** A summary of many cells of one column that were repaired for one reason. */
export type RepairGroup = z.infer<typeof RepairGroup>;

/** A rejected row as the sender's receipt shows it; a fault of the whole file has no row. */
const RejectedRow = z.strictObject({
  sheet: z.string().optional(),
  row: z.int().positive().optional(),
  column: z.string(),
  value: z.string(),
  message: z.string(),
});

/** The receipt of one inbox file (biên nhận), in which every row is either accepted or rejected. */
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
    /** The accepted rows dated after the rules' date: they are stored and count from their day on. */
    waiting: count.optional(),
    /**
     * The accepted rows of which nothing is stored, because they tell of no company: an invoice of a company to itself, or
     * between parties of which none is a company.
     */
    unused: count.optional(),
    /** The number of cells repaired while reading. */
    repaired: count,
    /** The repairs that many cells of a column needed: one entry for each column and reason. */
    repairedAlike: z.array(RepairGroup).optional(),
    /** The first rejected rows, with masked numbers, in the receipt that the sender gets back. */
    rejectedFirst: z.array(RejectedRow).optional(),
    unknownColumns: z.array(z.string()),
    /**
     * The optional columns that a file with unknown headings lacks, by their headings in the form, each with the
     * unknown heading that resembles it, if one does. Numbers in a heading are masked.
     */
    lackingColumns: z.array(z.strictObject({ column: z.string(), heading: z.string().optional() })).optional(),
    /** The sheets of a workbook whose headings fit no kind of row of this feed. */
    skippedSheets: z.array(z.string()).optional(),
    /** The headings that were read as a person has confirmed them: who and when. */
    confirmedHeadings: z.array(ConfirmedHeading).optional(),
    /** What the sender's tables leave open although they are whole, in Vietnamese. */
    asks: z.string().optional(),
    /** What its rows had regularly and have no more, and since when, in Vietnamese. */
    vanished: z.array(z.string()).optional(),
    companies: count.optional(),
    /**
     * The codes of companies whose registration or change is dated after the rules' date; their rows are stored and not
     * assessed yet.
     */
    registeredLater: z.array(z.string()).optional(),
    /** The reason why the file can't be read, can't be read to its end, or is stopped as a whole; `message` is Vietnamese. */
    error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    /** The person who released the readable rows of a stopped file, with their reason. */
    released: OfficerDecision.optional(),
    /** The person who decided that no row of the file counts, after it had been read. */
    leftOut: OfficerDecision.optional(),
    /** Set where all facts of earlier files of this name were taken back, with the decision and its reason. */
    replacesEarlier: OfficerDecision.optional(),
  })
  .refine((receipt) => receipt.read === receipt.accepted + receipt.rejected, 'read = accepted + rejected')
  .refine(
    ({ accepted, waiting = 0, unused = 0 }) => waiting + unused <= accepted,
    'the rows that wait or are not used are among the accepted ones',
  );
export type Receipt = z.infer<typeof Receipt>;

/** The columns of `<file>.rejected.csv` in their order. */
export const REJECTED_ROW_COLUMNS = ['row', 'column', 'code', 'message', 'value'] as const;

/** The largest number of bytes of a key in S3, of which a file's name in the inbox may use nearly all. */
const LONGEST_KEY = 1024;

/** The endings of the keys of a file's receipt and of its rejected rows. */
export const RECEIPT_ENDING = '.json';
export const REJECTED_ENDING = '.rejected.csv';

/**
 * The key of a file's receipt in the evidence bucket, without its ending: `receipts/<feed>/<file>`. A file with too
 * long a name has its receipt in `receipts/long-names/<feed>/` under a fingerprint of the name. No feed is called
 * `long-names`, so this key cannot be another file's. The receipt itself contains the whole name.
 */
export function receiptStem({ feed, file }: Pick<Receipt, 'feed' | 'file'>): string {
  const plain = `receipts/${feed}/${file}`;
  const fits = new TextEncoder().encode(plain + REJECTED_ENDING).length <= LONGEST_KEY;
  return fits ? plain : `receipts/long-names/${feed}/${contentId(file)}`;
}
