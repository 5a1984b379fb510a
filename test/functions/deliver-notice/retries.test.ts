import { describe, expect, it } from 'vitest';
import { bankServer } from '#test/support/banks/bank-server.ts';
import { deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';
import { HOUR, oneBank } from '#test/support/banks/one-bank.ts';

const { setUp, opened } = oneBank();

describe('a delivery that is not accepted or not acknowledged', () => {
  it('a delivery is tried for 75 hours by the schedule, and is then visibly stuck', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, () => ({ status: 422 }));
    const at: number[] = [];
    bank.behave = () => {
      at.push(Date.now());
      return { status: 422 };
    };
    const noticeId = await world.change(receiver, '0011');
    await world.pass(70 * HOUR);
    expect(await stateOf(noticeId)).toBe('waiting');
    await world.pass(20 * HOUR);
    expect(await stateOf(noticeId)).toBe('stuck');
    const waits = at.slice(1).map((time, n) => (time - (at[n] ?? 0)) / 1000);
    const planned = [5, 15, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(waits).toHaveLength(planned.length);
    for (const [n, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(planned[n] ?? 0);
      expect(wait).toBeLessThanOrEqual((planned[n] ?? 0) * 1.1 + 2);
    }
    expect(new Set(bank.calls.map(({ id }) => id))).toEqual(new Set([`${noticeId}.1`]));
  });

  it('a delivery reaches a bank that fails 30 % of calls within 90 seconds, 98 times in a hundred at least', async () => {
    const { world, bank, receiver } = await setUp();
    let dice = 1;
    const roll = () => (dice = (dice * 48_271) % 2_147_483_647) / 2_147_483_647;
    const tookAt = new Map<string, number>();
    bank.behave = (_call, { subject }) => {
      if (roll() < 0.3) return { status: 500 };
      tookAt.set(subject, Date.now());
      return { status: 204 };
    };
    const waits: number[] = [];
    // The notices are far apart, so that no success of one affects another
    for (let n = 0; n < 100; n += 1) {
      const at = Date.now();
      const noticeId = await world.change(receiver, String(n), 'withdrawn');
      await world.pass(HOUR);
      waits.push(((tookAt.get(noticeId) ?? Number.POSITIVE_INFINITY) - at) / 1000);
    }
    expect(waits.filter((wait) => wait <= 90).length).toBeGreaterThanOrEqual(98);
  });

  it('a delivery waits as long as the bank asks, and no longer than a day', async () => {
    const { world, bank, receiver } = await setUp();
    const at: number[] = [];
    const asked = ['1200', '99999999'];
    bank.behave = (call) => {
      at.push(Date.now());
      const wait = asked[call - 1];
      return wait === undefined ? { status: 200 } : { status: 429, headers: { 'retry-after': wait } };
    };
    await world.change(receiver, '0011');
    await world.pass(30 * HOUR);
    expect(at.slice(1).map((time, n) => Math.round((time - (at[n] ?? 0)) / 1000))).toEqual([1200, 86_400]);
  });

  it('each try has the same id and content under a new time, signed with both keys', async () => {
    const world = await deliveryWorld();
    const keys = [newSecret(), newSecret()] as const;
    const bank = await bankServer(keys, () => ({ status: 500 }));
    opened.push(world, bank);
    await world.change(await world.addBank('970436', bank.url, keys), '0011');
    await world.pass(HOUR);
    expect(bank.calls.length).toBeGreaterThan(2);
    expect(bank.forged).toEqual([]);
    expect(new Set(bank.calls.map(({ id }) => id)).size).toBe(1);
    expect(new Set(bank.calls.map(({ body }) => body)).size).toBe(1);
    expect(new Set(bank.calls.map(({ timestamp }) => timestamp)).size).toBe(bank.calls.length);
  });

  it('an endpoint that answered 410 is not called again until an operator opens it', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, () => ({ status: 410 }));
    const ids = [await world.change(receiver, '0011'), await world.change(receiver, '0012')];
    await world.pass(60);
    ids.push(await world.change(receiver, '0013'));
    await world.pass(100 * HOUR);
    expect(bank.calls.length).toBeLessThanOrEqual(2);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['stuck', 'stuck', 'stuck']);
  });

  it('a notice that a bank accepted and never acknowledged is sent three times, and is then visibly stuck', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.pass(30 * HOUR);
    expect(bank.calls).toHaveLength(2);
    await world.pass(200 * HOUR);
    expect(bank.calls.map(({ id }) => id)).toEqual(Array.from({ length: 4 }, () => `${noticeId}.1`));
    expect(await world.deliveries.get(receiver, noticeId)).toMatchObject({
      state: 'stuck',
      stuckBecause: 'unacknowledged',
    });
    expect(await stateOf(noticeId)).toBe('stuck');
  });

  it('a change caused by the receiver is sent until it is accepted, without waiting for an acknowledgement', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, (call) => ({ status: call === 1 ? 500 : 204 }));
    const noticeId = await world.change(receiver, '0011', 'in_force', {
      handlingStatus: 'acted',
      causedByReceiver: true,
    });
    await world.pass(HOUR);
    expect(bank.calls).toHaveLength(2);
    expect(bank.effects.get(noticeId)).toBe(1);
    await world.pass(200 * HOUR);
    expect(bank.calls).toHaveLength(2);
    expect(await stateOf(noticeId)).toBe('acknowledged');
    expect(await world.notices.get(receiver, noticeId)).toMatchObject({ handlingStatus: 'acted' });
  });

  it('a delivery ends once it is acknowledged', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.pass(HOUR);
    await world.acknowledge(receiver, noticeId);
    await world.pass(100 * HOUR);
    expect(bank.calls).toHaveLength(1);
    expect(await stateOf(noticeId)).toBe('acknowledged');
  });
});
