import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OpenedEntry, PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';
import { OpenedLine, openedLine } from '#shared/contracts/log-entry.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite } from './batch-write.ts';
import { itemAt, putIf, putItem, updateIf } from './conditional-write.ts';
import { packed, unpacked } from './packed.ts';
import { oneAs, queryFirst } from './query-all.ts';

const Head = z.object({
  /** The number of entries of the log, which alone decides what belongs to it. */
  size: z.int().nonnegative(),
  /** The start and the attempt of its last page. */
  start: z.int().nonnegative(),
  attempt: z.string(),
  /** The signed head of the log, whose tiles are in the bucket. */
  checkpoint: z.string().optional(),
  /** The newest checkpoint with a witness's cosignature. */
  witnessed: z.string().optional(),
});
export type LogHead = z.infer<typeof Head>;

const Pointer = z.object({ part: z.string(), index: z.int().nonnegative(), page: z.string() });

/** The plain entries that were appended together. */
export interface LogPage {
  readonly start: number;
  readonly attempt: string;
  /** The attempt of the page before it, because several may begin at the same index. */
  readonly after?: string | undefined;
  /** Undefined where an entry was erased. */
  readonly entries: readonly (OpenedEntry | undefined)[];
}
/** A page with only the ids of its entries; eight of these are searched for each page that is written. */
export interface PageOfIds extends Pick<LogPage, 'attempt' | 'after'> {
  readonly ids: readonly string[];
}
/** The place of an entry. */
export interface EntryPosition {
  readonly index: number;
  /** The sort key of the entry's page. */
  readonly page: string;
}

/** The pages that were looked through last: a page is written once, and an id that was erased since is still an entry's id. */
class KnownPages {
  #last: ReadonlyMap<string, PageOfIds> = new Map();

  idsIn(items: readonly Record<string, unknown>[]): PageOfIds[] {
    const pages = items.map((item) => Page.parse(item));
    this.#last = new Map(pages.map((page) => [page.place, this.#last.get(page.place) ?? pageOfIds(page)]));
    return [...this.#last.values()];
  }
}

/** A place from which the log is read backwards: the first page there is of this attempt. */
export interface PlaceInLog {
  /** Pages that start before this index. */
  readonly before: number;
  readonly attempt: string;
}
export interface OfficersEntries {
  readonly entries: readonly PlainEntry[];
  readonly next?: PlaceInLog;
}

const BY_OFFICER = '"by":"officer:';
export const placeOfHead = ({ start, attempt }: LogHead): PlaceInLog => ({ before: start + 1, attempt });

const HEAD = { part: 'head', place: 'head' };
const PAGES = 'page';
const DIGITS = 12;
const pageKeyOf = ({ start, attempt }: Pick<LogPage, 'start' | 'attempt'>): string =>
  `${String(start).padStart(DIGITS, '0')}#${attempt}`;
const attemptIn = (place: string): string => place.slice(DIGITS + 1);
const pointerKey = (entryId: string) => ({ part: `entry#${entryId}`, place: 'entry' });

/**
 * The table `log`: PK part, SK place. It has one head, a page for each append (`page`, `<first index>#<attempt>`),
 * which counts only where the head refers to it, and a pointer for each entry that can be looked up (`entry#<id>`).
 */
export const logTable = (db: DynamoDBDocumentClient, table: string, known = new KnownPages()) => ({
  head: () => oneAs(Head, itemAt(db, table, HEAD)),

  async writePage(page: LogPage, expiresAt: number): Promise<void> {
    const { after } = page;
    await putItem(db, table, { part: PAGES, place: pageKeyOf(page), after, packed: packedEntries(page), expiresAt });
  },

  /** Makes a page part of the log by a single write; false where another writer was faster. */
  moveHead({ size, start, attempt, witnessed }: LogHead, before: LogHead | undefined): Promise<boolean> {
    const next = { size, start, attempt, witnessed };
    return putIf(db, table, HEAD, next, before ? signedAsFound(before) : { when: 'attribute_not_exists(part)' });
  },

  /** Records that the head's tiles are in the bucket; does nothing where the log has a newer head. */
  async publish({ size, attempt }: LogHead, checkpoint: string): Promise<void> {
    await updateIf(db, table, HEAD, { set: { checkpoint } }, ofHead({ size, attempt }));
  },

  /** Stores a checkpoint with witnesses' cosignatures; false where the log or another witness was faster. */
  async witness(found: LogHead, witnessed: string): Promise<boolean> {
    return (await updateIf(db, table, HEAD, { set: { witnessed } }, asFound(found))) !== undefined;
  },

  async page(start: number, attempt: string): Promise<LogPage | undefined> {
    const Key = { part: PAGES, place: pageKeyOf({ start, attempt }) };
    const item = await itemAt(db, table, Key);
    return item && logPageOf(item);
  },

  /** The last pages, the newest first, by the ids of their entries, including pages that never became part of the log. */
  async lastPages(limit: number): Promise<PageOfIds[]> {
    const items = await queryFirst(db, table, { part: PAGES }, limit, { ScanIndexForward: false });
    return known.idsIn(items);
  },

  /** The places of entries by their ids, for those in the log that can be looked up. */
  async places(entryIds: readonly string[]): Promise<ReadonlyMap<string, EntryPosition>> {
    const items = await batchGet(db, table, [...new Set(entryIds)].map(pointerKey));
    const found = items.map((item) => Pointer.parse(item));
    return new Map(found.map(({ part, index, page }) => [part.slice('entry#'.length), { index, page }]));
  },

  async remember(page: LogPage, entryIds: ReadonlyMap<string, number>, expiresAt: number): Promise<void> {
    const items = [...entryIds].map(([id, index]) => ({ ...pointerKey(id), index, page: pageKeyOf(page), expiresAt }));
    await batchWrite(db, table, items, ({ part }) => part);
  },

  /**
   * What officers did, by so many of the log's pages, the newest first; and the place from which to go on.
   * @param from the head's place, or that of an earlier answer
   */
  async officersEntries(pages: number, from: PlaceInLog): Promise<OfficersEntries> {
    const before = ['<', String(from.before).padStart(DIGITS, '0')] as const;
    const items = await queryFirst(db, table, { part: PAGES, place: before }, pages, { ScanIndexForward: false });
    const found = pagesInLog(items.map(packedPageOf), from);
    const lines = found.flatMap((page) =>
      page
        .lines()
        .filter((line) => line.includes(BY_OFFICER))
        .toReversed(),
    );
    const entries = lines.map((line) => OpenedLine.parse(parseJson(line)).plain);
    const last = found.at(-1);
    return { entries, ...(last?.after !== undefined && { next: { before: last.start, attempt: last.after } }) };
  },

  async pageAt(place: string): Promise<LogPage | undefined> {
    const Key = { part: PAGES, place };
    const item = await itemAt(db, table, Key);
    return item && logPageOf(item);
  },
});
export type Log = ReturnType<typeof logTable>;

type HeadId = Pick<LogHead, 'size' | 'attempt'>;

const ofHead = ({ size, attempt }: HeadId) => ({
  when: '#size = :size AND attempt = :attempt',
  names: { '#size': 'size' },
  values: { ':size': size, ':attempt': attempt },
});

/** The head with no other cosignatures than those that were found. */
function asFound({ witnessed, ...head }: HeadId & Pick<LogHead, 'witnessed'>) {
  const { when, names, values } = ofHead(head);
  return witnessed === undefined
    ? { when: `${when} AND attribute_not_exists(witnessed)`, names, values }
    : { when: `${when} AND witnessed = :witnessed`, names, values: { ...values, ':witnessed': witnessed } };
}

function signedAsFound(found: LogHead) {
  const { when, ...rest } = asFound(found);
  return { when: `${when} AND attribute_exists(checkpoint)`, ...rest };
}

const packedEntries = ({ entries }: LogPage): Uint8Array =>
  packed({ entries: entries.map((entry) => (entry ? openedLine(entry) : '')) });

const Page = z.object({
  place: z.string().regex(/^\d{12}#.+$/u),
  after: z.string().optional(),
  packed: z.instanceof(Uint8Array),
});
const Inside = z.object({ entries: z.array(z.string()) });

const WithId = z.object({ plain: z.object({ id: z.string() }) });

function pageOfIds({ place, after, packed: bytes }: z.infer<typeof Page>): PageOfIds {
  const lines = Inside.parse(unpacked(bytes)).entries.filter((line) => line !== '');
  return { attempt: attemptIn(place), after, ids: lines.map((line) => WithId.parse(parseJson(line)).plain.id) };
}

function logPageOf(item: Readonly<Record<string, unknown>>): LogPage {
  const { lines, ...place } = packedPageOf(item);
  return { ...place, entries: lines().map((line) => (line === '' ? undefined : OpenedLine.parse(parseJson(line)))) };
}

/** A page whose plain entries, a line each, are unpacked only when they are asked for; empty where erased. */
interface PackedPage extends Omit<LogPage, 'entries'> {
  readonly lines: () => readonly string[];
}

/** Reads a page from its item. */
export function packedPageOf(item: Readonly<Record<string, unknown>>): PackedPage {
  const { place, after, packed: bytes } = Page.parse(item);
  return {
    start: Number(place.slice(0, DIGITS)),
    attempt: attemptIn(place),
    after,
    lines: () => Inside.parse(unpacked(bytes)).entries,
  };
}

/**
 * Selects the pages that became part of the log, from pages with the newest first: from the head's page on, each names
 * the page before it. Other pages may have the same start and length.
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
