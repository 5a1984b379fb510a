import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import {
  type RequiredBankNotice,
  type RequiredPoliceNotice,
  type NoticeCase,
  reconciledNotice,
} from '#shared/domain/notification/notice/reconciled-notice.ts';
import type { BankNoticeContent, Notice } from '#shared/domain/notification/notice/notice.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { noticeOf } from '#shared/tables/notice-item.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { bankContent } from '#test/support/a-notice.ts';
import { policeContent } from '#test/support/police-notice.ts';

const otherGrounds = fc.record({ fingerprint: fc.constantFrom('p', 'q'), suffice: fc.boolean() });
const ending = fc.record({ withdrawnBecause: fc.constantFrom('verdict_fell', 'no_reason_stands'), otherGrounds });
const unknown = fc.constant('unknown' as const);
const level = fc.constantFrom('watch' as const, 'act' as const);
const decision = { number: '12/QĐ', date: '2026-01-02', authority: 'Công an tỉnh Hưng Yên' };
const ofBank = fc.record({ level, decided: fc.boolean() }).map(
  ({ level: asked, decided }): BankNoticeContent => ({
    ...bankContent('970436', '0011'),
    level: asked,
    ...(decided && { decision }),
  }),
);
const expiresOn = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-05', days));
const toBank: fc.Arbitrary<RequiredBankNotice> = fc.oneof(
  fc.record({ content: ofBank, expiresOn, otherGrounds }),
  ending,
  unknown,
);
const toPolice: fc.Arbitrary<RequiredPoliceNotice> = fc.oneof(
  fc.record({ content: level.map((asked) => ({ ...policeContent, level: asked })), otherGrounds }),
  ending,
  unknown,
);
const anyCase: fc.Arbitrary<NoticeCase[]> = fc.oneof(
  fc.array(toBank.map((due) => ({ receiver: 'bank#970436', subject: 's', due }) as const)),
  fc.array(toPolice.map((due) => ({ receiver: 'police', subject: 's', due }) as const)),
);

/** The states of one notice, day after day. */
function statesOf(cases: readonly NoticeCase[]): Notice[] {
  const states: Notice[] = [];
  for (const [day, one] of cases.entries()) {
    const at = `${addDays('2026-01-05', day * 3)}T03:00:00.000Z`;
    const next = reconciledNotice(one, states.at(-1), {
      noticeId: noticeIdOf(one.receiver, one.subject),
      fingerprint: one.due !== 'unknown' && 'content' in one.due ? contentId(one.due.content) : '',
      today: at.slice(0, 10),
      issuedAt: at,
      changedAt: at,
    });
    if (next) states.push(next);
  }
  return states;
}
const stored = (notice: Notice): Record<string, unknown> => JSON.parse(JSON.stringify(notice));

describe('the states of a notice', () => {
  it('each state of a notice can be stored and read back, under one id, with sequences without a gap', () => {
    fc.assert(
      fc.property(anyCase, (cases) => {
        for (const [n, notice] of statesOf(cases).entries()) {
          expect(noticeOf(stored(notice))).toEqual(stored(notice));
          expect(notice).toMatchObject({ sequence: n + 1, noticeId: noticeIdOf(notice.receiver, 's') });
        }
      }),
    );
  });

  it.each([
    ['watch', 'issued', undefined],
    ['act', 'acknowledged', true],
  ] as const)(
    'a notice at level %s whose ring has grown after an acknowledgement: %s',
    (asked, handlingStatus, caused) => {
      const moment = {
        noticeId: 'n',
        today: '2026-01-05',
        issuedAt: '2026-01-05T03:00:00Z',
        changedAt: '2026-01-05T03:00:00Z',
      };
      const to = (content: typeof policeContent): NoticeCase => ({
        receiver: 'police',
        subject: 's',
        due: { content, otherGrounds: { fingerprint: 'p', suffice: true } },
      });
      const first = reconciledNotice(to({ ...policeContent, level: 'watch' }), undefined, {
        ...moment,
        fingerprint: 'a',
      });
      const answered = first && { ...first, handlingStatus: 'acknowledged' as const };
      const next = reconciledNotice(to({ ...policeContent, level: asked }), answered, { ...moment, fingerprint: 'b' });
      expect(next).toMatchObject({ sequence: 2, handlingStatus });
      expect(next?.causedByReceiver).toBe(caused);
    },
  );

  it('an ended notice contains no request to a bank, and still names its account', () => {
    fc.assert(
      fc.property(anyCase, (cases) => {
        for (const { receiver, state, content } of statesOf(cases)) {
          if (receiver === 'police') expect(Object.keys(content)).toEqual(Object.keys(policeContent));
          else if (state === 'in_force') expect(content).toMatchObject({ request: expect.any(String) });
          else
            expect(stored({ content } as Notice)['content']).toEqual({
              bank: '970436',
              accountNumber: '0011',
              level: expect.stringMatching(/^(watch|act)$/u),
              reasonCodes: [5],
            });
        }
      }),
    );
  });

  it('every state keeps the day of issue until the notice is issued again', () => {
    fc.assert(
      fc.property(anyCase, (cases) => {
        for (const [n, notice] of statesOf(cases).entries()) {
          const before = statesOf(cases)[n - 1];
          const isAnew = before?.state !== 'in_force';
          expect(notice.issuedAt).toBe(isAnew ? notice.changedAt : before.issuedAt);
        }
      }),
    );
  });
});
