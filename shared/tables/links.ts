import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { membersIn, newestBands, type StoredBand } from './band-item.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { addToSet, putIf, type StoredItem, updateIf } from './conditional-write.ts';
import { type ReferenceForms, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryAll, queryFirst } from './query-all.ts';

export interface Link extends Partial<LinkMember> {
  /**
   * The key `kind#keyed-hash`; the kinds `document` and `subscription` only find the companies of a police record or a
   * carrier's row.
   */
  readonly value: string;
  readonly enterpriseCode: string;
}

const LinkItem = z.object({ enterpriseCode: z.string() });
/** A value that a company shares, with a fingerprint of what is written there. */
export interface LinkFingerprint {
  readonly value: string;
  readonly fingerprint: string;
}

/** The companies that declared a person by this number. */
export const documentLink = (number: string, hash: KeyedHash): string => documentLinkOf(hash('document', number));
export const documentLinkOf = (documentRef: string): string => `document#${documentRef}`;

/** The companies that have an account under this phone. */
export const phoneLink = (phone: string, hash: KeyedHash): string => subscriptionLinkOf(hash('phone', phone));
export const subscriptionLinkOf = (phoneRef: string): string => `subscription#${phoneRef}`;

/** The sort key of a value's own record among its companies. */
export const BAND = '#band';
/** The partition of claimed values, whose name is no kind of shared value. */
const CLAIMS = 'claims#';
const CLAIMED = 'claimed';
const claimKey = (enterpriseCode: string) => ({ value: `${CLAIMS}${enterpriseCode}`, enterpriseCode });

const Claimed = z.object({ claimed: z.set(z.string()).optional() });

/** A run that has claimed links: the name of the attribute of the claims that stands until it has ended. */
export type LinkRun = `${typeof RUN}${string}`;
const RUN = 'run_';
/** @param since the instant at which it claims them */
export const linkRun = (since: Date, id: string): LinkRun => `${RUN}${since.getTime()}_${id}`;
export const beginOf = (run: LinkRun): Date => new Date(Number(run.split('_')[1]));
const runsIn = (claims: StoredItem): LinkRun[] =>
  Object.keys(claims).filter((name): name is LinkRun => name.startsWith(RUN));

/** The id of a company's links, whatever their order and the key of their values. */
const idOfLinks = (links: readonly LinkFingerprint[], hash: ReferenceForms): string =>
  contentId(links.map(({ value, fingerprint }) => `${hash.first(value)} ${fingerprint}`).sort());

/** The table `links`: PK value, SK enterpriseCode; the value's own record sorts before its companies. */
export const linksTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
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
      links.flatMap(({ value, enterpriseCode }) =>
        hash.forms(value).map((form) => ({ DeleteRequest: { Key: { value: form, enterpriseCode } } })),
      ),
    );
  },

  /**
   * Records the values at which a company is about to be written, and what is to be written there, before it is
   * written. @returns all values that it ever claimed, and the other runs that have not said yet that they have ended
   */
  async claim(
    enterpriseCode: string,
    links: readonly LinkFingerprint[],
    run: LinkRun,
    expiresAt: number,
  ): Promise<{ readonly values: readonly string[]; readonly others: readonly LinkRun[] }> {
    const values = links.map(({ value }) => value);
    const begun = { begun: idOfLinks(links, hash), areWritten: false, [run]: true };
    const item = await addToSet(db, table, claimKey(enterpriseCode), CLAIMED, values, { expiresAt, ...begun });
    const claimed = Claimed.parse(item).claimed ?? [];
    return {
      values: [...new Set([...claimed].map((value) => hash.renewed(value)))],
      others: runsIn(item).filter((other) => other !== run),
    };
  },

  /**
   * Forgets the runs that have ended. @returns the others, and the id of this write; undefined where another run claimed
   * other links meanwhile, so that either run may have written its links last
   */
  async markWritten(
    enterpriseCode: string,
    links: readonly LinkFingerprint[],
    ended: readonly LinkRun[],
  ): Promise<{ readonly open: readonly LinkRun[]; readonly writeId: unknown } | undefined> {
    const unchanged = { when: 'begun = :mine', values: { ':mine': idOfLinks(links, hash) } };
    const change = { set: { areWritten: true }, remove: ended };
    const marked = await updateIf(db, table, claimKey(enterpriseCode), change, unchanged);
    return marked && { open: runsIn(marked), writeId: marked['writeId'] };
  },

  /**
   * Forgets all claimed values but those of these links, unless any run has claimed links since the write of that id.
   * Otherwise the values that a company ever had would at last have no room in their item.
   */
  async forgetLeft(enterpriseCode: string, links: readonly LinkFingerprint[], writeId: unknown): Promise<void> {
    const values = new Set(links.map(({ value }) => value));
    const change = values.size > 0 ? { set: { [CLAIMED]: values } } : { remove: [CLAIMED] };
    // A claim takes this mark away, and only a conditional write with another id sets it again
    const isUnclaimed = { when: 'writeId = :last AND areWritten = :true', values: { ':last': writeId, ':true': true } };
    await updateIf(db, table, claimKey(enterpriseCode), change, isUnclaimed);
  },

  /** Has the next run write all links of the company again, after this one, where it has claimed any. */
  async markUnsure(enterpriseCode: string, run: LinkRun): Promise<void> {
    const change = { set: { areWritten: false }, remove: ['begun', run] };
    await updateIf(db, table, claimKey(enterpriseCode), change, { when: 'attribute_exists(enterpriseCode)' });
  },

  /** Whether the company's stored links may be other ones than these, now or once another run has gone on. */
  async areUnsure(enterpriseCode: string, links: readonly LinkFingerprint[]): Promise<boolean> {
    const Key = claimKey(enterpriseCode);
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    if (Item === undefined) return false;
    // A run that has not ended says so too, so that the first of these only saves reading on
    return Item['areWritten'] !== true || Item['begun'] !== idOfLinks(links, hash) || runsIn(Item).length > 0;
  },

  /** The first `limit` companies by code, with no more requests where there are more of them. */
  async firstMembers(value: string, limit: number): Promise<LinkMember[]> {
    const items = await queryUnderEachKey(value, hash, (form) => queryFirst(db, membersOf(table, form), limit));
    return membersIn(renewedItems(items, KEYS, hash), limit);
  },

  /** Some companies of the value, sorted by code, with no more requests where there are more of them. */
  async someCompaniesOf(value: string, limit: number): Promise<readonly string[]> {
    const items = await queryUnderEachKey(value, hash, (form) => queryFirst(db, membersOf(table, form), limit));
    return renewedItems(items, KEYS, hash).map((item) => LinkItem.parse(item).enterpriseCode);
  },

  /** Yields every company of the value. */
  async companiesOf(value: string): Promise<readonly string[]> {
    const items = await queryUnderEachKey(value, hash, (form) => queryAll(db, membersOf(table, form)));
    return renewedItems(items, KEYS, hash).map((item) => LinkItem.parse(item).enterpriseCode);
  },

  async bands(values: readonly string[]): Promise<ReadonlyMap<string, StoredBand>> {
    const found: Record<string, unknown>[] = [];
    // The oldest key comes first; values under one key are read together
    for (const place of hash.forms('').keys()) {
      const keys = values.map((value) => ({ value: hash.forms(value)[place] ?? value, enterpriseCode: BAND }));
      found.push(...(await batchGet(db, table, keys)));
    }
    return newestBands(found, hash);
  },

  /** A value's band and its first `limit` companies by code. */
  async counted(value: string, limit: number): Promise<{ stored: StoredBand | undefined; members: LinkMember[] }> {
    const items = await queryUnderEachKey(value, hash, (form) => queryFirst(db, everythingOf(table, form), limit + 1));
    const isBand = (item: Record<string, unknown>) => item['enterpriseCode'] === BAND;
    const members = renewedItems(items, KEYS, hash).filter((item) => !isBand(item));
    return { stored: newestBands(items.filter(isBand), hash).get(value), members: membersIn(members, limit) };
  },

  /** False where another writer wrote the band since `before` was read, so that the members must be counted again. */
  writeBand(next: StoredBand & { readonly expiresAt: number }, before: StoredBand | undefined): Promise<boolean> {
    const { value, kept: _kept, ...rest } = next;
    const revision = before?.kept ?? before?.revision ?? 0;
    const unchanged =
      revision > 0
        ? { when: 'revision = :before', values: { ':before': revision } }
        : { when: 'attribute_not_exists(revision)' };
    return putIf(db, table, { value, enterpriseCode: BAND }, rest, unchanged);
  },
});
export type Links = ReturnType<typeof linksTable>;

const KEYS = ['value', 'enterpriseCode'];

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
