import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoticeEvent, NoticeEventData } from '#shared/contracts/notice-event.ts';
import { noticeEventOf } from '#functions/deliver-notice/notice-event-of.ts';
import type { NoticeItem } from '#shared/tables/notices.ts';

const notice: NoticeItem = {
  receiver: 'bank#970436',
  noticeId: 'a'.repeat(22),
  subject: 's'.repeat(22),
  sequence: 2,
  state: 'in_force',
  print: 'p',
  content: {
    bank: '970436',
    accountNumber: '0011004',
    enterpriseCode: '0101234567',
    level: 'act',
    reasonCodes: [1, 5],
    request: 'Đề nghị rà soát, tăng cường giám sát tài khoản.',
    holderName: 'NGUYỄN VĂN AN',
  },
  issuedAt: '2025-12-31T16:59:59.000Z',
  changedAt: '2026-03-02T01:00:00.000Z',
  life: 'issued',
};

describe('noticeEventOf', () => {
  it('is a CloudEvent 1.0 that names no person', () => {
    const event = noticeEventOf(notice);
    expect(NoticeEvent.parse(event)).toEqual(event);
    expect(event).toMatchObject({
      id: `${notice.noticeId}.2`,
      type: 'vn.gov.hungyen.haukiem.notice.updated.v1',
      subject: notice.noticeId,
      time: notice.changedAt,
      sequence: '0000000002',
      data: { accountNumber: '0011004', reasonCodes: [1, 5], sequence: 2 },
    });
    expect(JSON.stringify(event)).not.toContain('NGUYỄN');
  });
  it('tells a first notice, a changed one and a withdrawn one apart', () => {
    const typeOf = (change: Partial<NoticeItem>) =>
      noticeEventOf({ ...notice, ...change })
        ?.type.split('.')
        .at(-2);
    expect(typeOf({ sequence: 1 })).toBe('issued');
    expect(typeOf({ sequence: 3 })).toBe('updated');
    expect(typeOf({ sequence: 3, state: 'withdrawn', withdrawnBecause: 'no_reason_stands' })).toBe('withdrawn');
    expect(typeOf({ sequence: 3, state: 'expired', expiresOn: '2026-03-01' })).toBe('expired');
  });
  it('is the same text for each attempt', () => {
    expect(JSON.stringify(noticeEventOf(notice))).toBe(JSON.stringify(noticeEventOf(structuredClone(notice))));
  });
  it('is nothing where the content is not what was agreed', () => {
    expect(
      noticeEventOf({ ...notice, content: { ...notice.content, reasonCodes: 'x'.repeat(30_000) } }),
    ).toBeUndefined();
  });
  it('has sequences that sort as they rise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const text = (sequence: number) => noticeEventOf({ ...notice, sequence })?.sequence ?? '';
        expect(text(a) < text(b)).toBe(a < b);
      }),
    );
  });
  it('stays below 20 kB whatever its fields hold', () => {
    const long = '\u0001'.repeat(100);
    const most = {
      bank: long,
      accountNumber: long,
      enterpriseCode: long,
      scope: { concerns: 'account', purpose: 'review', readers: 'fraud_risk_staff', legalBasis: Array(5).fill(long) },
      level: 'act',
      reasonCodes: Array.from({ length: 9 }, () => 8),
      request: '\u0001'.repeat(500),
      decision: { number: 'Ạ'.repeat(100), date: '2026-01-01', authority: 'Ạ'.repeat(100) },
      expiresOn: long,
    };
    const event = noticeEventOf({ ...notice, content: most, withdrawnBecause: long });
    expect(NoticeEventData.safeParse(event?.data).success).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(20_000);
  });
});
