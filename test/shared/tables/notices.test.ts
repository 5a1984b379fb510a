import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNACKNOWLEDGED_STATUSES } from '#shared/domain/notification/states.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

describe('the feed of a receiver', () => {
  it('a page of the feed has as many notices as were asked for, although DynamoDB ends a page at one megabyte', async () => {
    const { notices } = await newNoticesTable();
    const ids = Array.from({ length: 20 }, (_, n) => `${'n'.repeat(20)}${String(n).padStart(2, '0')}`);
    for (const [n, noticeId] of ids.entries()) {
      const changedAt = `2026-03-01T00:00:${String(n).padStart(2, '0')}.000Z`;
      const large = aNotice('police', noticeId, { noticeId, changedAt, content: { name: 'x'.repeat(90_000) } });
      await notices.write(large, undefined);
    }
    const changed = async (limit: number) =>
      (await notices.changed('police', '', '2026-03-02', limit)).map(({ notice }) => notice.noticeId);
    expect(await changed(51)).toEqual(ids);
    expect(await changed(3)).toEqual(ids.slice(0, 3));
  });
});

/** What a receiver does about the notice, or about its state before. */
const act = fc.oneof(
  fc.record({ sequence: fc.constantFrom(1, 2, 2, 2), handlingStatus: fc.constantFrom('delivered', 'acknowledged') }),
  fc.record({
    sequence: fc.constantFrom(1, 2, 2, 2),
    handlingStatus: fc.constantFrom('acted', 'rejected'),
    repliedAs: fc.nat(9).map((n) => `2026-03-02#${n}`),
  }),
);
const RANK = { issued: 0, delivered: 1, acknowledged: 2, acted: 3, rejected: 3 } as const;

it('a notice has the furthest status of its newest state, and of decisions the last reply, in whatever order they are handled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(act, { selector: (one) => ('repliedAs' in one ? one.repliedAs : Symbol()), maxLength: 8 }),
      async (acts) => {
        const { notices } = await newNoticesTable();
        const notice = aNotice('bank#970436', 'an account', { sequence: 2 });
        const { receiver, noticeId } = notice;
        await notices.write(notice, undefined);
        const of = acts.filter(({ sequence }) => sequence === 2);
        const decisions = of.flatMap((one) => ('repliedAs' in one ? [one] : []));
        const [last] = decisions.toSorted((a, b) => (a.repliedAs < b.repliedAs ? 1 : -1));
        const [furthest] = of.toSorted((a, b) => RANK[b.handlingStatus] - RANK[a.handlingStatus]);
        for (const one of acts) {
          const changed = await notices.setHandlingStatus({ receiver, noticeId, ...one });
          if (one.sequence === 1) expect(changed).toBe(false);
        }
        const { handlingStatus = 'issued' } = last ?? furthest ?? {};
        expect(await notices.get(receiver, noticeId)).toMatchObject({ sequence: 2, handlingStatus });
        const waiting = await Promise.all(UNACKNOWLEDGED_STATUSES.map((one) => notices.waiting(receiver, one)));
        expect(waiting.flat()).toHaveLength(RANK[handlingStatus] < RANK.acknowledged ? 1 : 0);
      },
    ),
  );
});
