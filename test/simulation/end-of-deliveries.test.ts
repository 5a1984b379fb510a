import { describe, expect, it } from 'vitest';
import { missingAtEnd } from './order-of-ends.ts';
import type { Ending } from './ending.ts';
import type { World } from './world.ts';

const TABLES = {
  TablesDeliveriesTable: { partition: 'receiver', sort: 'noticeId' },
  TablesReceiversTable: { partition: 'receiver' },
};
const world = {
  design: { tables: TABLES, steps: [] },
  tables: { send: () => ({ Item: undefined }) },
  now: () => Date.parse('2026-01-05T12:00:10Z'),
} as unknown as World;

/** The end of a message about a delivery that waits, by a function that has sent nothing. */
const missing = (delivery: Readonly<Record<string, unknown>>): string | undefined => {
  const waiting = { state: 'waiting', nextAttemptAt: '2026-01-05T12:00:05Z', ...delivery };
  return missingAtEnd('deliver-notice', {
    message: { receiver: 'bank', noticeId: 'n' },
    trace: {
      seen: new Map(),
      written: new Map([['TablesDeliveriesTable ["bank","n"]', { noticeId: 'n', ...waiting }]]),
      queries: [],
      queriesAtWrite: new Map(),
      sent: [],
      leased: undefined,
    },
    givenBack: [],
    overtaken: new Map(),
    world,
  } as unknown as Ending);
};

describe('what is done before a message about a delivery is', () => {
  it('a delivery whose attempt failed is sent again by a message', () => {
    const tried = [{ sequence: 2, at: '2026-01-05T12:00:00Z', outcome: 'answered' }];
    expect(missing({ sequence: 2, attempts: 1, tried })).toContain('the delivery of n that failed is sent again');
  });

  it('a newer state that was not tried yet has not failed, however the state before it was delivered', () => {
    const tried = [{ sequence: 1, at: '2026-01-05T11:59:00Z', outcome: 'delivered' }];
    expect(missing({ sequence: 2, attempts: 0, tried })).toBeUndefined();
  });
});
