import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type FeedCoverage, joinSpans, type Spans } from '#shared/domain/risk/coverage.ts';
import { batchGet } from './batch-get.ts';
import { unlessOvertaken } from './overtaken.ts';

const Counts = z.strictObject({
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  repaired: z.number(),
  companies: z.number(),
});
export type Counts = z.infer<typeof Counts>;

const Span = z.strictObject({ from: z.string(), to: z.string() });
/** Before spans were kept, the last day alone was. */
const LastDay = z.string().transform((day) => ({ from: day, to: day }));
const StoredSpans = z.record(z.string(), z.union([Span, LastDay]));

const Progress = z.object({
  feed: z.string(),
  file: z.string(),
  /** Which drop of the file: its content and the place of its event. */
  version: z.string(),
  state: z.enum(['reading', 'read', 'unreadable']),
  counts: Counts,
  covered: StoredSpans,
  startedAt: z.string(),
});
/** How far a file has been read; `counts.read` rows are done and are not read again. */
export type Progress = z.infer<typeof Progress>;

const CoverageItem = z
  .object({
    revision: z.number(),
    spans: StoredSpans.optional(),
    latest: StoredSpans.optional(),
    /** Files being read, each with the instant its reading last moved on. */
    reading: z.record(z.string(), z.string()),
  })
  .transform(({ revision, spans, latest, reading }) => ({ revision, spans: spans ?? latest ?? {}, reading }));

const COVERAGE = '#coverage';
/** A reader that has not moved on for this long is dead, and its file no longer holds the feed back. */
const DEAD_AFTER_MS = 2 * 3_600_000;

/** `files`: PK feed, SK file; beside the files of a feed lies its coverage. */
export const filesTable = (db: DynamoDBDocumentClient, table: string) => ({
  async progress(feed: string, file: string): Promise<Progress | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { feed, file }, ConsistentRead: true }));
    return Item && Progress.parse(Item);
  },

  /** False where another reader moved the file on since `before` was read. */
  advance(next: Progress, before: Progress | undefined): Promise<boolean> {
    const unmoved = '#version = :version AND #counts.#read = :read AND #state = :state';
    return unlessOvertaken(
      db.send(
        new PutCommand({
          TableName: table,
          Item: next,
          ConditionExpression: before ? unmoved : 'attribute_not_exists(#version)',
          ExpressionAttributeNames: {
            '#version': 'version',
            ...(before && { '#counts': 'counts', '#read': 'read', '#state': 'state' }),
          },
          ...(before && {
            ExpressionAttributeValues: {
              ':version': before.version,
              ':read': before.counts.read,
              ':state': before.state,
            },
          }),
        }),
      ),
    );
  },

  /** From now until `ended`, the feed's silences say nothing. */
  async began(feed: string, file: string, now: Date): Promise<void> {
    await changeCoverage(db, table, feed, ({ spans, reading }) => ({
      spans,
      reading: { ...reading, [file]: now.toISOString() },
    }));
  },

  /** True where this was the last file being read: the feed has been heard. */
  async ended(feed: string, file: string, covered: Spans, now: Date): Promise<boolean> {
    const after = await changeCoverage(db, table, feed, ({ spans, reading }) => {
      const { [file]: _ended, ...others } = reading;
      return { spans: joinSpans(spans, covered), reading: others };
    });
    return !isBeingRead(after.reading, now);
  },

  async coverage(feeds: readonly string[], now: Date): Promise<Record<string, FeedCoverage>> {
    const items = await batchGet(
      db,
      table,
      feeds.map((feed) => ({ feed, file: COVERAGE })),
    );
    return Object.fromEntries(
      items.map((item) => {
        const { spans, reading } = CoverageItem.parse(item);
        return [String(item.feed), { spans, beingRead: isBeingRead(reading, now) }];
      }),
    );
  },
});
export type Files = ReturnType<typeof filesTable>;

type Coverage = Pick<z.infer<typeof CoverageItem>, 'reading'> & { readonly spans: Spans };

async function changeCoverage(
  db: DynamoDBDocumentClient,
  TableName: string,
  feed: string,
  change: (now: Coverage) => Coverage,
) {
  for (;;) {
    const { Item } = await db.send(new GetCommand({ TableName, Key: { feed, file: COVERAGE }, ConsistentRead: true }));
    const before = Item ? CoverageItem.parse(Item) : { revision: 0, spans: {}, reading: {} };
    const after = change(before);
    const put = new PutCommand({
      TableName,
      Item: { feed, file: COVERAGE, revision: before.revision + 1, ...after },
      ConditionExpression: 'attribute_not_exists(revision) OR revision = :before',
      ExpressionAttributeValues: { ':before': before.revision },
    });
    if (await unlessOvertaken(db.send(put))) return after;
  }
}

const isBeingRead = (reading: Readonly<Record<string, string>>, now: Date) =>
  Object.values(reading).some((movedAt) => now.getTime() - Date.parse(movedAt) < DEAD_AFTER_MS);
