import { describe, expect, it } from 'vitest';
import { ok } from '#test/support/banks/bank-server.ts';
import { HOUR, oneBank, sequences } from '#test/support/banks/one-bank.ts';

const { setUp } = oneBank();

describe('an endpoint in trouble', () => {
  it('a bank that fails 30 % of calls gets each notice once, each account in order', async () => {
    const { world, bank, receiver } = await setUp({ timeoutMs: 400 });
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

  it('a bank that is down for a day is paused, and then gets its backlog in the order of the changes', async () => {
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

  it('one notice that a server refuses does not delay the others', async () => {
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
});
