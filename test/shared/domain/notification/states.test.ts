import { describe, expect, it } from 'vitest';
import { movedTo } from '#shared/domain/notification/delivery/delivery.ts';
import { restartedDelivery, stuckDelivery } from '#shared/domain/notification/delivery/next-delivery.ts';
import { nextNotice } from '#shared/domain/notification/notice/next-notice.ts';
import {
  DELIVERY_LEADS_TO,
  DELIVERY_STATES,
  HANDLING_FOLLOWS,
  HANDLING_STATUSES,
  NOTICE_CHANGES,
  NOTICE_STATES,
} from '#shared/domain/notification/states.ts';

const TODAY = '2026-01-05';
const DAYS = ['2026-01-04', '2026-01-10', '2026-06-30', undefined];
const delivery = {
  receiver: 'bank#970436',
  noticeId: 'n',
  sequence: 1,
  changedAt: '2026-01-05T03:00:00.000Z',
  state: 'waiting',
  attempts: 3,
  resends: 0,
  since: '2026-01-05T03:00:00.000Z',
  lastAttemptAt: '2026-01-05T04:00:00.000Z',
} as const;

describe('the states of notices and deliveries', () => {
  it('a notice changes only as the table of its changes says, and by each of them', () => {
    const seen = new Set<string>();
    for (const before of ['none', ...NOTICE_STATES] as const)
      for (const expiresOn of DAYS)
        for (const due of ['nothing', 'unknown', 'a', 'b'] as const)
          for (const until of DAYS) {
            const current = before === 'none' ? undefined : { sequence: 1, state: before, fingerprint: 'a', expiresOn };
            const required = due === 'a' || due === 'b' ? { fingerprint: due, expiresOn: until } : due;
            const { action } = nextNotice(current, required, TODAY);
            if (action === 'none') continue;
            seen.add(action);
            expect(NOTICE_CHANGES[action].from).toContain(before);
          }
    expect([...seen].sort()).toEqual(Object.keys(NOTICE_CHANGES).sort());
  });

  it('the handling of a notice never comes back to a status', () => {
    const after = (status: (typeof HANDLING_STATUSES)[number]): string[] =>
      HANDLING_STATUSES.flatMap((next) => (HANDLING_FOLLOWS[next].includes(status) ? [next, ...after(next)] : []));
    for (const status of HANDLING_STATUSES) expect(after(status)).not.toContain(status);
  });

  it('an ended delivery is not sent again, and one that is stuck is, as if it had never been tried', () => {
    const now = new Date('2026-01-06T03:00:00.000Z');
    for (const state of DELIVERY_STATES)
      if (DELIVERY_LEADS_TO[state].length === 0)
        expect(() => movedTo({ ...delivery, state }, 'waiting', {})).toThrow(RangeError);
    const again = restartedDelivery(stuckDelivery(delivery, 'undeliverable'), now);
    expect(again).toMatchObject({ state: 'waiting', attempts: 0, since: now.toISOString() });
    expect([again.lastAttemptAt, again.stuckBecause]).toEqual([undefined, undefined]);
  });
});
