import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Listing } from '#shared/tables/account-item.ts';
import { accountKeysOf, itemsFor } from '#shared/tables/account-keys.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { untilQuiet } from './acts.ts';
import { itemsOf } from './end-state.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { SECRET } from './secret.ts';
import type { World } from './world.ts';

/** A bank without an endpoint. */
const SILENT_BANK = 'bank#970418';
const LONG_AGO = '2025-12-01T00:00:00.000Z';
const EXPIRES_AT = 4_000_000_000;

/** An account that the police have listed long ago, and its bank's notice. */
export interface ListedAccount {
  readonly noticeId: string;
  readonly accountRef: string;
  /** Sends a message about the account. */
  readonly tell: () => Promise<void>;
}

/** Stores a listing, and sends a message about it. */
export async function listAccount(
  world: World,
  accountNumber: string,
  listing: Pick<Listing, 'code' | 'by' | 'officer'>,
  receiver = SILENT_BANK,
): Promise<ListedAccount> {
  const hash = keyedHash(SECRET);
  const account = { bank: receiver.slice('bank#'.length), accountNumber };
  const keys = accountKeysOf(account, hash);
  for (const item of itemsFor({ ...account, ...keys, listing: { ...listing, on: LONG_AGO.slice(0, 10) } }, hash))
    putItem(world, 'Accounts', { ...item, recordedAt: LONG_AGO, expiresAt: EXPIRES_AT });
  const message = JSON.stringify({ accountRef: keys.accountRef });
  const tell = async () => {
    world.queues.send(queueOf(world, '5-notify-banks'), message);
    await untilQuiet(world);
  };
  await tell();
  const { accountRef } = keys;
  return { noticeId: noticeIdOf(receiver, hash.first(accountRef)), accountRef, tell };
}

/** Whether the bank is notified of the account. */
export const isNotified = (world: World, { noticeId }: ListedAccount): boolean =>
  itemsOf(world, 'Notices').some((one) => one['noticeId'] === noticeId && one['state'] === 'in_force');
