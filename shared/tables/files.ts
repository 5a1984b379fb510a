import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type FeedCoverage, joinSpans, type Spans } from '#shared/domain/risk/coverage.ts';
import type { ManifestStatement } from '#shared/contracts/manifest.ts';
import type { ProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { batchGet } from './batch-get.ts';
import { type Concerned, concernedIn, together, without } from './concerned.ts';
import { putIf, putRevision, removeIf } from './conditional-write.ts';
import { type CoverageState, CoverageItem, hasRoom, readOf, type Stated } from './coverage-item.ts';
import { isNoteOf, laterNote, noteIn } from './deletion-note.ts';
import { fileStem } from './file-stem.ts';
import { packed } from './packed.ts';
import { ProfileItem, type StoredProvinceProfile } from './province-profile-item.ts';
import { queryAll } from './query-all.ts';
import { FileReadProgress } from './file-read-progress.ts';
import { stoppedMarks } from './stopped-marks.ts';

const PROFILE = { feed: 'province', file: 'profile' };

/** The coverage of all feeds has its own partition, because senders choose the names of files but never of a partition. */
const COVERAGE = 'coverage';
const TAKEN_BACK = 'taken-back';
const DELETED = 'deleted';
/** A reader without progress for this long counts as crashed, and its file no longer makes the feed uncovered. */
const DEAD_AFTER_MS = 2 * 3_600_000;

/** The table `files`: PK feed, SK file. The partition `coverage` with SK feed has the coverage of each feed. */
export const filesTable = (db: DynamoDBDocumentClient, table: string) => ({
  async progress(feed: string, file: string): Promise<FileReadProgress | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { feed, file }, ConsistentRead: true }));
    return Item && FileReadProgress.parse(Item);
  },

  /** All files of a feed of which reading ever began, the latest first. */
  async ofFeed(feed: string): Promise<FileReadProgress[]> {
    const items = await readingsOf(db, table, feed);
    return items.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  },

  /** False where another reader has written the file's progress since `before` was read. */
  advance(next: FileReadProgress, before: FileReadProgress | undefined): Promise<boolean> {
    const { feed, file, ...rest } = next;
    return putIf(db, table, { feed, file }, rest, before ? unmovedSince(before) : NOT_BEGUN);
  },

  /** Records that a file is being read; until `ended`, missing rows of the feed prove nothing. */
  async began(feed: string, file: string, now: Date): Promise<void> {
    await changeCoverage(db, table, feed, ({ reading, ...covered }) => ({
      ...covered,
      reading: { ...alive(reading, now), [contentId(file)]: now.toISOString() },
    }));
  },

  /** Whether a reader recorded that it reads the file and none that its reading ended. */
  async isBegun(feed: string, file: string): Promise<boolean> {
    return contentId(file) in (await coverageState(db, table, feed)).reading;
  },

  /** Records the end of a file. True where it was the last one being read, so that the feed is complete. */
  async ended(feed: string, file: string, covered: Spans, now: Date, again = false): Promise<boolean> {
    const after = await changeCoverage(db, table, feed, async ({ spans: before, stated, reading }) => {
      // The coverage by an earlier drop of the file no longer counts
      const others = again ? (await filesOf(db, table, feed)).filter((other) => other.file !== file) : undefined;
      const spans = others?.reduce<Spans>((sum, other) => joinSpans(sum, other.covered), {}) ?? before;
      const { [contentId(file)]: _ended, ...unended } = alive(reading, now);
      return {
        spans: joinSpans(spans, covered),
        stated: stated.map((one) => readOf(one, file, covered)),
        reading: await stoppedMarks(db, table, feed, file).removed(unended),
      };
    });
    return !isBeingRead(after.reading, now);
  },

  /**
   * Replaces a manifest's earlier statements by its new ones, each with the days of its files that were read so far, or
   * by none where the feed has no room for them. @returns whether it has room
   */
  async state(feed: string, manifest: string, covers: readonly ManifestStatement[]): Promise<boolean> {
    let isTaken = true;
    await changeCoverage(db, table, feed, async ({ stated, ...others }) => {
      const files = covers.length === 0 ? [] : await filesOf(db, table, feed);
      const rest = stated.filter((one) => one.manifest !== manifest);
      isTaken = hasRoom(rest, manifest, covers);
      const now = (isTaken ? covers : []).map((one): Stated => {
        const unread: Stated = { ...one, manifest, read: {} };
        return files.reduce((read, { file, covered }) => readOf(read, file, covered), unread);
      });
      return { ...others, stated: [...rest, ...now] };
    });
    return isTaken;
  },

  /**
   * Records a stopped file. Until a file of the same name, with any ending, is read, missing rows of the feed prove
   * nothing, because the expected ones may be in the stopped file. A file that was read before also counts.
   */
  async stopped(feed: string, file: string, now: Date): Promise<void> {
    const stem = fileStem(file);
    const alike = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'feed = :feed AND begins_with(#file, :stem)',
      ExpressionAttributeNames: { '#file': 'file' },
      ExpressionAttributeValues: { ':feed': feed, ':stem': stem },
    });
    const isRead = alike
      .map((item) => FileReadProgress.parse(item))
      .some((other) => other.state === 'read' && other.file !== file && fileStem(other.file) === stem);
    await changeCoverage(db, table, feed, async ({ reading, ...covered }) => {
      const { [contentId(file)]: _ended, ...others } = alive(reading, now);
      return { ...covered, reading: isRead ? others : await stoppedMarks(db, table, feed, file).added(others) };
    });
  },

  /** Whom the facts concern that are just being deleted because drops of a file are taken back. */
  async concernedByTaken(file: string): Promise<Concerned> {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: takenKey(file), ConsistentRead: true }));
    return concernedIn(Item);
  },

  /** Call this before the facts are deleted. Of two readers at once each adds and removes only its own. */
  async recordTaken(file: string, concerned: Concerned): Promise<void> {
    await changeItem(db, table, takenKey(file), concernedIn, (stored) => together(stored, concerned));
  },

  /** Call this once the messages were sent. */
  async forgetTaken(file: string, concerned: Concerned): Promise<void> {
    await changeItem(db, table, takenKey(file), concernedIn, (stored) => without(stored, concerned));
  },

  /** Stores, before a drop's reader deletes facts of earlier drops, that other files may have said the same. */
  async noteDeletion(file: string, version: string): Promise<void> {
    await changeItem(db, table, { feed: DELETED, file }, noteIn, (noted) => laterNote(noted, version));
  },

  /** The drop whose reader has noted last that it deletes facts; undefined where nobody has. */
  async deletionNoted(file: string): Promise<string | undefined> {
    const Key = { feed: DELETED, file };
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return noteIn(Item).version;
  },

  /** Call this once the other files are to be read again. A note of another drop stays. */
  async forgetDeletion(file: string, version: string): Promise<void> {
    await removeIf(db, table, { feed: DELETED, file }, isNoteOf(version));
  },

  /** Reads the province's profile from the last survey. */
  async profile(): Promise<StoredProvinceProfile | undefined> {
    const [item] = await batchGet(db, table, [PROFILE]);
    return item && ProfileItem.parse(item);
  },

  /** Writes the profile; false where another writer wrote it since `before` was read. */
  writeProfile(profile: ProvinceProfile, before: StoredProvinceProfile | undefined): Promise<boolean> {
    const next = { revision: (before?.revision ?? 0) + 1, packed: packed({ ...profile }) };
    return putRevision(db, table, PROFILE, next, before);
  },

  async coverage(feeds: readonly string[], now: Date): Promise<Record<string, FeedCoverage>> {
    const items = await batchGet(
      db,
      table,
      feeds.map((feed) => ({ feed: COVERAGE, file: feed })),
    );
    return Object.fromEntries(
      items.map((item) => {
        const { spans, stated, reading } = CoverageItem.parse(item);
        return [String(item['file']), { spans, statements: stated, beingRead: isBeingRead(reading, now) }];
      }),
    );
  },
});
export type Files = ReturnType<typeof filesTable>;

const filesOf = async (db: DynamoDBDocumentClient, table: string, feed: string): Promise<FileReadProgress[]> =>
  (await readingsOf(db, table, feed)).filter(({ state }) => state === 'read' || state === 'reading');

async function readingsOf(db: DynamoDBDocumentClient, TableName: string, feed: string): Promise<FileReadProgress[]> {
  const items = await queryAll(db, {
    TableName,
    KeyConditionExpression: 'feed = :feed',
    ExpressionAttributeValues: { ':feed': feed },
  });
  return items.map((item) => FileReadProgress.parse(item));
}

async function coverageState(db: DynamoDBDocumentClient, TableName: string, feed: string) {
  const { Item } = await db.send(new GetCommand({ TableName, Key: coverageKey(feed), ConsistentRead: true }));
  return coverageIn(Item);
}

const coverageKey = (feed: string) => ({ feed: COVERAGE, file: feed });
const coverageIn = (item: unknown): CoverageState & { readonly revision: number } =>
  item ? CoverageItem.parse(item) : { revision: 0, spans: {}, stated: [], reading: {} };

const changeCoverage = (
  db: DynamoDBDocumentClient,
  table: string,
  feed: string,
  change: (now: CoverageState) => CoverageState | Promise<CoverageState>,
) => changeItem(db, table, coverageKey(feed), coverageIn, change);

const takenKey = (file: string) => ({ feed: TAKEN_BACK, file });

/** Writes what follows from an item, and begins again where another function has changed it meanwhile. */
async function changeItem<T extends object>(
  db: DynamoDBDocumentClient,
  TableName: string,
  Key: { readonly feed: string; readonly file: string },
  parse: (item: unknown) => T,
  change: (now: T) => T | Promise<T>,
): Promise<T> {
  for (;;) {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const revision = Number(Item?.['revision'] ?? 0);
    const after = await change(parse(Item));
    const unchanged = { when: 'attribute_not_exists(revision) OR revision = :before', values: { ':before': revision } };
    if (await putIf(db, TableName, Key, { ...after, revision: revision + 1 }, unchanged)) return after;
  }
}

const NOT_BEGUN = { when: 'attribute_not_exists(#version)', names: { '#version': 'version' } };

/** A drop that is read again begins at another time, so its rows do not mix with those of the reading before. */
const unmovedSince = ({ version, startedAt, counts, state }: FileReadProgress) => ({
  when: '#version = :version AND startedAt = :startedAt AND #counts.#read = :read AND #state = :state',
  names: { '#version': 'version', '#counts': 'counts', '#read': 'read', '#state': 'state' },
  values: { ':version': version, ':startedAt': startedAt, ':read': counts.read, ':state': state },
});

type ReadersOfFile = Readonly<Record<string, string>>;

/** Leaves out crashed readers, whose entries would otherwise accumulate in the item. */
const alive = (reading: ReadersOfFile, now: Date): ReadersOfFile =>
  Object.fromEntries(Object.entries(reading).filter(([, movedAt]) => isAlive(movedAt, now)));

/** Whether a reader of the feed has recorded that it reads a file, not too long ago. */
export const isBeingRead = (reading: ReadersOfFile, now: Date): boolean =>
  Object.values(reading).some((movedAt) => isAlive(movedAt, now));

const isAlive = (movedAt: string, now: Date) => now.getTime() - Date.parse(movedAt) < DEAD_AFTER_MS;
