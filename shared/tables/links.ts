import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type LinkMember, SHARED_KINDS, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { addToSet, putIf } from './conditional-write.ts';
import { queryAll } from './query-all.ts';

export interface Link {
  /** `kind#keyed-hash`; `document` and `subscription` only find whom a police record, or a carrier's, is about. */
  readonly value: string;
  readonly enterpriseCode: string;
  readonly registeredOn?: string | undefined;
  readonly badSigns?: number | undefined;
  readonly unsure?: true | undefined;
}

const Member = z.object({
  enterpriseCode: z.string(),
  registeredOn: z.string(),
  badSigns: z.number(),
  unsure: z.literal(true).optional(),
});
const LinkItem = z.object({ enterpriseCode: z.string() });
const Band = z.strictObject({
  kind: z.enum(SHARED_KINDS),
  ref: z.string(),
  size: z.number(),
  spreadDays: z.number(),
  badShare: z.number(),
  worseShare: z.number(),
});
const BandItem = z.object({
  value: z.string(),
  revision: z.number(),
  notified: z.boolean(),
  band: Band,
});

/** A shared value's band as last written. `notified` is false until its members have been sent to be assessed again. */
export interface StoredBand {
  readonly value: string;
  readonly revision: number;
  readonly notified: boolean;
  readonly band: SharedBand;
}

/** The companies that declared a person by this number. */
export const documentLink = (number: string, hash: KeyedHash): string => `document#${hash('document', number)}`;

/** The companies that have an account under this phone. */
export const phoneLink = (phone: string, hash: KeyedHash): string => `subscription#${hash('phone', phone)}`;

const BAND = '#band';
/** No kind of value that is shared: what a company claims lies apart from what it shares. */
const CLAIMS = 'claims#';
const CLAIMED = 'claimed';

/** `links`: PK value, SK enterpriseCode; the value's own record sorts before its companies. */
export const linksTable = (db: DynamoDBDocumentClient, table: string) => ({
  async record(links: readonly Link[], expiresAt: number): Promise<void> {
    const items = links.map((link) => ({ ...link, expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, (item) => `${item.value} ${item.enterpriseCode}`),
    );
  },

  async remove(links: readonly Pick<Link, 'value' | 'enterpriseCode'>[]): Promise<void> {
    await batchWrite(
      db,
      table,
      links.map(({ value, enterpriseCode }) => ({ DeleteRequest: { Key: { value, enterpriseCode } } })),
    );
  },

  /**
   * Says that a company is about to write itself at these values, before it does.
   * @returns all values that it ever claimed
   */
  async claim(
    enterpriseCode: string,
    links: readonly Pick<Link, 'value'>[],
    expiresAt: number,
  ): Promise<readonly string[]> {
    const values = links.map(({ value }) => value);
    return addToSet(db, table, { value: `${CLAIMS}${enterpriseCode}`, enterpriseCode }, CLAIMED, values, { expiresAt });
  },

  /** The first `limit` companies by code: one request however many there are. */
  async firstMembers(value: string, limit: number): Promise<LinkMember[]> {
    const { Items = [] } = await db.send(new QueryCommand({ ...membersOf(table, value), Limit: limit }));
    return Items.map((item) => Member.parse(item));
  },

  /** Some companies of the value, by code: one request however many there are. */
  async someCompaniesOf(value: string, limit: number): Promise<readonly string[]> {
    const { Items = [] } = await db.send(new QueryCommand({ ...membersOf(table, value), Limit: limit }));
    return Items.map((item) => LinkItem.parse(item).enterpriseCode);
  },

  /** Every company of the value, however many. */
  async companiesOf(value: string): Promise<readonly string[]> {
    const items = await queryAll(db, membersOf(table, value));
    return items.map((item) => LinkItem.parse(item).enterpriseCode);
  },

  async bands(values: readonly string[]): Promise<ReadonlyMap<string, StoredBand>> {
    const items = await batchGet(
      db,
      table,
      values.map((value) => ({ value, enterpriseCode: BAND })),
    );
    return new Map(items.map((item) => BandItem.parse(item)).map((item) => [item.value, item]));
  },

  /** A value's band and its first `limit` companies by code, in one request. */
  async counted(value: string, limit: number): Promise<{ stored: StoredBand | undefined; members: LinkMember[] }> {
    const { Items = [] } = await db.send(new QueryCommand({ ...everythingOf(table, value), Limit: limit + 1 }));
    const [first, ...rest] = Items;
    const stored = first?.['enterpriseCode'] === BAND ? BandItem.parse(first) : undefined;
    const members = (stored ? rest : Items).slice(0, limit);
    return { stored, members: members.map((item) => Member.parse(item)) };
  },

  /** False where the band was written by somebody else since `before` was read: count again. */
  writeBand(next: StoredBand, before: StoredBand | undefined): Promise<boolean> {
    const { value, ...rest } = next;
    const unchanged = before
      ? { when: 'revision = :before', values: { ':before': before.revision } }
      : { when: 'attribute_not_exists(revision)' };
    return putIf(db, table, { value, enterpriseCode: BAND }, rest, unchanged);
  },
});
export type Links = ReturnType<typeof linksTable>;

function membersOf(TableName: string, value: string) {
  return {
    TableName,
    KeyConditionExpression: '#value = :value AND enterpriseCode > :band',
    ExpressionAttributeNames: { '#value': 'value' },
    ExpressionAttributeValues: { ':value': value, ':band': '#~' },
    ConsistentRead: true,
  };
}

const everythingOf = (TableName: string, value: string) => ({
  TableName,
  KeyConditionExpression: '#value = :value',
  ExpressionAttributeNames: { '#value': 'value' },
  ExpressionAttributeValues: { ':value': value },
  ConsistentRead: true,
});
