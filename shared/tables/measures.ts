import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DirectedBy } from '#shared/contracts/directed-measures.ts';
import { LogEntry } from '#shared/contracts/log-entry.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import { batchGet } from './batch-get.ts';
import { putRevision, updateIf } from './conditional-write.ts';

const Switch = z.object({
  to: z.enum(['on', 'off']),
  /** The number of the document that directs the measure. */
  number: z.string(),
  date: z.iso.date(),
});

const MeasureItem = z.object({
  measure: z.enum(MEASURES),
  directedBy: DirectedBy,
  /** The proposed switch that waits for a second person. The proposer is a pseudonym: the log names the person. */
  proposed: Switch.extend({ proposer: z.string(), proposedAt: z.string() }).optional(),
  /** The switches that came into force, the newest first. */
  changes: z.array(Switch.extend({ at: z.string() })),
  /**
   * The entries that must still be sent to the log. They are written together with the switch, and removed once they
   * are sent.
   */
  unentered: z.array(LogEntry),
  revision: z.int().positive(),
});
export type MeasureRecord = z.infer<typeof MeasureItem>;

/** The table `measures`: PK measure, with the switches of a directed measure since the stage was set up. */
export const measuresTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** The measures that somebody has switched or proposed to switch. */
  async all(): Promise<MeasureRecord[]> {
    const items = await batchGet(
      db,
      table,
      MEASURES.map((measure) => ({ measure })),
    );
    return items.map((item) => MeasureItem.parse(item));
  },

  /** False where another writer has written the measure since `before` was read. */
  write({ measure, ...rest }: MeasureRecord, before: MeasureRecord | undefined): Promise<boolean> {
    return putRevision(db, table, { measure }, rest, before);
  },

  /** Entries of a later state stay. */
  async markEntered({ measure, revision }: { readonly measure: Measure; readonly revision: number }): Promise<void> {
    const unchanged = { when: 'revision = :entered', values: { ':entered': revision } };
    await updateIf(db, table, { measure }, { set: { unentered: [] } }, unchanged);
  },
});
export type Measures = ReturnType<typeof measuresTable>;
