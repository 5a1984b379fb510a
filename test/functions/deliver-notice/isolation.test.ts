import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { type BankServer, type Behaviour, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';

const opened: (BankServer | DeliveryWorld)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const NOTICES = 15;
/** No call may end by it while the healthy banks get their notices, however busy the machine is. */
const TIMEOUT_MS = 60_000;

/** Counts how many calls a bank has at once, and how many have ended. */
function counted(behave: Behaviour) {
  const count = { now: 0, most: 0, ended: 0 };
  const counting: Behaviour = async (...call) => {
    count.now += 1;
    count.most = Math.max(count.most, count.now);
    const reply = await behave(...call);
    count.now -= 1;
    count.ended += 1;
    return reply;
  };
  return { count, counting };
}

describe('one bank’s trouble', () => {
  it('the trouble of one bank never delays the notices of another', async () => {
    const world = await deliveryWorld({ virtual: false, timeoutMs: TIMEOUT_MS });
    opened.push(world);
    const secret = newSecret();
    const open = async (name: string, behave: Behaviour) => {
      const server = await bankServer(secret, behave);
      opened.push(server);
      return { server, receiver: await world.addBank(name, server.url, [secret]) };
    };
    const released = Promise.withResolvers<void>();
    const hang: Behaviour = async () => {
      await released.promise;
      return { status: 200 };
    };
    const troubles = [counted(hang), counted(hang), counted(() => ({ status: 500 }))];
    const others = await Promise.all(troubles.map(({ counting }, n) => open(`trouble-${n}`, counting)));
    const good = await Promise.all(['970401', '970402', '970403'].map((name) => open(name, ok)));
    for (let n = 0; n < NOTICES; n += 1) {
      for (const { receiver } of [...others, ...good]) await world.change(receiver, `00${n}`);
    }
    const isDone = () => good.every(({ server }) => server.calls.length === NOTICES);
    const working = world.work(8);
    while (!isDone()) await Promise.race([wait(5), working]);
    // Notices behind calls that hang would have waited for one of them to end
    expect(troubles.slice(0, 2).map(({ count }) => count.ended)).toEqual([0, 0]);
    released.resolve();
    for (const { server } of others) server.behave = ok;
    await working;
    for (const { count } of troubles) expect(count.most).toBeLessThanOrEqual(8);
  });
});
