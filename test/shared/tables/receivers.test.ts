import { beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import { dynalite } from '#test/support/dynalite.ts';

const NOW = new Date('2026-03-02T01:00:00.000Z');
const LATER = '2026-03-02T01:01:00.000Z';
const bank = {
  receiver: 'bank#970436',
  mode: 'push' as const,
  url: 'https://bank.example/',
  secretArn: 'arn',
  clientId: 'c',
};

describe('receivers', () => {
  let receivers: Receivers;
  beforeAll(async () => {
    const { db, createTable } = await dynalite();
    const name = await createTable('receivers');
    await wait(50);
    receivers = receiversTable(db, name);
    await receivers.register(bank);
  });

  it('an endpoint’s lease belongs to one holder, until it is released or expires', async () => {
    expect(await receivers.acquire(bank.receiver, 'a', NOW, LATER)).toEqual(bank);
    expect(await receivers.acquire(bank.receiver, 'b', NOW, LATER)).toBeUndefined();
    await receivers.release(bank.receiver, 'a', { failures: 1 });
    expect(await receivers.acquire(bank.receiver, 'b', NOW, LATER)).toMatchObject({ health: { failures: 1 } });
    expect(await receivers.acquire(bank.receiver, 'c', new Date(LATER), LATER)).toBeDefined();
    // A former holder of the lease can't write the endpoint's health any more.
    await receivers.release(bank.receiver, 'b', { failures: 9 });
    await receivers.release(bank.receiver, 'c', { failures: 2 });
    expect((await receivers.get(bank.receiver))?.health).toEqual({ failures: 2 });
  });

  it('an operator who reopens an endpoint takes its lease from the holder', async () => {
    expect(await receivers.acquire(bank.receiver, 'd', NOW, LATER)).toBeDefined();
    await receivers.reopen(bank.receiver, NOW);
    await receivers.release(bank.receiver, 'd', { failures: 9 });
    expect((await receivers.get(bank.receiver))?.health).toEqual({ failures: 0, recoveredAt: NOW.toISOString() });
    expect(await receivers.acquire(bank.receiver, 'e', NOW, LATER)).toBeDefined();
    await receivers.release(bank.receiver, 'e', { failures: 2 });
  });

  it('a receiver that was never registered is unknown', async () => {
    expect(await receivers.acquire('bank#000000', 'a', NOW, LATER)).toBeUndefined();
    await expect(receivers.reopen('bank#000000', NOW)).rejects.toMatchObject({ name: 'ReceiverUnknown' });
    expect(await receivers.get('bank#000000')).toBeUndefined();
  });

  it('a changed registration keeps what is known of the endpoint', async () => {
    const { url: _url, ...rest } = bank;
    await receivers.register({ ...rest, mode: 'pull', url: undefined });
    expect(await receivers.get(bank.receiver)).toEqual({ ...rest, mode: 'pull', health: { failures: 2 } });
    await receivers.reopen(bank.receiver, NOW);
    expect((await receivers.get(bank.receiver))?.health).toEqual({ failures: 0, recoveredAt: NOW.toISOString() });
  });
});
