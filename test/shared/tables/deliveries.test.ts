import { beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '#shared/domain/notification/delivery/delivery.ts';
import { type Deliveries, deliveriesTable } from '#shared/tables/deliveries.ts';
import { dynalite } from '#test/support/dynalite.ts';

const RECEIVER = 'bank#970436';
const at = (minute: number) => new Date(Date.parse('2026-03-02T01:00:00.000Z') + minute * 60_000);
const waiting = (noticeId: string, minute: number, receiver = RECEIVER): Delivery => ({
  receiver,
  noticeId,
  sequence: 1,
  changedAt: at(minute).toISOString(),
  state: 'waiting',
  attempts: 0,
  resends: 0,
  since: at(minute).toISOString(),
  nextAttemptAt: at(minute).toISOString(),
  checkAt: at(minute).toISOString(),
});

describe('deliveries', () => {
  let deliveries: Deliveries;
  beforeAll(async () => {
    const { db, createTable } = await dynalite();
    const name = await createTable('deliveries');
    await wait(50);
    deliveries = deliveriesTable(db, name);
  });

  it("a delivery's write that has not seen the newest revision is refused", async () => {
    const first = await deliveries.write(waiting('seen', 0), undefined);
    expect(await deliveries.write(waiting('seen', 0), undefined)).toBeUndefined();
    const second = await deliveries.write({ ...waiting('seen', 0), attempts: 1 }, first);
    expect(await deliveries.write({ ...waiting('seen', 0), attempts: 9 }, first)).toBeUndefined();
    expect(await deliveries.get(RECEIVER, 'seen')).toEqual(second);
  });

  it('the backlog has the waiting deliveries of one receiver in the order of the changes', async () => {
    await deliveries.write(waiting('late', 20), undefined);
    await deliveries.write(waiting('early', 10), undefined);
    await deliveries.write(waiting('other', 5, 'bank#970407'), undefined);
    await deliveries.write({ ...waiting('done', 1), state: 'delivered' }, undefined);
    const names = async (most: number) =>
      (await deliveries.backlog(RECEIVER, ({ noticeId }) => noticeId !== 'seen', most)).map(({ noticeId }) => noticeId);
    expect(await names(10)).toEqual(['early', 'late']);
    expect(await names(1)).toEqual(['early']);
  });

  it('a delivery is due until it is postponed or has ended', async () => {
    const dueNames = async (minute: number) =>
      (await deliveries.due(at(minute))).map(({ noticeId }) => noticeId).sort();
    expect(await dueNames(12)).toEqual(['done', 'early', 'other', 'seen']);
    const early = (await deliveries.due(at(12))).find(({ noticeId }) => noticeId === 'early');
    if (early) await deliveries.lookAfter(early, at(30).toISOString());
    const done = await deliveries.get(RECEIVER, 'done');
    await deliveries.write({ ...waiting('done', 1), state: 'acknowledged', checkAt: undefined }, done);
    expect(await dueNames(12)).toEqual(['other', 'seen']);
    // A function that read the delivery earlier finds that another one has written it.
    if (early) await deliveries.lookAfter(early, at(0).toISOString());
    expect(await dueNames(12)).toEqual(['other', 'seen']);
    expect(await dueNames(30)).toContain('early');
  });
});
