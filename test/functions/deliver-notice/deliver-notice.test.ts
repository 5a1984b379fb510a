import { describe, expect, it } from 'vitest';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { bankServer, ok } from '#test/support/banks/bank-server.ts';
import { deliveryWorld, newSecret } from '#test/support/banks/delivery-world.ts';
import { HOUR, oneBank } from '#test/support/banks/one-bank.ts';

const { setUp, opened } = oneBank();

describe('deliver-notice', () => {
  it('a notice is delivered once, and its handling status becomes delivered and not acknowledged', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.send([{ receiver, noticeId }]);
    await world.work();
    expect(bank.calls.map(({ id, event }) => [id, event.type, event.data.accountNumber])).toEqual([
      [`${noticeId}.1`, 'vn.gov.hungyen.haukiem.notice.issued.v1', '0011'],
    ]);
    expect(await stateOf(noticeId)).toBe('delivered');
    expect((await world.notices.get(receiver, noticeId))?.handlingStatus).toBe('delivered');
  });

  it('a notice is signed with both keys while one is being changed', async () => {
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

  it('only the newest state is sent, a withdrawal like any other', async () => {
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

  it('a delivery does not wait for the index to show the latest write', async () => {
    const { world, bank, receiver } = await setUp({ blindIndex: true });
    for (const subject of ['1', '2', '3']) await world.change(receiver, subject);
    await world.work(3);
    await world.pass(5);
    expect(bank.effects.size).toBe(3);
  });

  it('a bank that only reads the feed is not called', async () => {
    const { world, bank, receiver } = await setUp();
    await world.receivers.register({ receiver, mode: 'pull', url: undefined, secretArn: undefined, clientId: 'x' });
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    expect(bank.calls).toHaveLength(0);
    expect(await world.deliveries.get(receiver, noticeId)).toBeUndefined();
  });

  it('a delivery that waits ends where its bank reads only the feed from now on', async () => {
    const { world, receiver } = await setUp({}, () => ({ status: 503 }));
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    expect((await world.deliveries.get(receiver, noticeId))?.checkAt).toBeDefined();
    await world.receivers.register({ receiver, mode: 'pull', url: undefined, secretArn: undefined, clientId: 'x' });
    await world.send([{ receiver, noticeId }]);
    await world.work();
    expect((await world.deliveries.get(receiver, noticeId))?.checkAt).toBeUndefined();
  });

  it('a message about a notice that does not exist is parked', async () => {
    const { world, receiver } = await setUp();
    await world.send([{ receiver, noticeId: 'A'.repeat(22) }]);
    await world.work();
    expect(world.parked).toEqual(['notice_unknown']);
  });

  describe('a notice that can never be sent', () => {
    const unsaid = async () => {
      const there = await setUp({}, () => 'reset');
      const { world, receiver } = there;
      const noticeId = await world.change(receiver, '0011');
      await world.work();
      const before = await world.notices.get(receiver, noticeId);
      const content = { ...before?.content, holderName: 'NGUYỄN VĂN AN' };
      expect(await world.notices.write({ ...before, content } as unknown as Notice, before)).toBe(true);
      return { ...there, noticeId };
    };

    it('a notice that can never be sent is given up, and its message parked', async () => {
      const { world, bank, receiver, stateOf, noticeId } = await unsaid();
      await world.send([{ receiver, noticeId }]);
      await world.work();
      expect([await stateOf(noticeId), world.parked]).toEqual(['stuck', ['notice_unreadable']]);
      expect(JSON.stringify(bank.calls)).not.toContain('NGUYỄN');
    });

    it('a notice that cannot be sent does not delay the next ones', async () => {
      const { world, bank, receiver, stateOf, noticeId } = await unsaid();
      bank.behave = ok;
      const before = await world.deliveries.get(receiver, noticeId);
      await world.deliveries.write({ ...before!, nextAttemptAt: before!.since }, before);
      world.queue.length = 0;
      const behind = await world.change(receiver, '0012');
      await world.work();
      expect([await stateOf(noticeId), await stateOf(behind), world.parked]).toEqual(['stuck', 'delivered', []]);
      expect(bank.calls.filter(({ status }) => status === 204).map(({ id }) => id)).toEqual([`${behind}.1`]);
    });
  });

  it('a notice read in the feed is sent once, and neither way overwrites what the other recorded', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, () => 'reset');
    const noticeId = await world.change(receiver, '0011');
    await world.work();
    const [waiting] = await world.notices.waiting(receiver, 'issued');
    for (let again = 0; again < 2; again += 1) if (waiting) await world.notices.markRead(receiver, waiting);
    const handlingStatusOf = async () => (await world.notices.get(receiver, noticeId))?.handlingStatus;
    expect(await handlingStatusOf()).toBe('delivered');
    bank.behave = ok;
    await world.pass(HOUR);
    expect(bank.calls.filter(({ status }) => status === 204)).toHaveLength(1);
    expect([await stateOf(noticeId), await handlingStatusOf()]).toEqual(['delivered', 'delivered']);
    await world.acknowledge(receiver, noticeId);
    if (waiting) await world.notices.markRead(receiver, waiting);
    expect(await handlingStatusOf()).toBe('acknowledged');
    expect(await world.notices.waiting(receiver, 'delivered')).toEqual([]);
  });

  it('a notice acknowledged through the feed is not sent', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    const noticeId = await world.change(receiver, '0011');
    await world.acknowledge(receiver, noticeId);
    await world.work();
    expect(bank.calls).toHaveLength(0);
    expect(await stateOf(noticeId)).toBe('acknowledged');
  });
});
