import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { type BankServer, type Behaviour, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';

const opened: (BankServer | DeliveryWorld)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const LATE_MS = 3000;
const NOTICES = 15;
const bad: Readonly<Record<string, Behaviour>> = {
  late: async () => {
    await wait(LATE_MS);
    return { status: 200 };
  },
  silent: () => 'silence',
  broken: () => ({ status: 500 }),
};

/** Counts how many calls a bank has at once. */
function counted(behave: Behaviour) {
  const count = { now: 0, most: 0 };
  const counting: Behaviour = async (...call) => {
    count.now += 1;
    count.most = Math.max(count.most, count.now);
    const reply = await behave(...call);
    count.now -= 1;
    return reply;
  };
  return { count, counting };
}

/**
 * The milliseconds until the last notice of the healthy banks arrived, and the most concurrent calls of a faulty one.
 */
async function deliver(badBanks: Readonly<Record<string, Behaviour>>) {
  const world = await deliveryWorld({ virtual: false, timeoutMs: LATE_MS + 1000 });
  opened.push(world);
  const secret = newSecret();
  const open = async (name: string, behave: Behaviour) => {
    const server = await bankServer(secret, behave);
    opened.push(server);
    return { server, receiver: await world.addBank(name, server.url, [secret]) };
  };
  const others = await Promise.all(
    Object.entries(badBanks).map(async ([name, behave]) => {
      const { count, counting } = counted(behave);
      return { count, ...(await open(name, counting)) };
    }),
  );
  const good = await Promise.all(['970401', '970402', '970403'].map((name) => open(name, ok)));
  for (let n = 0; n < NOTICES; n += 1) {
    for (const { receiver } of [...others, ...good]) await world.change(receiver, `00${n}`);
  }
  const start = performance.now();
  const isDone = () => good.every(({ server }) => server.calls.length === NOTICES);
  const working = world.work(8);
  while (!isDone()) await Promise.race([wait(5), working]);
  const worst = performance.now() - start;
  for (const { server } of others) server.behave = ok;
  await working;
  return { worst, atOnce: others.map(({ count }) => count.most) };
}

describe('one bank’s trouble', () => {
  it('the trouble of one bank never delays the notices of another', async () => {
    const alone = await deliver({ fine: ok });
    const beside = await deliver(bad);
    // Behind the faulty banks' 45 calls of 3 s and more on 8 workers, the notices would have taken
    // longer.
    expect(beside.worst).toBeLessThan(alone.worst + LATE_MS);
    // Each bank has at most eight concurrent calls.
    for (const calls of beside.atOnce) expect(calls).toBeLessThanOrEqual(8);
  });
});
