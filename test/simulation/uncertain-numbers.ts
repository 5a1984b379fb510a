import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { AccountFact } from '#shared/tables/account-fact.ts';
import { accountKeysOf, itemsFor } from '#shared/tables/account-keys.ts';
import { code } from '#test/support/sample-feeds.ts';
import { untilQuiet } from './acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { SECRET } from './secret.ts';
import type { World } from './world.ts';

/** A bank without an endpoint. */
const bank = '970418';
const LONG_AGO = '2025-12-01T00:00:00.000Z';
const EXPIRES_AT = 4_000_000_000;
const listing = { code: 4, on: '2025-12-01' };
/** A number of a spreadsheet's cell, and one that a text has without zeros and that is known with them later. */
const OF_A_CELL = '66778899';
const WITHOUT_ZEROS = '55667788';
const WITH_ZEROS = `000${WITHOUT_ZEROS}`;

/**
 * The police list accounts of which nobody knows whether their numbers are whole. No bank is told under a number that is
 * uncertain. A notice under a number that means another account is withdrawn.
 */
export async function findingsOfNumbers(world: World): Promise<readonly Violation[]> {
  const hash = keyedHash(SECRET);
  const store = (fact: AccountFact) => {
    for (const item of itemsFor(fact, hash))
      putItem(world, 'Accounts', { ...item, recordedAt: LONG_AGO, expiresAt: EXPIRES_AT });
    world.queues.send(
      queueOf(world, '5-notify-banks'),
      JSON.stringify({ accountRef: fact.readingRef ?? fact.accountRef }),
    );
  };
  const isTold = (ref: string) =>
    itemsOf(world, 'Notices').some(
      (one) => one['receiver'] === `bank#${bank}` && one['subject'] === ref && one['state'] === 'in_force',
    );

  const ofCell = { bank, accountNumber: OF_A_CELL, written: 'number' } as const;
  const without = { bank, accountNumber: WITHOUT_ZEROS, written: 'perhaps-without-zeros' } as const;
  const whole = { bank, accountNumber: WITH_ZEROS };
  const [cell, reading, exact] = [ofCell, without, whole].map((one) => accountKeysOf(one, hash));
  if (!cell || !reading || !exact) return [];
  store({ ...ofCell, ...cell, listing });
  store({ ...without, ...reading, listing });
  await untilQuiet(world);
  const wasTold = isTold(reading.accountRef);
  store({ ...whole, ...exact, register: { ...whole, enterpriseCode: code(9) } });
  await untilQuiet(world);
  return [
    ...lost(wasTold, 'the bank of a listed account is told'),
    ...lost(isTold(exact.accountRef), 'the bank of a listed account is told once its whole number is known'),
    ...doubled(isTold(reading.accountRef), 'a notice stands under a number that means another account'),
    ...doubled(isTold(cell.accountRef), 'a bank is told under an uncertain number'),
  ];
}

const lost = (isSo: boolean, what: string): readonly Violation[] =>
  isSo ? [] : [{ kind: 'lost', what: `not so: ${what}` }];
const doubled = (isSo: boolean, what: string): readonly Violation[] => (isSo ? [{ kind: 'doubled', what }] : []);
