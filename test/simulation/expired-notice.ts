import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { untilQuiet } from './acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import { SECRET } from './secret.ts';
import { storeWaiting } from './waiting-notices.ts';
import type { World } from './world.ts';

const bank = '970436';
const RECEIVER = `bank#${bank}`;
const LATER = '2099-01-01';
const LONG_AGO = '2025-12-01';

/**
 * Nothing is known any more of the account of a notice. The notice stays until its last day, and then ends without anybody's
 * release.
 */
export async function findingsOfExpiry(world: World): Promise<readonly Violation[]> {
  const before = await stateOf(world, '1112223336', LATER);
  const after = await stateOf(world, '1112223337', LONG_AGO);
  return [
    ...doubledIf(before !== 'in_force', 'a notice ends before its last day, whose account nobody knows'),
    ...lostUnless(after === 'expired', 'a notice ends after its last day, whose account nobody knows'),
  ];
}

/** The state of a notice about an unknown account once it was looked at, in force until a day. */
async function stateOf(world: World, accountNumber: string, expiresOn: string): Promise<unknown> {
  const { accountRef } = accountKeysOf({ bank, accountNumber }, keyedHash(SECRET));
  const noticeId = noticeIdOf(RECEIVER, keyedHash(SECRET).first(accountRef));
  const noticeNow = () => itemsOf(world, 'Notices').find((one) => one['noticeId'] === noticeId);
  storeWaiting(world, noticeId, { changedAt: world.now(), since: world.now() });
  putItem(world, 'Notices', { ...noticeNow(), sequence: 2, subject: accountRef, expiresOn });
  world.queues.send(queueOf(world, '5-notify-banks'), JSON.stringify({ accountRef, bank }));
  await untilQuiet(world);
  return noticeNow()?.['state'];
}
