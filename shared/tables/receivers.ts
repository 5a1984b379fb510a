import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type EndpointHealth, HEALTHY } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { batchGet } from './batch-get.ts';
import { itemAt, updateIf, updateItem } from './conditional-write.ts';
import { oneAs } from './query-all.ts';

const text = z.string().optional();

/** A receiver with the way in which it gets notices; `pull` means that it only reads the feed. */
const Registration = z.object({
  /** The receiver: `police`, or `bank#` and the institution's id. */
  receiver: z.string(),
  mode: z.enum(['push', 'pull']),
  url: text,
  /** The signing keys (`whsec_…`), two while a key is being changed. */
  secretArn: text,
  clientId: text,
  /** The key (vkey of type 4) with which the receiver co-signs the log's checkpoints as a witness. */
  witnessKey: text,
  /** The thumbprints (RFC 8705) of its client's certificates, where callers must show one; two while one is being changed. */
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
 * The table `receivers`: PK receiver. `leasedBy` and `leasedUntil` are a lease, whose holder alone calls the endpoint,
 * so that a slow endpoint occupies only one function.
 */
export const receiversTable = (db: DynamoDBDocumentClient, table: string) => ({
  get: (receiver: string) => oneAs(Item, itemAt(db, table, { receiver })),

  /** The registered receivers among the given ones, unordered. */
  async amongst(names: readonly string[]): Promise<RegisteredReceiver[]> {
    const items = await batchGet(
      db,
      table,
      names.map((receiver) => ({ receiver })),
    );
    return items.map((item) => Item.parse(item));
  },

  /** Registers or changes a receiver; the health of its endpoint is kept. */
  async register({ receiver, ...rest }: ReceiverRegistration): Promise<void> {
    const absent = (['url', 'secretArn', 'clientId', 'certificates'] as const).filter(
      (name) => rest[name] === undefined,
    );
    await updateItem(db, table, { receiver }, { set: rest, remove: absent });
  },

  /**
   * Changes the certificates of a receiver, which reads the feed where it is new; none where the list is empty. False
   * where somebody else has changed them since `known` was read.
   */
  async changeCertificates(
    { receiver, clientId, certificates }: Pick<ReceiverRegistration, 'receiver' | 'clientId' | 'certificates'>,
    known: RegisteredReceiver | undefined,
  ): Promise<boolean> {
    const { mode = 'pull', certificates: before } = known ?? {};
    const isEmpty = !certificates?.length;
    const change = isEmpty
      ? { set: { mode, clientId }, remove: ['certificates'] }
      : { set: { mode, clientId, certificates } };
    const condition = before
      ? { when: 'certificates = :before', values: { ':before': before } }
      : { when: 'attribute_not_exists(certificates)' };
    return (await updateIf(db, table, { receiver }, change, condition)) !== undefined;
  },

  /** Acquires the lease and returns the present receiver; undefined while another function holds the lease. */
  async acquire(receiver: string, by: string, now: Date, until: string): Promise<RegisteredReceiver | undefined> {
    const lane = { set: { leasedBy: by, leasedUntil: until } };
    const held = await updateIf(db, table, { receiver }, lane, {
      when: 'attribute_exists(receiver) AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
      values: { ':now': now.toISOString() },
    });
    return held && Item.parse(held);
  },

  /** Releases the lease and writes the endpoint's health; does nothing where the lease was lost meanwhile. */
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
   * Allows the endpoint to be called again at an operator's request; waiting deliveries are sent in order. The lease is
   * taken from its holder, whose call may hang and which would afterwards write the earlier health. @throws
   * {ReceiverUnknown}
   */
  async reopen(receiver: string, now: Date): Promise<void> {
    const health: EndpointHealth = { ...HEALTHY, recoveredAt: now.toISOString() };
    const change = { set: { health }, remove: LEASE_FIELDS };
    const opened = await updateIf(db, table, { receiver }, change, { when: 'attribute_exists(receiver)' });
    if (!opened) throw new ReceiverUnknown();
  },
});
export type Receivers = ReturnType<typeof receiversTable>;
