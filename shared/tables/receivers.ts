import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type EndpointHealth, HEALTHY } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { batchGet } from './batch-get.ts';
import { updateIf, updateItem } from './conditional-write.ts';

const text = z.string().optional();

/** Who is sent notices, and how: `pull` reads the feed alone. */
const Registration = z.object({
  /** `police`, or `bank#` and the institution's id. */
  receiver: z.string(),
  mode: z.enum(['push', 'pull']),
  url: text,
  /** The secrets (`whsec_…`), two while a key is being changed. */
  secretArn: text,
  clientId: text,
  /** By which it co-signs the log's checkpoints as a witness (vkey of type 4). */
  witnessKey: text,
  /** Thumbprints (RFC 8705) of what its client shows where callers must show a certificate; two while one is being changed. */
  certificates: z
    .array(z.string().regex(/^[\w-]{43}$/u))
    .min(1)
    .max(2)
    .optional(),
});
export type ReceiverRegistration = z.infer<typeof Registration>;

const Health = z.object({
  failures: z.int().nonnegative(),
  failingSince: text,
  failedOn: text,
  restUntil: text,
  pausedSince: text,
  goneSince: text,
  recoveredAt: text,
});

const Item = Registration.extend({ health: Health.optional() });
export type RegisteredReceiver = z.infer<typeof Item>;

/** No receiver of that name was ever registered. */
class ReceiverUnknown extends Error {
  override readonly name = 'ReceiverUnknown';
}

const LEASE_FIELDS = ['leasedBy', 'leasedUntil'];

/**
 * `receivers`: PK receiver. `leasedBy` and `leasedUntil` are a lease: its holder alone calls that endpoint,
 * so that a slow endpoint occupies one function and no more.
 */
export const receiversTable = (db: DynamoDBDocumentClient, table: string) => ({
  async get(receiver: string): Promise<RegisteredReceiver | undefined> {
    const { Item: item } = await db.send(new GetCommand({ TableName: table, Key: { receiver }, ConsistentRead: true }));
    return item && Item.parse(item);
  },

  /** The registered ones of those named, in no order. */
  async amongst(names: readonly string[]): Promise<RegisteredReceiver[]> {
    const items = await batchGet(
      db,
      table,
      names.map((receiver) => ({ receiver })),
    );
    return items.map((item) => Item.parse(item));
  },

  /** Registers or changes a receiver; how its endpoint has been doing stays. */
  async register({ receiver, ...rest }: ReceiverRegistration): Promise<void> {
    const absent = (['url', 'secretArn', 'clientId', 'certificates'] as const).filter(
      (name) => rest[name] === undefined,
    );
    await updateItem(db, table, { receiver }, { set: rest, remove: absent });
  },

  /** Takes the lease and returns the receiver as it now stands; undefined while another function holds it. */
  async acquire(receiver: string, by: string, now: Date, until: string): Promise<RegisteredReceiver | undefined> {
    const lane = { set: { leasedBy: by, leasedUntil: until } };
    const held = await updateIf(db, table, { receiver }, lane, {
      when: 'attribute_exists(receiver) AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
      values: { ':now': now.toISOString() },
    });
    return held && Item.parse(held);
  },

  /** Gives the lease back with the endpoint's health; does nothing where it was lost meanwhile. */
  async release(receiver: string, by: string, health: EndpointHealth): Promise<void> {
    await updateIf(
      db,
      table,
      { receiver },
      { set: { health }, remove: LEASE_FIELDS },
      { when: 'leasedBy = :by', values: { ':by': by } },
    );
  },

  /**
   * Lets the endpoint be called again at an operator's wish; what waits is sent in order. The lease is taken from its holder, which may be in a call that hangs and would afterwards write the earlier health.
   * @throws {ReceiverUnknown}
   */
  async reopen(receiver: string, now: Date): Promise<void> {
    const health: EndpointHealth = { ...HEALTHY, recoveredAt: now.toISOString() };
    const change = { set: { health }, remove: LEASE_FIELDS };
    const opened = await updateIf(db, table, { receiver }, change, { when: 'attribute_exists(receiver)' });
    if (!opened) throw new ReceiverUnknown();
  },
});
export type Receivers = ReturnType<typeof receiversTable>;
