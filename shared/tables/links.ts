import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type LinkMember, SHARED_KINDS, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchGet, itemsByCompany } from './batch-get.ts';
import { batchWrite } from './batch-write.ts';
import { putRevision, putUnlessLater, revisionBefore, type StoredItem } from './conditional-write.ts';
import { type ReferenceForms, renewedItem, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { packed, Unpacked } from './packed.ts';
import { queryAll, queryFirst } from './query-all.ts';

const Member = z.object({
  enterpriseCode: z.string(),
  registeredOn: z.string(),
  badSigns: z.number(),
  badSignsWithout: z.record(z.string(), z.number()).optional(),
  onlyRegistered: z.literal(true).optional(),
  unsure: z.literal(true).optional(),
  former: z.literal(true).optional(),
  joined: z.literal(true).optional(),
  atBank: z.literal(true).optional(),
  onlyAtBank: z.literal(true).optional(),
  toldBy: z.array(z.string()).optional(),
});
const Without = z.strictObject({
  badShare: z.number(),
  worseShare: z.number(),
  size: z.number().optional(),
  spreadDays: z.number().optional(),
  madeSigns: z.literal(true).optional(),
});
const Measured = z.strictObject({
  size: z.number(),
  spreadDays: z.number(),
  badShare: z.number(),
  worseShare: z.number(),
});
const Band = z.strictObject({
  kind: z.enum(SHARED_KINDS),
  ref: z.string(),
  ...Measured.shape,
  without: z.record(z.string(), Without).optional(),
  before: Measured.optional(),
  badAtBank: z.number().optional(),
  badOnlyAtBank: z.literal(true).optional(),
});
const BandItem = z.object({
  value: z.string(),
  revision: z.number(),
  notified: z.boolean(),
  band: Band,
  expiresAt: z.number().optional(),
});

/** A shared value's band as last written. `notified` is false until its members have been sent to be assessed again. */
interface StoredBand {
  readonly value: string;
  readonly revision: number;
  /** The revision under the key for writing, where a band under another key is newer; 0 where there is none. */
  readonly kept?: number | undefined;
  readonly notified: boolean;
  readonly band: SharedBand;
  /** The expiry in whole seconds since 1970. */
  readonly expiresAt?: number | undefined;
}

/** The companies of a value, sorted by code. */
const membersIn = (items: readonly Record<string, unknown>[], limit: number): LinkMember[] =>
  items
    .map((item) => Member.parse(item))
    .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1))
    .slice(0, limit);

/** Each value's band: of two under different keys the newer one, otherwise the one under the key for writing. */
function newestBands(items: readonly Record<string, unknown>[], hash: ReferenceForms): Map<string, StoredBand> {
  const found = new Map<string, StoredBand>();
  for (const item of items) {
    const { value: form, band, ...rest } = BandItem.parse(item);
    const value = hash.renewed(form);
    const one = { value, ...rest, band: { ...band, ref: hash.renewed(band.ref) } };
    const other = found.get(value);
    if (!other) found.set(value, form === value ? one : { ...one, kept: 0 });
    else if (form === value) found.set(value, one.revision < other.revision ? { ...other, kept: one.revision } : one);
    else if (one.revision > other.revision) found.set(value, { ...one, kept: other.revision });
  }
  return found;
}

export interface Link extends Partial<LinkMember> {
  /**
   * The key `kind#keyed-hash`; the kinds `document`, `subscription` and `organisation` only find the companies of a police
   * record, a carrier's row or a list of members.
   */
  readonly value: string;
  readonly enterpriseCode: string;
}

const LinkItem = z.object({ enterpriseCode: z.string() });
/** The companies that declared a person by this number. */
export const documentLink = (number: string, hash: KeyedHash): string => documentLinkOf(hash('document', number));
export const documentLinkOf = (documentRef: string): string => `document#${documentRef}`;

/** The companies that have an account under this phone. */
export const phoneLink = (phone: string, hash: KeyedHash): string => subscriptionLinkOf(hash('phone', phone));
export const subscriptionLinkOf = (phoneRef: string): string => `subscription#${phoneRef}`;

/** The companies of which an organisation is a member. */
export const organisationLink = (code: string, hash: KeyedHash): string => `organisation#${hash('organisation', code)}`;

/** The sort key of a value's own record among its companies. */
export const BAND = '#band';
/** The partition of a company's list of links, whose name is no kind of shared value. */
const LIST = 'list#';
const listKey = (enterpriseCode: string) => ({ value: `${LIST}${enterpriseCode}`, enterpriseCode });

/** Whether an item of the table is a company's list of its links. */
export const isLinkList = ({ value }: StoredItem): boolean => String(value).startsWith(LIST);

const ListItem = Unpacked.pipe(
  z.object({
    enterpriseCode: z.string(),
    revision: z.int().positive(),
    links: z.array(z.strictObject({ value: z.string(), fingerprint: z.string() })),
    left: z.array(z.string()),
    expiresAt: z.number(),
  }),
);
/**
 * The values at which a company is written, and those that it leaves. The list is written before its links, so that it
 * always has every value at which something of the company may stand; the links carry its revision.
 */
export type LinkList = z.infer<typeof ListItem>;

/** The table `links`: PK value, SK enterpriseCode; the value's own record sorts before its companies. */
export const linksTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
  async record(links: readonly Link[], expiresAt: number): Promise<void> {
    const items = links.map((link) => ({ ...link, expiresAt }));
    await batchWrite(db, table, items, (item) => `${item.value} ${item.enterpriseCode}`);
  },

  /** The lists of those companies that have one. */
  lists(enterpriseCodes: readonly string[]): Promise<ReadonlyMap<string, LinkList>> {
    return itemsByCompany(db, table, enterpriseCodes.map(listKey), (item) => ListItem.parse(renewedItem(item, hash)));
  },

  /** False where another run has written the company's list since the one before it was read. */
  writeList({ enterpriseCode, links, left, ...open }: LinkList): Promise<boolean> {
    const item = { ...open, packed: packed({ links, left }) };
    return putRevision(db, table, listKey(enterpriseCode), item, revisionBefore(open));
  },

  /** Writes a link of a list; false where one of a later list stands. */
  put(link: Link, { revision, expiresAt }: Pick<LinkList, 'revision' | 'expiresAt'>): Promise<boolean> {
    return putUnlessLater(db, table, { ...link, listed: revision, expiresAt }, 'listed');
  },

  /**
   * Takes a company back from a value; false where a link of a later list stands. A mark stays in place of the link, so
   * that a slow run with an earlier list cannot write it again.
   */
  async leave(
    { value, enterpriseCode }: Pick<Link, 'value' | 'enterpriseCode'>,
    { revision, expiresAt }: Pick<LinkList, 'revision' | 'expiresAt'>,
  ): Promise<boolean> {
    const marks = hash
      .forms(value)
      .map((form) => ({ value: form, enterpriseCode, left: true, listed: revision, expiresAt }));
    const written = await inParallel(marks, marks.length, (mark) => putUnlessLater(db, table, mark, 'listed'));
    return written.every(Boolean);
  },

  /**
   * The first `limit` companies by code for a picture of a value, which may lack the last writes; there are no more
   * requests where there are more companies.
   */
  async firstMembers(value: string, limit: number): Promise<LinkMember[]> {
    const items = await queryUnderEachKey(value, hash, (form) =>
      queryFirst(db, table, membersOf(form), limit, { ...NOT_LEFT, ConsistentRead: false }),
    );
    return membersIn(renewedItems(items, KEYS, hash), limit);
  },

  /** Some companies of the value, sorted by code, with no more requests where there are more of them. */
  async someCompaniesOf(value: string, limit: number): Promise<readonly string[]> {
    const items = await queryUnderEachKey(value, hash, (form) =>
      queryFirst(db, table, membersOf(form), limit, NOT_LEFT),
    );
    return renewedItems(items, KEYS, hash).map((item) => LinkItem.parse(item).enterpriseCode);
  },

  /** Yields every company of the value. */
  async companiesOf(value: string): Promise<readonly string[]> {
    const items = await queryUnderEachKey(value, hash, (form) => queryAll(db, table, membersOf(form), NOT_LEFT));
    return renewedItems(items, KEYS, hash).map((item) => LinkItem.parse(item).enterpriseCode);
  },

  /** @param isLatest false for a picture, which may lack the last writes */
  async bands(values: readonly string[], isLatest = true): Promise<ReadonlyMap<string, StoredBand>> {
    const found: Record<string, unknown>[] = [];
    // The oldest key comes first; values under one key are read together
    for (const place of hash.forms('').keys()) {
      const keys = values.map((value) => ({ value: hash.forms(value)[place] ?? value, enterpriseCode: BAND }));
      found.push(...(await batchGet(db, table, keys, isLatest)));
    }
    return newestBands(found, hash);
  },

  /** A value's band and its first `limit` companies by code. */
  async counted(value: string, limit: number): Promise<{ stored: StoredBand | undefined; members: LinkMember[] }> {
    const items = await queryUnderEachKey(value, hash, (form) =>
      queryFirst(db, table, { value: form }, limit + 1, NOT_LEFT),
    );
    const isBand = (item: Record<string, unknown>) => item['enterpriseCode'] === BAND;
    const members = renewedItems(items, KEYS, hash).filter((item) => !isBand(item));
    return { stored: newestBands(items.filter(isBand), hash).get(value), members: membersIn(members, limit) };
  },

  /** False where another run wrote the band since its revision before was read, so that the members must be counted again. */
  writeBand({ value, kept, ...band }: StoredBand & { readonly expiresAt: number }): Promise<boolean> {
    const before = kept === undefined ? revisionBefore(band) : revisionBefore({ revision: kept + 1 });
    return putRevision(db, table, { value, enterpriseCode: BAND }, band, before);
  },
});
export type Links = ReturnType<typeof linksTable>;

const KEYS = ['value', 'enterpriseCode'];

/** Without the marks of companies that have left. */
const NOT_LEFT = {
  FilterExpression: 'attribute_not_exists(#left)',
  ExpressionAttributeNames: { '#left': 'left' },
};
/** The companies of a value, without its own record. */
const membersOf = (value: string) => ({ value, enterpriseCode: ['>', '#~'] }) as const;
