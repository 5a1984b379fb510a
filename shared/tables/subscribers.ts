import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import { holdersInForce, MOST_HOLDERS, type PhoneHolders } from '#shared/domain/risk/accounts-of-people.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { ProvenanceItem } from './provenance.ts';
import { renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryAll, queryFirst } from './query-all.ts';
import { type FileDrop, scanDrops, removeSuperseded, type TakenDrops } from './superseded.ts';

/** A carrier's row: who holds a phone, both as keyed hashes, with the row's source. */
export interface Subscription {
  readonly phoneRef: string;
  readonly documentRef: string;
  readonly on?: string | undefined;
  readonly isRecalled?: boolean | undefined;
  readonly from?: Provenance | undefined;
}

const Item = z.object({
  documentRef: z.string(),
  on: z.string().optional(),
  isRecalled: z.boolean().optional(),
  from: ProvenanceItem.optional(),
});

/** The table `subscribers`: PK phoneRef, SK documentRef. Both are keyed hashes, and no phone or document number is stored. */
export const subscribersTable = (db: DynamoDBDocumentClient, table: string, hash: KeyedHash) => ({
  async record(rows: readonly Subscription[], expiresAt: number): Promise<void> {
    const items = rows.map((row) => ({ ...row, expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, (item) => `${item.phoneRef} ${item.documentRef}`),
    );
  },

  /**
   * Deletes the holders of a phone that an earlier drop of a file said and this drop does not. A carrier's file names all
   * holders of each of its phones.
   */
  async supersede(phoneRef: string, rows: readonly Subscription[], drop: FileDrop): Promise<void> {
    const items = await queryUnderEachKey(phoneRef, hash, (ref) => queryAll(db, ofPhone(table, ref)));
    const said = new Set(rows.map(({ documentRef }) => documentRef));
    const placed = items.map((item) => ({
      key: { phoneRef: String(item['phoneRef']), documentRef: String(item['documentRef']) },
      item,
      place: said.has(hash.renewed(String(item['documentRef']))) ? undefined : phoneRef,
    }));
    await removeSuperseded(db, table, placed, drop, new Set([phoneRef]));
  },

  /** The references of phones with facts of drops that are taken back. */
  async takenBack(drops: TakenDrops): Promise<readonly string[]> {
    const found = new Set<string>();
    await scanDrops(db, table, drops, ({ phoneRef }) => found.add(String(phoneRef)));
    return [...found];
  },

  /** Deletes the facts of drops about a phone. */
  async takeBack(phoneRef: string, drops: TakenDrops): Promise<void> {
    const items = await queryAll(db, ofPhone(table, phoneRef));
    const placed = items.map((item) => ({
      key: { phoneRef, documentRef: String(item['documentRef']) },
      item,
      place: undefined,
    }));
    await removeSuperseded(db, table, placed, drops, 'every');
  },

  /** The documents that carriers reported for a phone; none means that no carrier reported any. */
  async holdersOf(phone: string): Promise<PhoneHolders> {
    const rows = await rowsOf(phone, { db, table, hash });
    return rows.length > MOST_HOLDERS ? 'too-many' : holdersInForce(rows);
  },

  /** The sources of the carriers' rows about a phone, as far as they count. */
  async origins(phone: string): Promise<readonly Provenance[]> {
    const rows = await rowsOf(phone, { db, table, hash });
    return rows.length > MOST_HOLDERS ? [] : rows.flatMap(({ from }) => from ?? []);
  },
});
export type Subscribers = ReturnType<typeof subscribersTable>;

interface SubscriberStore {
  readonly db: DynamoDBDocumentClient;
  readonly table: string;
  readonly hash: KeyedHash;
}

/** The rows about a phone, but not many more of them than can count. */
async function rowsOf(phone: string, { db, table, hash }: SubscriberStore): Promise<z.infer<typeof Item>[]> {
  const items = await queryUnderEachKey(hash('phone', phone), hash, (ref) =>
    queryFirst(db, ofPhone(table, ref), MOST_HOLDERS + 1),
  );
  return renewedItems(items, ['documentRef'], hash).map((item) => Item.parse(item));
}

const ofPhone = (TableName: string, phoneRef: string) => ({
  TableName,
  KeyConditionExpression: 'phoneRef = :ref',
  ExpressionAttributeValues: { ':ref': phoneRef },
});
