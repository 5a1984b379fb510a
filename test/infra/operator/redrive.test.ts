import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { redriveReceiver as redrive } from '#shared/use-cases/redrive-receiver.ts';
import { unacknowledgedText, unacknowledgedNotices } from '#infra/operator/redrive.ts';
import { type BankServer, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';

const HOUR = 3600;
const portsOf = ({ notices, deliveries, receivers, send }: DeliveryWorld) => ({
  notices,
  deliveries,
  receivers,
  deliver: send,
  now: () => new Date(),
});
const opened: (BankServer | DeliveryWorld)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('redrive', () => {
  it.each([
    ['dead', 'reset' as const],
    ['gone', { status: 410 }],
  ])('redrive sends stuck notices to an endpoint that was %s, the oldest change first', async (_name, reply) => {
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

  it('redrive sends the failed notices of a day without the bank, in order and once', async () => {
    const world = await deliveryWorld();
    const secret = newSecret();
    const bank = await bankServer(secret, () => 'reset');
    opened.push(world, bank);
    const receiver = await world.addBank('970436', bank.url, [secret]);
    const newest = new Map<string, number>();
    const order: string[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      // Each of twelve accounts changes twice in the day, and every third is withdrawn
      const withdrawn = hour >= 12 && hour % 3 === 0;
      const noticeId = await world.change(receiver, `00${hour % 12}`, withdrawn ? 'withdrawn' : 'in_force');
      newest.set(noticeId, hour < 12 ? 1 : 2);
      if (hour >= 12) order.push(noticeId);
      await world.pass(HOUR);
    }
    expect(bank.effects.size).toBe(0);
    const [poison = ''] = order;
    bank.behave = (_call, { subject }) => ({ status: subject === poison ? 422 : 204 });
    const before = bank.calls.length;
    await world.pass(HOUR);
    const taken = bank.calls.slice(before).filter(({ status }) => status === 204);
    expect(taken.map(({ event }) => event.subject)).toEqual(order.slice(1));
    for (const noticeId of order.slice(1)) await world.acknowledge(receiver, noticeId);

    await world.pass(100 * HOUR);
    expect(await world.deliveries.get(receiver, poison)).toMatchObject({
      state: 'stuck',
      stuckBecause: 'undeliverable',
    });
    bank.behave = ok;
    expect(await redrive(receiver, portsOf(world))).toEqual({ stuck: 1, waiting: 0, announced: 0 });
    await world.work();
    expect(bank.effects).toEqual(newest);
  });

  it('redrive is not undone by a call that was still running', async () => {
    const world = await deliveryWorld({ timeoutMs: 3000 });
    const secret = newSecret();
    const bank = await bankServer(secret, () => 'reset');
    opened.push(world, bank);
    const receiver = await world.addBank('970436', bank.url, [secret]);
    for (const subject of ['1', '2', '3', '4', '5']) await world.change(receiver, subject);
    await world.pass(HOUR);
    bank.behave = () => 'silence';
    const before = bank.calls.length;
    const passing = world.pass(HOUR);
    while (bank.calls.length === before) await wait(1);
    const at: number[] = [];
    bank.behave = () => {
      at.push(Date.now());
      return { status: 204 };
    };
    const redriven = Date.now();
    await redrive(receiver, portsOf(world));
    await passing;
    expect(bank.effects.size).toBe(5);
    expect(Math.max(...at) - redriven).toBeLessThanOrEqual(5000);
    expect((await world.receivers.get(receiver))?.health).toMatchObject({ failures: 0 });
  });

  it('redrive moves unacknowledged notices of a reader of the feed to the feed’s end', async () => {
    const world = await deliveryWorld();
    opened.push(world);
    const [receiver, other] = ['bank#970436', 'bank#970418'];
    const [first, second, third] = [
      await world.change(receiver, '1'),
      await world.change(receiver, '2', 'withdrawn'),
      await world.change(receiver, '3'),
    ];
    await world.change(other, '1');
    await world.acknowledge(receiver, third);
    const [, cursor] = await world.notices.waiting(receiver, 'issued');
    await world.pass(60);
    const since = expect.any(String);
    const before = await unacknowledgedNotices(portsOf(world));
    expect(before).toEqual([
      { receiver: other, issued: 1, delivered: 0, since },
      { receiver, issued: 2, delivered: 0, since },
    ]);
    expect(unacknowledgedText(before)).toContain('npm run redrive -- --receiver bank#970418');

    expect(await redrive(receiver, portsOf(world))).toEqual({ stuck: 0, waiting: 0, announced: 2 });
    const changed = await world.notices.changed(receiver, cursor?.position ?? '', '~', 10);
    expect(changed.map(({ notice }) => notice.noticeId).sort()).toEqual([first, second].sort());
    expect(changed.every(({ notice }) => notice.sequence === 1)).toBe(true);
    expect(await world.notices.get(receiver, third)).toMatchObject({ handlingStatus: 'acknowledged' });
    expect(unacknowledgedText([])).toBe('Không có thông báo nào chưa được xác nhận.');
  });

  it('redrive moves a notice to the present end of the feed, after the notices that were read meanwhile', async () => {
    const world = await deliveryWorld();
    opened.push(world);
    const receiver = 'bank#970436';
    for (let n = 0; n < 8; n += 1) {
      await world.change(receiver, String(n));
      await world.pass(1);
    }
    const start = Date.now() + 60_000;
    let moved = 0;
    // Each write takes two seconds, after which the reader reads on as far as the feed shows, which is three
    // seconds back
    const now = () => new Date(start + moved * 2000);
    let cursor = (await world.notices.changed(receiver, '', '~', 100)).at(-1)?.position ?? '';
    const met: string[] = [];
    const readOn = async (until: Date) => {
      const read = await world.notices.changed(receiver, cursor, new Date(until.getTime() - 3000).toISOString(), 100);
      met.push(...read.map(({ notice }) => notice.noticeId));
      cursor = read.at(-1)?.position ?? cursor;
    };
    const notices: DeliveryWorld['notices'] = {
      ...world.notices,
      async announceAgain(...asked) {
        const done = await world.notices.announceAgain(...asked);
        moved += 1;
        await readOn(now());
        return done;
      },
    };
    expect(await redrive(receiver, { ...portsOf(world), notices, now })).toMatchObject({ announced: 8 });
    await readOn(new Date(now().getTime() + 3000));
    expect(new Set(met).size).toBe(8);
  });

  it('redrive sends notices that were issued before the endpoint was registered', async () => {
    const world = await deliveryWorld();
    const secret = newSecret();
    const bank = await bankServer(secret, ok);
    opened.push(world, bank);
    const id = await world.change('bank#970436', '1');
    await world.work();
    await world.addBank('970436', bank.url, [secret]);
    expect(await redrive('bank#970436', portsOf(world))).toEqual({ stuck: 0, waiting: 1, announced: 0 });
    await world.work();
    expect(bank.calls.map(({ event }) => event.subject)).toEqual([id]);
  });

  it('redrive reports that there is no such receiver', async () => {
    const world = await deliveryWorld();
    opened.push(world);
    expect(await redrive('bank#000000', portsOf(world))).toBeUndefined();
    expect(await world.receivers.get('bank#000000')).toBeUndefined();
  });
});
