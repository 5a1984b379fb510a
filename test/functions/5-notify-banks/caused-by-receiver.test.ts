import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAnswered } from '#shared/domain/notification/states.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { bankNotices } from '#test/support/bank-notices.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

const VCB = 'bank#970436';
const REF = 'k1-q3rT0uYw1xZ2aB4cD6eF8g';

/** The grounds from others: the verdict, and a listing of the police (0 clears). */
const others = fc.record({
  verdict: fc.constantFrom('clear' as const, 'flagged' as const),
  police: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
});
const own = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const reply = fc.constantFrom(undefined, undefined, 'delivered' as const, 'acknowledged' as const, 'acted' as const);
const step = fc.oneof(
  fc.record({ others, own, reply }),
  fc.record({ others: fc.constant('as before' as const), own, reply }),
);

it('a bank must acknowledge exactly those changes that its own replies did not cause', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const { notices } = await newNoticesTable();
      const { known, touch } = bankNotices(notices, { now: new Date('2026-01-05T03:00:00Z') });
      const notice = () => notices.get(VCB, noticeIdOf(VCB, REF));
      let said = { verdict: 'clear', police: undefined } as {
        verdict: 'clear' | 'flagged';
        police: number | undefined;
      };
      /** The grounds from others at the last change of the notice. */
      let notified = '';
      for (const [n, { others: changed, own: code, reply: handlingStatus }] of steps.entries()) {
        const before = await notice();
        if (changed !== 'as before') said = changed;
        const listing = (by: string, of: number | undefined) =>
          of === undefined ? [] : [{ code: of, on: '2026-01-04', by }];
        known.set(REF, {
          bank: '970436',
          accountNumber: '0001112223',
          company: { verdict: said.verdict },
          listings: [...listing('police', said.police), ...listing(VCB, code)],
        });
        expect(await touch({ accountRef: REF })).toBe(true);
        const after = await notice();
        if (after && after.sequence !== before?.sequence) {
          const { verdict, police = 0 } = said;
          const isOwn = before ? JSON.stringify(said) === notified : verdict === 'clear' && police === 0;
          expect(after.handlingStatus).toBe(handlingStatusAfter(before, isOwn));
          notified = JSON.stringify(said);
        }
        if (after && handlingStatus)
          await notices.setHandlingStatus({
            receiver: VCB,
            noticeId: after.noticeId,
            sequence: after.sequence,
            ...replied(handlingStatus, n),
          });
      }
    }),
    { numRuns: 30 },
  );
});

function handlingStatusAfter(before: Notice | undefined, isOwn: boolean): Notice['handlingStatus'] {
  if (!isOwn) return 'issued';
  const { handlingStatus } = before ?? { handlingStatus: 'acknowledged' as const };
  return isAnswered(handlingStatus) ? handlingStatus : 'issued';
}

const replied = (handlingStatus: 'delivered' | 'acknowledged' | 'acted', n: number) =>
  handlingStatus === 'acted' ? { handlingStatus, repliedAs: String(n).padStart(4, '0') } : { handlingStatus };
