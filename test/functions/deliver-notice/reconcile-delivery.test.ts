import { beforeEach, describe, expect, it } from 'vitest';
import { reconcileDelivery } from '#functions/deliver-notice/deliver-notice.ts';
import type { DeliverNoticePorts } from '#functions/deliver-notice/ports.ts';
import { HEALTHY } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { type Deliveries, deliveriesTable } from '#shared/tables/deliveries.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const notice = aNotice('bank#970436', '0011');
const { receiver, noticeId } = notice;

describe('reconciling a delivery that other functions write too', () => {
  let deliveries: Deliveries;
  let written: number;
  beforeEach(async () => {
    const { db, createTable } = memoryDatabase();
    const name = await createTable('deliveries');
    deliveries = deliveriesTable(db, name);
    written = 0;
  });

  /** Another function writes the delivery with an older state directly after each of the first reads. */
  const bring = async (rivals: number) => {
    let left = rivals;
    const ports = {
      notices: { get: async () => ({ ...notice, sequence: 2, revision: 2 }), setHandlingStatus: async () => true },
      deliveries: {
        ...deliveries,
        async get() {
          const seen = await deliveries.get(receiver, noticeId);
          left -= 1;
          if (left < 0) return seen;
          const { changedAt } = notice;
          const older = { receiver, noticeId, sequence: 1, changedAt, state: 'waiting', since: changedAt } as const;
          expect(await deliveries.write({ ...older, attempts: rivals - left, resends: 0 }, seen)).toBeDefined();
          return seen;
        },
        async write(...writing: Parameters<Deliveries['write']>) {
          written += 1;
          return deliveries.write(...writing);
        },
      },
      now: () => new Date('2026-03-02T01:00:00.000Z'),
    } satisfies Partial<DeliverNoticePorts>;
    return reconcileDelivery({ receiver, noticeId }, HEALTHY, ports as unknown as DeliverNoticePorts);
  };

  it('a delivery that another function overtakes is read again, and nothing is lost', async () => {
    expect(await bring(3)).toMatchObject({ delivery: { sequence: 2, state: 'waiting' } });
    expect(await deliveries.get(receiver, noticeId)).toMatchObject({ sequence: 2, revision: 4 });
  });

  it('the message of a repeatedly overtaken delivery returns to the queue, without parking or overwriting', async () => {
    const error = await bring(9).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AlwaysOvertaken' });
    expect(error).not.toBeInstanceOf(NeverPossible);
    expect(written).toBe(8);
    expect(await deliveries.get(receiver, noticeId)).toMatchObject({ sequence: 1, attempts: 8 });
  });
});
