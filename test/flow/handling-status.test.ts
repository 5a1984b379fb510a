import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import { ACCOUNTS, noticeIdIn, world } from '#test/support/handling-status/bank-world.ts';
import { operation } from '#test/support/handling-status/operations.ts';
import { expectSound, perform, type ShownStatuses } from '#test/support/handling-status/perform.ts';

describe('the handling status of a bank notice', () => {
  it('a bank notice keeps rising sequences, its own replies, the last reply and its end in any order and number of messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 8, maxLength: 40 }), async (operations) => {
        const run = await world();
        const said: ShownStatuses = new Map();
        const flagged = ACCOUNTS.map(
          (one) => ({ kind: 'facts', account: one, flagged: true, code: 0, forgotten: false }) as const,
        );
        for (const one of [...flagged, ...operations]) {
          const before = await run.states();
          await perform(one, run, said);
          expectSound(one, before, await run.states());
        }
        // The remaining messages are handled, the last one first
        for (const message of run.waiting.splice(0).reverse()) await run.hear(message);
        for (const each of ACCOUNTS) {
          const notice = await run.notices.get(bankReceiver(each.bank), noticeIdIn(each));
          if (!notice) continue;
          const last = said.get(notice.noticeId);
          expect(notice.handlingStatus).toBe(last?.sequence === notice.sequence ? last.handlingStatus : 'issued');
          const sent = run.step.delivered.filter(({ noticeId }) => noticeId === notice.noticeId);
          expect(sent.length).toBeGreaterThanOrEqual(notice.sequence);
          expect(sent.every(({ receiver }) => receiver === bankReceiver(each.bank))).toBe(true);
          const facts = run.step.known.get(each.ref);
          const isDue = facts && (facts.company?.verdict === 'flagged' || (facts.listings ?? []).length > 0);
          if (facts && notice.state === 'in_force') expect(isDue).toBe(true);
          const feed = await run.notices.changed(bankReceiver(each.bank), '', '~', 100);
          expect(feed.filter((one) => one.notice.noticeId === notice.noticeId)).toHaveLength(1);
          const waiting = await Promise.all(
            (['issued', 'delivered'] as const).map((handlingStatus) =>
              run.notices.waiting(bankReceiver(each.bank), handlingStatus),
            ),
          );
          const isWaiting = waiting.flat().some(({ noticeId }) => noticeId === notice.noticeId);
          expect(isWaiting).toBe(notice.handlingStatus === 'issued' || notice.handlingStatus === 'delivered');
        }
        expect(run.step.parked).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
