import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCausedByReceiver } from '#shared/domain/notification/notice/reconciled-notice.ts';

const beside = (fingerprint: string, suffice = true) => ({ fingerprint, suffice });

describe('a change caused by the receiver', () => {
  it.each([
    ['all else stands as it stood', 'update', { otherGrounds: 'a' }, beside('a'), true],
    ['something else has changed', 'update', { otherGrounds: 'a' }, beside('b'), false],
    ['it is taken back, all else stands', 'withdraw', { otherGrounds: 'a' }, beside('a'), true],
    ['it comes again, all else stands', 'issue', { otherGrounds: 'a' }, beside('a'), true],
    ['what it once stood beside is not known', 'update', {}, beside('a'), false],
    ['the first one, which nothing else asks for', 'issue', undefined, beside('a', false), true],
    ['the first one, which something else asks for too', 'issue', undefined, beside('a'), false],
    ['its time is over', 'expire', { otherGrounds: 'a' }, beside('a'), false],
    ['its time is prolonged', 'renew', { otherGrounds: 'a' }, beside('a'), false],
    ['nothing changes', 'none', { otherGrounds: 'a' }, beside('a'), false],
  ] as const)('the cause of a change is decided: %s', (_what, action, before, otherGrounds, expected) => {
    expect(isCausedByReceiver(action, before, otherGrounds)).toBe(expected);
  });

  it('a change is not caused by the receiver where any other ground differs', () => {
    const action = fc.constantFrom('none', 'issue', 'update', 'renew', 'withdraw', 'expire');
    fc.assert(
      fc.property(action, fc.string(), fc.string(), fc.boolean(), (happens, was, is, suffice) => {
        fc.pre(was !== is);
        expect(isCausedByReceiver(happens, { otherGrounds: was }, { fingerprint: is, suffice })).toBe(false);
      }),
    );
  });
});
