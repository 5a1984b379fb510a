import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OpenedEntry } from '#shared/domain/transparency/log-entry.ts';
import { OpenedLine, openedLine } from '#shared/contracts/log-entry.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { putIf, putItem, updateIf } from './conditional-write.ts';
import { packed, unpacked } from './packed.ts';

const Head = z.object({
  /** How many entries the log has: this alone decides what is in it. */
  size: z.int().nonnegative(),
  /** Where its last page begins, and whose page it is. */
  start: z.int().nonnegative(),
  attempt: z.string(),
  /** The signed head of the log, whose tiles are in the bucket. */
  checkpoint: z.string().optional(),
  /** The newest checkpoint that a witness co-signed. */
  witnessed: z.string().optional(),
});
export type LogHead = z.infer<typeof Head>;

const Pointer = z.object({ part: z.string(), index: z.int().nonnegative(), page: z.string() });

/** Entries that were appended together, in plain words. */
export interface LogPage {
  readonly start: number;
  readonly attempt: string;
  /** The attempt of the page that it continues: others may have begun at the same place. */
  readonly after?: string | undefined;
  /** Undefined where an entry was erased. */
  readonly entries: readonly (OpenedEntry | undefined)[];
}
/** A page of which only the ids of its entries were read: eight of them are looked through for each page that is written. */
export interface PageOfIds extends Pick<LogPage, 'attempt' | 'after'> {
  readonly ids: readonly string[];
}
/** Where an entry lies. */
export interface EntryPosition {
  readonly index: number;
  /** The sort key of its page. */
  readonly page: string;
}

const HEAD = { part: 'head', place: 'head' };
const PAGES = 'page';
const DIGITS = 12;
const pageKeyOf = ({ start, attempt }: Pick<LogPage, 'start' | 'attempt'>): string =>
  `${String(start).padStart(DIGITS, '0')}#${attempt}`;
const attemptIn = (place: string): string => place.slice(DIGITS + 1);
const pointerKey = (entryId: string) => ({ part: `entry#${entryId}`, place: 'entry' });

/**
 * `log`: PK part, SK place. One head; a page for each append (`page`, `<first index>#<attempt>`), which counts only where the
 * head says so; a pointer for each entry that is looked up (`entry#<id>`).
 */
export const logTable = (db: DynamoDBDocumentClient, table: string) => ({
  async head(): Promise<LogHead | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: HEAD, ConsistentRead: true }));
    return Item && Head.parse(Item);
  },

  async writePage(page: LogPage, expiresAt: number): Promise<void> {
    const { after } = page;
    await putItem(db, table, { part: PAGES, place: pageKeyOf(page), after, packed: packedEntries(page), expiresAt });
  },

  /** The one write that makes a page part of the log; false where another writer was faster. */
  moveHead({ size, start, attempt, witnessed }: LogHead, before: LogHead | undefined): Promise<boolean> {
    const next = { size, start, attempt, witnessed };
    return putIf(
      db,
      table,
      HEAD,
      next,
      before
        ? {
            when: `#size = :size AND attempt = :attempt AND attribute_exists(checkpoint) AND ${before.witnessed === undefined ? 'attribute_not_exists(witnessed)' : 'witnessed = :witnessed'}`,
            names: { '#size': 'size' },
            values: {
              ':size': before.size,
              ':attempt': before.attempt,
              ...(before.witnessed !== undefined && { ':witnessed': before.witnessed }),
            },
          }
        : { when: 'attribute_not_exists(part)' },
    );
  },

  /** Its tiles are in the bucket. Nothing where the log has gone on. */
  async publish({ size, attempt }: LogHead, checkpoint: string): Promise<void> {
    await updateIf(db, table, HEAD, { set: { checkpoint } }, ofHead(size, attempt));
  },

  /** Keeps a checkpoint that a witness has co-signed; false where the log has a newer checkpoint meanwhile. */
  async witness({ size, attempt }: LogHead, witnessed: string): Promise<boolean> {
    return (await updateIf(db, table, HEAD, { set: { witnessed } }, ofHead(size, attempt))) !== undefined;
  },

  async page(start: number, attempt: string): Promise<LogPage | undefined> {
    const Key = { part: PAGES, place: pageKeyOf({ start, attempt }) };
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && logPageOf(Item);
  },

  /** The last pages, newest first, by the ids of their entries; those that never became part of the log among them. */
  async lastPages(limit: number): Promise<PageOfIds[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'part = :page',
        ExpressionAttributeValues: { ':page': PAGES },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items.map(pageOfIds);
  },

  /** Where each entry lies, of those that are in the log and looked up by their ids. */
  async places(entryIds: readonly string[]): Promise<ReadonlyMap<string, EntryPosition>> {
    const items = await batchGet(db, table, [...new Set(entryIds)].map(pointerKey));
    const found = items.map((item) => Pointer.parse(item));
    return new Map(found.map(({ part, index, page }) => [part.slice('entry#'.length), { index, page }]));
  },

  async remember(page: LogPage, entryIds: ReadonlyMap<string, number>, expiresAt: number): Promise<void> {
    const items = [...entryIds].map(([id, index]) => ({ ...pointerKey(id), index, page: pageKeyOf(page), expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, ({ part }) => part),
    );
  },

  async pageAt(place: string): Promise<LogPage | undefined> {
    const Key = { part: PAGES, place };
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && logPageOf(Item);
  },
});
export type Log = ReturnType<typeof logTable>;

const ofHead = (size: number, attempt: string) => ({
  when: '#size = :size AND attempt = :attempt',
  names: { '#size': 'size' },
  values: { ':size': size, ':attempt': attempt },
});

const packedEntries = ({ entries }: LogPage): Uint8Array =>
  packed({ entries: entries.map((entry) => (entry ? openedLine(entry) : '')) });

const Page = z.object({
  place: z.string().regex(/^\d{12}#.+$/u),
  after: z.string().optional(),
  packed: z.instanceof(Uint8Array),
});
const Inside = z.object({ entries: z.array(z.string()) });

const WithId = z.object({ plain: z.object({ id: z.string() }) });

function pageOfIds(item: Readonly<Record<string, unknown>>): PageOfIds {
  const { place, after, packed: bytes } = Page.parse(item);
  const lines = Inside.parse(unpacked(bytes)).entries.filter((line) => line !== '');
  return { attempt: attemptIn(place), after, ids: lines.map((line) => WithId.parse(parseJson(line)).plain.id) };
}

/** A page out of its item. */
export function logPageOf(item: Readonly<Record<string, unknown>>): LogPage {
  const { place, after, packed: bytes } = Page.parse(item);
  const { entries } = Inside.parse(unpacked(bytes));
  return {
    start: Number(place.slice(0, DIGITS)),
    attempt: attemptIn(place),
    after,
    entries: entries.map((line) => (line === '' ? undefined : OpenedLine.parse(parseJson(line)))),
  };
}

/**
 * Of pages, the newest first, those that became part of the log: from the head's on each names the one that it continues.
 * Others begin at the same places, and may have the same length.
 */
export function pagesInLog<P extends Pick<LogPage, 'attempt' | 'after'>>(
  pages: readonly P[],
  head: Pick<LogHead, 'attempt'> | undefined,
): P[] {
  let attempt = head?.attempt;
  return pages.filter((page) => {
    const isNext = page.attempt === attempt;
    if (isNext) attempt = page.after;
    return isNext;
  });
}
