import { afterEach, describe, expect, it } from 'vitest';
import { redrive } from '#infra/local/commands/redrive.ts';
import { type BankServer, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';

const HOUR = 3600;
const portsOf = ({ notices, deliveries, receivers, send }: DeliveryWorld) => ({
  notices,
  deliveries,
  receivers,
  deliver: send,
  now: new Date(),
});
const opened: (BankServer | DeliveryWorld)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('redrive', () => {
  it.each([
    ['dead', 'reset' as const],
    ['gone', { status: 410 }],
  ])('sends on what is stuck at an endpoint that was %s, oldest change first', async (_name, reply) => {
    const world = await deliveryWorld();
    const secret = newSecret();
    const bank = await bankServer(secret, () => reply);
    opened.push(world, bank);
    const receiver = await world.addBank('970436', bank.url, [secret]);
    const ids: string[] = [];
    for (const subject of ['1', '2', '3']) {
      ids.push(await world.change(receiver, subject));
      await world.pass(60);
    }
    await world.pass(90 * HOUR);
    const states = async () => Promise.all(ids.map(async (id) => (await world.deliveries.get(receiver, id))?.state));
    expect(await states()).toEqual(['stuck', 'stuck', 'stuck']);

    bank.behave = ok;
    const before = bank.calls.length;
    const ports = portsOf(world);
    expect(await redrive(receiver, ports)).toEqual({ stuck: 3, waiting: 0, announced: 0 });
    await world.work();
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered']);
    expect(bank.calls.slice(before).map(({ event }) => event.subject)).toEqual(ids);
  });

  it('says so where there is no such receiver', async () => {
    const world = await deliveryWorld();
    opened.push(world);
    expect(await redrive('bank#000000', portsOf(world))).toBeUndefined();
    expect(await world.receivers.get('bank#000000')).toBeUndefined();
  });
});
