import * as z from 'zod';
import { QUALITY_MEASURES } from '#shared/domain/outcomes/figures/register-quality.ts';
import { FEED_FOLDERS } from './feeds/feed-record.ts';

/** The files of a ledger's folder. */
export const LEDGER_FILES = {
  /** A fact of `outcomes` on each line (`OutcomeFactLine`), by case, then in the order in which they happened. */
  facts: 'facts.jsonl',
  /** A file that a sender sent on each line (`LedgerInput`). */
  inputs: 'inputs.jsonl',
  /** The file with the sources of the ledger (`LedgerContext`). */
  about: 'about.json',
} as const;

const count = z.int().nonnegative();
const QualityParts = z.record(z.enum(QUALITY_MEASURES), z.strictObject({ part: count, whole: count }));

/** The result of a file that a sender sent. */
export const LedgerInput = z.object({
  /** A bank's BIN, or the feed's name where its operator sends it. */
  sender: z.string(),
  feed: z.enum(FEED_FOLDERS),
  file: z.string(),
  /** The day by the rules' clock. */
  receivedOn: z.iso.date(),
  state: z.enum(['reading', 'read', 'unreadable', 'stopped']),
  read: count,
  accepted: count,
  rejected: count,
  repaired: count,
  /** The first and last day of the file's rows by kind of content; rows without days have the kind `read`. */
  covers: z.record(z.string(), z.strictObject({ from: z.string(), to: z.string() })),
  /** The credit in a bank's flows by calendar month, in whole đồng. */
  credit: z.record(z.string(), count).optional(),
});
export type LedgerInput = z.infer<typeof LedgerInput>;

const counts = z.record(z.string(), count);

/** The context that a report names: the rule set and its day, the head of the log, and the state of the province. */
export const LedgerContext = z.object({
  asOf: z.iso.date(),
  ruleSet: z.string(),
  /** Codes of the measures that are on, on the day of the data. */
  measures: z.array(z.string()),
  /** The switches of measures at the desk, the oldest first, each with its day and its document. */
  switched: z
    .array(
      z.strictObject({
        measure: z.string(),
        to: z.enum(['on', 'off']),
        on: z.iso.date(),
        number: z.string(),
        date: z.iso.date(),
      }),
    )
    .optional(),
  /** The newest signed head of the verifiable log: its first three lines. */
  checkpoint: z.string().optional(),
  /** Companies by verdict and by activity, as assessed on that day. */
  verdicts: counts.optional(),
  activities: counts.optional(),
  /** Companies by legal deadline and by its state on that day: `due`, `late`, `kept`, `missed`. */
  duties: z.record(z.string(), counts).optional(),
  /** For each bank the accounts of flagged companies by what it tells of them, and those that would not be flagged without its rows. */
  banks: z
    .record(z.string(), z.strictObject({ nothing: count, totals: count, minutes: count, days: count, needed: count }))
    .optional(),
  /** How complete, timely, agreeing and true the register is on that day: in all, by commune and by month of registration. */
  quality: z
    .strictObject({
      all: QualityParts,
      byCommune: z.record(z.string(), QualityParts),
      byMonth: z.record(z.string(), QualityParts),
    })
    .optional(),
});
export type LedgerContext = z.infer<typeof LedgerContext>;
