import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoticeEvent, NoticeEventData } from '#shared/contracts/notice-event.ts';
import { noticeEventOf } from '#functions/deliver-notice/send-notice.ts';
import { noticeOf } from '#shared/tables/notice-item.ts';
import { aNotice, type NoticeChange } from '#test/support/a-notice.ts';

const change = { noticeId: 'a'.repeat(22), sequence: 2, changedAt: '2026-03-02T01:00:00.000Z' };
const eventOf = (more: NoticeChange = {}, receiver = 'bank#970436') =>
  noticeEventOf(aNotice(receiver, '0011004', { ...change, ...more }));

describe('noticeEventOf', () => {
  it('noticeEventOf is a CloudEvent 1.0 that names no person', () => {
    const event = eventOf();
    expect(NoticeEvent.parse(event)).toEqual(event);
    expect(event).toMatchObject({
      id: `${change.noticeId}.2`,
      type: 'vn.gov.hungyen.haukiem.notice.updated.v1',
      subject: change.noticeId,
      time: change.changedAt,
      sequence: '0000000002',
      data: { accountNumber: '0011004', reasonCodes: [5], sequence: 2 },
    });
  });
  it('an event for the police names the company, and no people and no findings', () => {
    const event = eventOf({}, 'police');
    expect(NoticeEvent.parse(event)).toEqual(event);
    expect(Object.keys(event.data).sort()).toEqual([
      'enterpriseCode',
      'expiresOn',
      'issuedAt',
      'level',
      'noticeId',
      'scope',
      'sequence',
      'state',
      'withdrawnBecause',
    ]);
  });
  it('noticeEventOf contains no request once the notice has ended', () => {
    const event = eventOf({ state: 'expired', expiresOn: '2026-03-01' });
    expect(NoticeEvent.parse(event)).toEqual(event);
    expect(event.data).toMatchObject({ accountNumber: '0011004', reasonCodes: [5] });
    for (const asked of ['request', 'scope', 'decision']) expect(event.data).not.toHaveProperty(asked);
  });
  it('the event type distinguishes a first notice, a changed one and a withdrawn one', () => {
    const typeOf = (more: NoticeChange) => eventOf(more).type.split('.').at(-2);
    expect(typeOf({ sequence: 1 })).toBe('issued');
    expect(typeOf({ sequence: 3 })).toBe('updated');
    expect(typeOf({ sequence: 3, state: 'withdrawn', withdrawnBecause: 'no_reason_stands' })).toBe('withdrawn');
    expect(typeOf({ sequence: 3, state: 'expired', expiresOn: '2026-03-01' })).toBe('expired');
  });
  it('noticeEventOf is the same text for each attempt', () => {
    expect(JSON.stringify(eventOf())).toBe(JSON.stringify(eventOf()));
  });
  it('noticeEventOf has sequences whose texts sort as their numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const text = (sequence: number) => eventOf({ sequence }).sequence;
        expect(text(a) < text(b)).toBe(a < b);
      }),
    );
  });
  it('noticeEventOf stays below 20 kB whatever its fields contain', () => {
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
    };
    const item = { ...aNotice('bank#970436', '0011004', change), withdrawnBecause: long, content: most };
    const event = noticeEventOf(noticeOf(item));
    expect(NoticeEventData.safeParse(event.data).success).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(20_000);
    expect(() => noticeOf({ ...item, content: { ...most, request: '\u0001'.repeat(501) } })).toThrow(
      'notice_unreadable',
    );
  });
});
