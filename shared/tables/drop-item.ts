import * as z from 'zod';
import { OfficerDecision } from '#shared/contracts/receipt.ts';
import type { RowSample } from '#shared/domain/drops/corrected-file.ts';
import { DROP_STATE_NAMES, isCounting } from '#shared/domain/drops/drop-states.ts';

const RowCounts = z.strictObject({
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  repaired: z.number(),
  companies: z.number(),
});

const Span = z.strictObject({ from: z.string(), to: z.string() });
export const StoredSpans = z.record(z.string(), Span);
export const StoredSubjects = z.record(z.string(), z.number());

const SampleItem = z.strictObject({
  until: z.number(),
  rows: z.array(z.strictObject({ order: z.number(), rest: z.string(), subject: z.string(), time: z.string() })),
  count: z.number(),
  span: Span.optional(),
} satisfies Record<keyof RowSample, z.ZodType>);

export const DropStateName = z.enum(DROP_STATE_NAMES);

export const Drop = z.object({
  feed: z.string(),
  file: z.string(),
  /** Distinguishes the drop from every other of the file. */
  version: z.string(),
  state: DropStateName,
  counts: RowCounts,
  covered: StoredSpans,
  /** The companies or people of its rows by kind, each counted once in a part. */
  subjects: StoredSubjects.optional(),
  /** The newest months of what its rows have. */
  months: z.record(z.string(), z.array(z.number()).readonly()).optional(),
  /** For flows, the credit in its rows by calendar month, in whole đồng. */
  credit: z.record(z.string(), z.number()).optional(),
  startedAt: z.string(),
  /** When a reader of the drop last recorded how far it is. */
  movedAt: z.string(),
  /** When the drop was read to its end; its facts count from then on, or from the decision that lets them count. */
  endedAt: z.string().optional(),
  /** When the facts expire, in whole seconds since 1970; every reader of the drop writes the same. */
  factsUntil: z.number(),
  /** What the drop becomes where it stands: `unreadable` where the file breaks off. Undefined until it was read to its end. */
  endsAs: z.enum(['read', 'unreadable']).optional(),
  /** The hash of the file's bytes, once all were read. */
  sha256: z.string().optional(),
  /** The columns that were not read because their headings are unknown, as one Vietnamese sentence. */
  unreadColumns: z.string().optional(),
  /** The judgement of the whole file, which is made once before its rows are read. */
  judgement: z
    .strictObject({
      rows: z.number(),
      /** How many companies the rows of accounts name. */
      companies: z.number().optional(),
      signs: z.record(z.string(), z.enum(['.', ','])),
      percentages: z.array(z.string()).optional(),
      zeroDoubt: z.enum(['few', 'many']).optional(),
      objection: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    })
    .optional(),
  /** The number of runs whose time ended before they had judged the whole file. */
  judgingRuns: z.number().optional(),
  /** The last row of each part of the manifest of whom the drop concerns. */
  parts: z.array(z.number()),
  /**
   * The number of the part from which on those concerned have not been told since the drop's facts began or ceased to
   * count; undefined where everybody has been told.
   */
  untold: z.number().optional(),
  /** The person who decided that the readable rows of a stopped file count, with their reason. */
  released: OfficerDecision.optional(),
  /** The person who decided that no row of the drop and of those before it counts. */
  leftOut: OfficerDecision.optional(),
  /** The person who decided that no row of the drops before it counts. */
  alone: OfficerDecision.optional(),
  sample: SampleItem.optional(),
});
/** A drop of a file: one version of one object of the inbox, and how far it is read. */
export type Drop = z.infer<typeof Drop>;
export type DropKey = Pick<Drop, 'feed' | 'file' | 'version'>;

const NO_ROWS: Drop['counts'] = { read: 0, accepted: 0, rejected: 0, repaired: 0, companies: 0 };

/** The rows of a drop as far as they count, or are being read. */
export const rowsThatCount = ({ state, counts }: Pick<Drop, 'state' | 'counts'>): Drop['counts'] =>
  isCounting(state) || state === 'reading' ? counts : NO_ROWS;
