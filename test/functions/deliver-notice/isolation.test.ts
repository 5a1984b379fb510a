import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { type BankServer, type Behaviour, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';

const opened: (BankServer | DeliveryWorld)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const LATE_MS = 1500;
const NOTICES = 15;
const bad: Readonly<Record<string, Behaviour>> = {
  late: async () => {
    await wait(LATE_MS);
    return { status: 200 };
  },
  silent: () => 'silence',
  broken: () => ({ status: 500 }),
};

/** Milliseconds from the first worker's start until each notice of the good banks arrived, and the calls that the late one had at once. */
async function deliver(badBanks: Readonly<Record<string, Behaviour>>) {
  const world = await deliveryWorld({ virtual: false, timeoutMs: 2000 });
  const secret = newSecret();
  const good = await Promise.all(
    ['970401', '970402', '970403'].map(async (name) => ({ name, server: await bankServer(secret) })),
  );
  const others = await Promise.all(
    Object.entries(badBanks).map(async ([name, behave]) => ({ name, server: await bankServer(secret, behave) })),
  );
  opened.push(world, ...[...good, ...others].map(({ server }) => server));
  const receivers: string[] = [];
  for (const { name, server } of [...others, ...good]) receivers.push(await world.addBank(name, server.url, [secret]));
  for (let n = 0; n < NOTICES; n += 1) for (const receiver of receivers) await world.change(receiver, `00${n}`);
  const start = performance.now();
  const isDone = () => good.every(({ server }) => server.calls.length === NOTICES);
  const working = world.work(8);
  while (!isDone()) await Promise.race([wait(5), working]);
  const arrived = good.flatMap(({ server }) => server.calls.map(({ at }) => at - start)).sort((a, b) => a - b);
  const perBad = others.map(({ server }) => server.calls.length);
  await working;
  return { worst: arrived.at(-1) ?? 0, perBad };
}

describe('one bank’s trouble', () => {
  it('never delays the notices of another', async () => {
    const alone = await deliver({ fine: ok });
    const beside = await deliver(bad);
    // Had they waited behind the bad ones: 45 calls of 1.5 s and more on 8 workers.
    expect(beside.worst).toBeLessThan(alone.worst + LATE_MS);
    // Each bad one had one lane, eight calls wide: it got no more of the function than that.
    for (const calls of beside.perBad) expect(calls).toBeLessThanOrEqual(8);
  });
});
