import { afterEach, describe, expect, it } from 'vitest';
import { type BankServer, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';

const HOUR = 3600;
const opened: (BankServer | DeliveryWorld)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function setUp(options: Parameters<typeof deliveryWorld>[0] = {}, behave = ok) {
  const world = await deliveryWorld(options);
  const secret = newSecret();
  const bank = await bankServer(secret, behave);
  opened.push(world, bank);
  const receiver = await world.addBank('970436', bank.url, [secret]);
  const stateOf = async (noticeId: string) => (await world.deliveries.get(receiver, noticeId))?.state;
  return { world, bank, receiver, secret, stateOf };
}
const sequences = (bank: BankServer, noticeId: string) =>
  bank.calls.filter(({ event }) => event.subject === noticeId).map(({ event }) => event.data.sequence);

describe('deliver-notice', () => {
  it('delivers a notice once, says so in its life, and does not call that an acknowledgement', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.send([{ receiver, noticeId }]);
    await world.work();
    expect(bank.calls.map(({ id, event }) => [id, event.type, event.data.accountNumber])).toEqual([
      [`${noticeId}.1`, 'vn.gov.hungyen.haukiem.notice.issued.v1', '0011'],
    ]);
    expect(await stateOf(noticeId)).toBe('delivered');
    expect((await world.notices.get(receiver, noticeId))?.life).toBe('delivered');
  });

  it('signs with both keys while one is being changed', async () => {
    const world = await deliveryWorld();
    const [fresh, old] = [newSecret(), newSecret()];
    const banks = [await bankServer(fresh), await bankServer(old)] as const;
    opened.push(world, ...banks);
    for (const [n, { url }] of banks.entries()) {
      await world.change(await world.addBank(`97000${n}`, url, [fresh, old]), '0011');
    }
    await world.work();
    expect(banks.map(({ calls, forged }) => [calls.length, forged.length])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('sends the newest state only, a withdrawal like any other', async () => {
    const { world, bank, receiver } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.change(receiver, '0011');
    await world.change(receiver, '0011', 'withdrawn');
    await world.work();
    expect(bank.calls.map(({ event }) => [event.type, event.sequence])).toEqual([
      ['vn.gov.hungyen.haukiem.notice.withdrawn.v1', '0000000003'],
    ]);
    expect(bank.effects.get(noticeId)).toBe(3);
  });

  it('does not wait for the index to see what was just written', async () => {
    const { world, bank, receiver } = await setUp({ blindIndex: true });
    for (const subject of ['1', '2', '3']) await world.change(receiver, subject);
    await world.work(3);
    await world.pass(5);
    expect(bank.effects.size).toBe(3);
  });

  it('leaves a bank that only pulls alone', async () => {
    const { world, bank, receiver } = await setUp();
    await world.receivers.register({ receiver, mode: 'pull', url: undefined, secretArn: undefined, clientId: 'x' });
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    expect(bank.calls).toHaveLength(0);
    expect(await world.deliveries.get(receiver, noticeId)).toBeUndefined();
  });

  it('parks a message about a notice that there is not', async () => {
    const { world, receiver } = await setUp();
    await world.send([{ receiver, noticeId: 'A'.repeat(22) }]);
    await world.work();
    expect(world.parked).toEqual(['unknown_notice']);
  });

  it('sends once what was only read in the feed meanwhile, and neither way takes back what the other said', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, () => 'reset');
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    const [waiting] = await world.notices.waiting(receiver, 'issued');
    for (let again = 0; again < 2; again += 1) if (waiting) await world.notices.markRead(receiver, waiting);
    const lifeOf = async () => (await world.notices.get(receiver, noticeId))?.life;
    expect(await lifeOf()).toBe('delivered');
    bank.behave = ok;
    await world.pass(HOUR);
    expect(bank.calls.filter(({ status }) => status === 204)).toHaveLength(1);
    expect([await stateOf(noticeId), await lifeOf()]).toEqual(['delivered', 'delivered']);
    await world.acknowledge(receiver, noticeId);
    if (waiting) await world.notices.markRead(receiver, waiting);
    expect(await lifeOf()).toBe('acknowledged');
    expect(await world.notices.waiting(receiver, 'delivered')).toEqual([]);
  });

  it('does not send what was acknowledged through the feed first', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.acknowledge(receiver, noticeId);
    await world.work();
    expect(bank.calls).toHaveLength(0);
    expect(await stateOf(noticeId)).toBe('acknowledged');
  });

  it('tries for 75 hours by the schedule, then is stuck in sight', async () => {
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

  it('waits as long as it is asked to, and no longer than a day', async () => {
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

  it('waits until the instant that a server names, by that server’s own clock', async () => {
    const { world, bank, receiver } = await setUp();
    const at: number[] = [];
    const slowClock = -600_000;
    bank.behave = (call) => {
      at.push(Date.now());
      const theirs = (ahead: number) => new Date(Date.now() + slowClock + ahead).toUTCString();
      const headers = { date: theirs(0), 'retry-after': theirs(900_000) };
      return call === 1 ? { status: 503, headers } : { status: 200 };
    };
    await world.change(receiver, '0011');
    await world.pass(HOUR);
    expect(at.slice(1).map((time) => Math.round((time - (at[0] ?? 0)) / 1000))).toEqual([900]);
  });

  it('says the same under the same id at each try, under a new time, and signs that with both keys', async () => {
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

  it('never calls an endpoint again that said it is gone, until somebody opens it', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, () => ({ status: 410 }));
    const ids = [await world.change(receiver, '0011'), await world.change(receiver, '0012')];
    await world.pass(60);
    ids.push(await world.change(receiver, '0013'));
    await world.pass(100 * HOUR);
    expect(bank.calls.length).toBeLessThanOrEqual(2);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['stuck', 'stuck', 'stuck']);
  });

  it('sends again what a bank answered and dropped: three times, then it is stuck in sight', async () => {
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

  it("sends once what the receiver's own word made, until it has it, and waits for no acknowledgement", async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, (call) => ({ status: call === 1 ? 500 : 204 }));
    const noticeId = await world.change(receiver, '0011', 'in_force', { life: 'acted', byOwnWord: true });
    await world.pass(HOUR);
    expect(bank.calls).toHaveLength(2);
    expect(bank.effects.get(noticeId)).toBe(1);
    await world.pass(200 * HOUR);
    expect(bank.calls).toHaveLength(2);
    expect(await stateOf(noticeId)).toBe('acknowledged');
    expect(await world.notices.get(receiver, noticeId)).toMatchObject({ life: 'acted' });
  });

  it('rests once it is acknowledged', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.pass(HOUR);
    await world.acknowledge(receiver, noticeId);
    await world.pass(100 * HOUR);
    expect(bank.calls).toHaveLength(1);
    expect(await stateOf(noticeId)).toBe('acknowledged');
  });

  it('loses and doubles nothing at a bank that fails 30 % of calls, and keeps each account in order', async () => {
    const { world, bank, receiver } = await setUp();
    let dice = 1;
    const roll = () => (dice = (dice * 48_271) % 2_147_483_647) / 2_147_483_647;
    const failures = [{ status: 500 }, { status: 502 }, 'reset', 'silence'] as const;
    bank.behave = () => (roll() < 0.3 ? (failures[Math.floor(roll() * failures.length)] ?? 'reset') : { status: 200 });
    const last = new Map<string, number>();
    for (let round = 1; round <= 4; round += 1) {
      for (let n = 0; n < 15; n += 1) {
        const noticeId = await world.change(receiver, `00${n}`, round === 4 && n % 3 === 0 ? 'withdrawn' : 'in_force');
        last.set(noticeId, round);
      }
      await world.pass(round === 2 ? 1 : 600);
    }
    await world.pass(80 * HOUR);
    expect(bank.effects).toEqual(last);
    for (const noticeId of last.keys()) {
      const seen = sequences(bank, noticeId);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }
    expect(bank.forged).toEqual([]);
  });

  it('pauses a bank that is dead for a day, then delivers its backlog in the order of the changes', async () => {
    const { world, bank, receiver } = await setUp({}, () => 'reset');
    const changed: string[] = [];
    for (let n = 0; n < 24; n += 1) {
      changed.push(await world.change(receiver, `00${n}`));
      await world.pass(HOUR);
    }
    expect((await world.receivers.get(receiver))?.health?.pausedSince).toBeDefined();
    expect(bank.calls.length).toBeLessThan(100);
    const dead = bank.calls.length;
    bank.behave = ok;
    await world.pass(HOUR);
    const after = bank.calls.slice(dead).map(({ event }) => event.subject);
    expect(after).toEqual(changed);
    expect(bank.effects.size).toBe(24);
    expect((await world.receivers.get(receiver))?.health).toMatchObject({ failures: 0 });
  });

  it('is not held up by one notice that a server chokes on', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const poison = await world.change(receiver, 'poison');
    bank.behave = (_call, { subject }) => ({ status: subject === poison ? 500 : 204 });
    await world.pass(2 * HOUR);
    bank.behave = () => 'reset';
    const others = [await world.change(receiver, '1'), await world.change(receiver, '2')];
    await world.pass(2 * HOUR);
    bank.behave = (_call, { subject }) => ({ status: subject === poison ? 500 : 204 });
    await world.pass(HOUR);
    expect(await Promise.all(others.map(stateOf))).toEqual(['delivered', 'delivered']);
    const late = await world.change(receiver, '3');
    await world.pass(5);
    expect(await stateOf(late)).toBe('delivered');
    expect(await stateOf(poison)).toBe('waiting');
  });

  it('calls a redirect a failure and does not follow it', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    bank.behave = () => ({ status: 307, headers: { location: 'http://169.254.169.254/latest/meta-data' } });
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    expect(bank.calls).toHaveLength(1);
    expect(await stateOf(noticeId)).toBe('waiting');
  });

  it('does not call a name that points inside, and goes on when it no longer does', async () => {
    let address = '10.0.0.7';
    const { world, bank, secret, stateOf } = await setUp({
      resolve: (_name, done) => done(null, [{ address, family: 4 }]),
    });
    const url = bank.url.replace('127.0.0.1', 'bank.example');
    const receiver = await world.addBank('970436', url, [secret]);
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    expect(bank.calls).toHaveLength(0);
    expect(await stateOf(noticeId)).toBe('waiting');
    address = '127.0.0.1';
    await world.pass(60);
    expect(await stateOf(noticeId)).toBe('delivered');
  });

  it('calls no loopback address outside stage local', async () => {
    const { world, bank, receiver } = await setUp({ allowLoopback: false });
    await world.change(receiver, '0011');
    await world.pass(HOUR);
    expect(bank.calls).toHaveLength(0);
  });
});
