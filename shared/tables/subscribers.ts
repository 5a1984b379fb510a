import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { countedFacts } from '#shared/domain/drops/counted-facts.ts';
import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import { holdersInForce, MOST_HOLDERS, type PhoneHolders } from '#shared/domain/risk/accounts-of-people.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchWrite } from './batch-write.ts';
import { factEnding } from './drop-key.ts';
import type { DropStates } from './drop-states.ts';
import { ProvenanceItem } from './provenance.ts';
import { renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryFirst } from './query-all.ts';

/** A carrier's row: who holds a phone, both as keyed hashes, with the row's source. */
export interface Subscription {
  readonly phoneRef: string;
  readonly documentRef: string;
  readonly on?: string | undefined;
  readonly isRecalled?: boolean | undefined;
  readonly from: Provenance;
}

const Item = z.object({
  documentRef: z.string(),
  on: z.string().optional(),
  isRecalled: z.boolean().optional(),
  from: ProvenanceItem,
});

/** The most rows about a phone that are read, several drops of which may name the same holders. */
const MOST_ROWS = 2000;

/**
 * The table `subscribers`: PK phoneRef, SK holder (the document with its day, and the drop). Both references are keyed hashes, and no
 * phone or document number is stored.
 */
export const subscribersTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: KeyedHash,
  drops: Pick<DropStates, 'standingOf'>,
) => {
  /** The rows about a phone that count, each holder once. A carrier's file names all holders of each of its phones. */
  const rowsOf = async (phone: string): Promise<readonly z.infer<typeof Item>[]> => {
    const items = await queryUnderEachKey(hash('phone', phone), hash, (phoneRef) =>
      queryFirst(db, table, { phoneRef }, MOST_ROWS),
    );
    const facts = renewedItems(items, ['holder'], hash).map((item) => {
      const row = Item.parse(item);
      return { ...row, id: holderKey(row), place: 'holders' };
    });
    return countedFacts(facts, await drops.standingOf(facts.map(({ from }) => from)));
  };

  return {
    async record(rows: readonly Subscription[], expiresAt: number): Promise<void> {
      const items = rows.map((row) => ({ ...row, holder: `${holderKey(row)}${factEnding(row.from)}`, expiresAt }));
      await batchWrite(db, table, items, (item) => `${item.phoneRef} ${item.holder}`);
    },

    /** The documents that carriers reported for a phone; none means that no carrier reported any. */
    async holdersOf(phone: string): Promise<PhoneHolders> {
      const rows = await rowsOf(phone);
      return areTooMany(rows) ? 'too-many' : holdersInForce(rows);
    },

    /** The sources of the carriers' rows about a phone, as far as they count. */
    async origins(phone: string): Promise<readonly Provenance[]> {
      const rows = await rowsOf(phone);
      return areTooMany(rows) ? [] : rows.map(({ from }) => from);
    },
  };
};
const holderKey = ({ documentRef, on = '', isRecalled }: Omit<Subscription, 'phoneRef' | 'from'>): string =>
  [documentRef, on, ...(isRecalled ? ['recalled'] : [])].join('#');

const areTooMany = (rows: readonly Pick<Subscription, 'documentRef'>[]): boolean =>
  new Set(rows.map(({ documentRef }) => documentRef)).size > MOST_HOLDERS;

export type Subscribers = ReturnType<typeof subscribersTable>;
